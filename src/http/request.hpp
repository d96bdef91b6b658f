#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace http {

struct Header {
  std::string name, value;
};

/// A request as it came: nothing in it has been checked. The headers are in their order.
struct RawRequest {
  std::string method = "GET";
  std::string target = "/";
  std::vector<Header> headers;
  std::string body;  ///< empty if it was spooled
  /// Where a body longer than Settings::spool_above_bytes lies until the handler has returned;
  /// empty for others.
  std::string body_file;
  std::string peer;  ///< the address it came from, without a port
};

/// Who calls. `data` is what the identifying hook wants its handlers to find again (a viewer); it
/// is shared because a streamed reply may outlive the session that it began in.
struct Principal {
  std::string user, display_name;
  std::string session;  ///< by which EventHub::close_session ends their event streams
  std::vector<std::string> permissions;
  std::shared_ptr<const void> data;
};

/// What a handler is given: everything in it holds to the route's schemas.
struct Request {
  const RawRequest& raw;               ///< not to be kept by a streamed reply
  std::optional<Principal> principal;  ///< always there unless anyone may call the route
  nlohmann::json parameters;           ///< of path and query, by name; those not given are absent
  nlohmann::json body;                 ///< null unless the route takes JSON
};

/// The value of the first header of that name, in whatever case; empty if there is none.
std::string_view header(const std::vector<Header>& headers, std::string_view name);
std::size_t count_headers(const std::vector<Header>& headers, std::string_view name);

}  // namespace http
