#pragma once

#include <functional>
#include <optional>

#include "accounts/accounts.hpp"
#include "http/cookies.hpp"
#include "http/events.hpp"
#include "http/router.hpp"

namespace api {

/// What signing in needs; all it points to outlives the routes.
struct SessionSite {
  accounts::Accounts& accounts;
  std::function<base::Seconds()> now;
  http::Transport transport = http::Transport::plain;
  http::EventHub* events = nullptr;  ///< whose streams end with their sessions
};

/// /api/session: sign in, who am I, sign out, a new password; /api/sessions: one's own elsewhere.
void add_session_routes(http::Router& router, const SessionSite& site);

/// http::Site::identify, by the session's cookie.
std::function<std::optional<http::Principal>(const http::RawRequest&)> identify_by_cookie(
    const SessionSite& site);

/// Who calls: of a request to a route that is not open to anyone, on a site with that hook.
const accounts::SignedIn& caller_of(const http::Request& request);

/// Ends what is over by now, event streams too: for a timer of about a second.
void end_sessions_that_are_over(const SessionSite& site);

}  // namespace api
