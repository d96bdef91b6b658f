#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/cookies.hpp"
#include "http/request.hpp"

namespace http {

class StaticAssets;

/// What a request is held against besides its route: the same for the server and for tests without
/// one. The hooks are called by many threads at the same time.
struct Site {
  /// Names by which it may be asked for, without port; others are refused, so that no foreign name
  /// that resolves to this address (DNS rebinding) gets anything.
  std::vector<std::string> hosts = {"localhost", "127.0.0.1", "[::1]"};
  Transport transport = Transport::plain;
  std::string content_security_policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
      "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
      "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  /// Who calls, by the cookies; nothing when nobody is signed in. The body may not be there yet.
  std::function<std::optional<Principal>(const RawRequest&)> identify;
  /// Told of what only a mistake of ours can cause; the caller gets a 500 without it.
  std::function<void(const RawRequest&, std::string_view what)> report;
  /// Holds each reply to what its route promises, and makes a 500 of one that breaks it: for tests,
  /// as it reads every reply again.
  bool checks_replies = false;
  const StaticAssets* assets = nullptr;  ///< outlives the server
};

}  // namespace http
