#include "api/session_routes.hpp"

#include <memory>
#include <utility>

#include "accounts/password_policy.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "http/reply.hpp"

namespace api {

namespace {

using accounts::SessionBegun;
using accounts::SignInRefused;
using nlohmann::json;

constexpr const char* cookie = "session";

std::string token_of(const http::RawRequest& request, http::Transport transport) {
  return http::find_cookie(request, http::cookie_name(cookie, transport)).value_or("");
}

http::Schema names() { return http::list_of(http::text({.min = 1, .max = 80}), {.max = 1000}); }

http::Schema password() {
  return http::text({.min = 1, .max = accounts::password_bytes_max}, "Never kept as it is.");
}

void add_components(http::Router& router) {
  router.add_component(
      "Session",
      http::object(
          {{"user", http::text({.max = 40})},
           {"display_name", http::text({.max = 80})},
           {"roles", names()},
           {"permissions", names()},
           {"must_change_password",
            http::boolean("Then there is no permission until a new password is set.")},
           {"ceiling", any_of<model::Tier>("The highest marking of this installation.")},
           {"clearance", any_of<model::Tier>()},
           {"compartments", names()},
           {"groups", names()},
           {"session", http::text({.max = 20}, "The name of this session in /api/sessions.")},
           {"began", http::date_time()},
           {"idle_until", http::date_time("Over by then, unless something is asked before.")},
           {"ends", http::date_time("Over by then in any case.")}}));
  router.add_component("OwnSession", http::object({{"session", http::text({.max = 20})},
                                                   {"address", http::text({.max = 100})},
                                                   {"began", http::date_time()},
                                                   {"last_seen", http::date_time()},
                                                   {"is_this", http::boolean()}}));
}

json to_json(const accounts::SignedIn& who, model::Tier ceiling) {
  return {{"user", who.user},
          {"display_name", who.display_name},
          {"roles", who.roles},
          {"permissions", who.permissions},
          {"must_change_password", who.must_change},
          {"ceiling", base::name_of(ceiling)},
          {"clearance", base::name_of(who.viewer.clearance)},
          {"compartments", who.viewer.compartments},
          {"groups", who.viewer.groups},
          {"session", who.session},
          {"began", base::to_string_utc(who.began)},
          {"idle_until", base::to_string_utc(who.idle_until)},
          {"ends", base::to_string_utc(who.ends)}};
}

http::Reply refused(const SignInRefused& refusal) {
  if (refusal.retry_after == 0) return http::problem(401, refusal.sentence);
  auto reply = http::problem(429, refusal.sentence);
  reply.headers.push_back({"Retry-After", std::to_string(refusal.retry_after)});
  return reply;
}

http::Reply begun(const SessionSite& site, const SessionBegun& session) {
  auto reply = http::json_reply(to_json(session.who, site.accounts.store().ceiling()));
  reply.headers.push_back(http::set_cookie({cookie, session.token}, site.transport));
  return reply;
}

http::Reply sign_in(const SessionSite& site, const http::Request& request) {
  const auto result = site.accounts.sign_in(
      {request.body["user"], request.body["password"], request.raw.peer}, site.now());
  if (const auto* refusal = std::get_if<SignInRefused>(&result)) return refused(*refusal);
  // One session a browser: the one that it held is over.
  site.accounts.sign_out(token_of(request.raw, site.transport), site.now());
  end_sessions_that_are_over(site);
  return begun(site, std::get<SessionBegun>(result));
}

http::Reply sign_out(const SessionSite& site, const http::Request& request) {
  site.accounts.sign_out(token_of(request.raw, site.transport), site.now());
  end_sessions_that_are_over(site);
  auto reply = http::empty_reply();
  reply.headers.push_back(http::drop_cookie(cookie, site.transport));
  return reply;
}

http::Reply change_password(const SessionSite& site, const http::Request& request) {
  const std::string old_password = request.body["old_password"];
  const std::string new_password = request.body["new_password"];
  const auto result = [&] {
    try {
      return site.accounts.change_password(token_of(request.raw, site.transport), old_password,
                                           new_password, site.now());
    } catch (const base::Error& error) {
      if (error.fault() != base::Fault::invalid) throw;
      throw http::FieldError({"/new_password", error.what()});
    }
  }();
  if (const auto* refusal = std::get_if<SignInRefused>(&result)) {
    if (refusal->retry_after > 0) return refused(*refusal);
    throw http::FieldError({"/old_password", "The old password is not right."});
  }
  end_sessions_that_are_over(site);
  return begun(site, std::get<SessionBegun>(result));
}

http::Reply list_sessions(const SessionSite& site, const http::Request& request) {
  const auto& who = caller_of(request);
  auto list = json::array();
  for (const auto& own : site.accounts.sessions_of(who.user)) {
    list.push_back({{"session", own.name},
                    {"address", own.peer},
                    {"began", base::to_string_utc(own.began)},
                    {"last_seen", base::to_string_utc(own.last_seen)},
                    {"is_this", own.name == who.session}});
  }
  return http::json_reply({{"sessions", list}});
}

http::Reply end_session(const SessionSite& site, const http::Request& request) {
  const std::string name = request.parameters["session"];
  if (!site.accounts.end_session(caller_of(request).user, name, site.now())) {
    return http::not_found();
  }
  end_sessions_that_are_over(site);
  return http::empty_reply();
}

void add_own_sessions(http::Router& router, const SessionSite& site) {
  router.add(
      {.pattern = "/api/sessions",
       .operation = "list_sessions",
       .summary = "Where else the caller is signed in.",
       .tags = {"session"},
       .reply =
           http::object({{"sessions", http::list_of(http::refer_to("OwnSession"), {.max = 1000})}}),
       .handler = [site](const http::Request& request) { return list_sessions(site, request); }});
  router.add(
      {.method = http::Method::remove,
       .pattern = "/api/sessions/{session}",
       .operation = "end_session",
       .summary = "Signs the caller out somewhere else.",
       .tags = {"session"},
       .parameters = {{.name = "session", .schema = http::text({.min = 1, .max = 20})}},
       .success = 204,
       .is_write = true,
       .handler = [site](const http::Request& request) { return end_session(site, request); }});
}

}  // namespace

void add_session_routes(http::Router& router, const SessionSite& site) {
  add_components(router);
  router.add({.method = http::Method::post,
              .pattern = "/api/session",
              .operation = "sign_in",
              .summary = "Signs in.",
              .tags = {"session"},
              .callers = http::Callers::anyone(),
              .body = http::object(
                  {{"user", http::text({.min = 1, .max = 100})}, {"password", password()}}),
              .reply = http::refer_to("Session"),
              .is_write = true,
              .handler = [site](const http::Request& request) { return sign_in(site, request); }});
  router.add({.pattern = "/api/session",
              .operation = "show_session",
              .summary = "Who is signed in, and what they may do.",
              .tags = {"session"},
              .reply = http::refer_to("Session"),
              .handler = [site](const http::Request& request) {
                return http::json_reply(
                    to_json(caller_of(request), site.accounts.store().ceiling()));
              }});
  router.add({.method = http::Method::remove,
              .pattern = "/api/session",
              .operation = "sign_out",
              .summary = "Signs out.",
              .tags = {"session"},
              .success = 204,
              .is_write = true,
              .handler = [site](const http::Request& request) { return sign_out(site, request); }});
  router.add(
      {.method = http::Method::post,
       .pattern = "/api/session/password",
       .operation = "change_password",
       .summary = "A new password; every other session of the caller ends.",
       .tags = {"session"},
       .body = http::object({{"old_password", password()}, {"new_password", password()}}),
       .reply = http::refer_to("Session"),
       .is_write = true,
       .handler = [site](const http::Request& request) { return change_password(site, request); }});
  add_own_sessions(router, site);
}

std::function<std::optional<http::Principal>(const http::RawRequest&)> identify_by_cookie(
    const SessionSite& site) {
  return [site](const http::RawRequest& request) -> std::optional<http::Principal> {
    const auto token = token_of(request, site.transport);
    if (token.empty()) return {};
    auto who = site.accounts.identify(token, site.now());
    if (!who) return {};
    // Shared with streamed replies, which may outlive the session.
    const auto kept = std::make_shared<const accounts::SignedIn>(std::move(*who));
    return http::Principal{.user = kept->user,
                           .display_name = kept->display_name,
                           .session = kept->session,
                           .permissions = kept->permissions,
                           .data = kept};
  };
}

const accounts::SignedIn& caller_of(const http::Request& request) {
  base::expect(request.principal && request.principal->data, "a route for those signed in");
  return *static_cast<const accounts::SignedIn*>(request.principal->data.get());
}

void end_sessions_that_are_over(const SessionSite& site) {
  for (const auto& name : site.accounts.sweep(site.now())) {
    if (site.events) site.events->close_session(name);
  }
}

}  // namespace api
