#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/request.hpp"

namespace http {

enum class Transport { plain, tls };

/// "session", or with TLS "__Host-session": browsers then let no other host, path or plain
/// connection set it.
std::string cookie_name(std::string_view name, Transport transport);

/// The value of the request's cookie of exactly this name (as cookie_name gives it); nothing if
/// there is none or more than one: a second can only have been planted.
std::optional<std::string> find_cookie(const RawRequest& request, std::string_view name);

struct Cookie {
  std::string name, value;  ///< letters, digits, - and _ only
  int max_age_seconds = 0;  ///< 0: until the browser closes
};

/// HttpOnly, SameSite=Strict, Path=/ and with TLS Secure.
Header set_cookie(const Cookie& cookie, Transport transport);
Header drop_cookie(std::string_view name, Transport transport);

}  // namespace http
