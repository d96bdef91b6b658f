#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/reply.hpp"
#include "http/request.hpp"

namespace http {

/// The files of the web pages, in memory, compressed once at the start. Read by many threads.
class StaticAssets {
 public:
  /// From paths without a leading slash ("index.html", "assets/main-3fa9c1d2.js") to bytes.
  explicit StaticAssets(const std::map<std::string, std::string>& files);

  /// The reply to a GET or HEAD of this path ("/assets/main-3fa9c1d2.js"), 304 when the caller has
  /// it already; nothing if there is no such file. A page of the application itself (no file, not
  /// below /api, wanted as text/html) is index.html. A name with a hash in it is kept by browsers
  /// for a year; all others are asked for again each time.
  std::optional<Reply> find(std::string_view path, const RawRequest& request) const;

 private:
  struct Asset {
    std::string media_type, entity_tag, cache_control;
    // Shared with the replies under way, which may outlive the server's other parts.
    std::shared_ptr<const std::string> plain, compressed;  ///< the second null if it gains nothing
  };
  static Asset prepare(std::string_view name, const std::string& bytes);
  static Reply reply_with(const Asset& asset, const RawRequest& request);

  std::map<std::string, Asset, std::less<>> assets_;
};

}  // namespace http
