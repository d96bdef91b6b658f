#pragma once

#include <optional>

#include "http/reply.hpp"
#include "http/router.hpp"
#include "http/site.hpp"

namespace http {

/// From request to reply, in this order: address, host, origin, route, caller, permission,
/// parameters, body, handler. No socket, clock or chance is in it: the same request gets the same
/// bytes if the handler gives them. Never throws; what is wrong with the request is a 4xx.
Reply dispatch(const Router& router, const Site& site, const RawRequest& request);

/// The reply if `head`, whose body is yet to come, is refused whatever the body: so that nobody
/// who is not signed in fills our memory or disk.
std::optional<Reply> refuse_early(const Router& router, const Site& site, const RawRequest& head);

/// What becomes of the body of such a request while it is received.
struct BodyRule {
  std::size_t bytes_max = 0;
  bool may_be_spooled = false;    ///< its handler takes it from a file if it is long
  bool is_refused_early = false;  ///< refuse_early is to be asked before it is received
};
BodyRule body_rule(const Router& router, const RawRequest& head, std::size_t usual_bytes_max);

/// Every reply carries these, whoever makes it.
void add_security_headers(Reply& reply, const Site& site);

}  // namespace http
