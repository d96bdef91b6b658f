#include "api/session_routes.hpp"

#include <doctest/doctest.h>

#include "api/detail/test_site.hpp"

using api::good_password;
using api::TestSite;
using nlohmann::json;

TEST_CASE("signing in sets a cookie that no script can read and no other site can send") {
  TestSite site;
  const auto reply = site.sign_in("ann");
  CHECK(reply.status == 200);
  const auto cookie = http::header(reply.headers, "Set-Cookie");
  CHECK(cookie.starts_with("session="));
  CHECK(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"));
  CHECK(TestSite::token_of(reply).size() == 64);
  CHECK(reply.content().find(TestSite::token_of(reply)) == std::string::npos);
  const auto body = TestSite::body_of(reply);
  CHECK(body["permissions"] == json{"decide", "search", "see_picture"});
  CHECK(body["ceiling"] == "official_sensitive");
  CHECK(body["compartments"] == json{"NIGHTJAR"});
  CHECK(body["idle_until"] == "2026-02-25T12:15:00Z");
  CHECK(body["ends"] == "2026-02-26T00:00:00Z");
}

TEST_CASE("with TLS the cookie is of this host alone, and secure") {
  TestSite site;
  auto parts = site.parts;
  parts.transport = http::Transport::tls;
  http::Router router;
  add_session_routes(router, parts);
  auto with_tls = site.site;
  with_tls.transport = parts.transport;
  with_tls.identify = identify_by_cookie(parts);
  const json body = {{"user", "ann"}, {"password", good_password}};
  const auto reply =
      dispatch(router, with_tls,
               {.method = "POST",
                .target = "/api/session",
                .headers = {{"Host", "localhost"}, {"Content-Type", "application/json"}},
                .body = body.dump()});
  const auto cookie = http::header(reply.headers, "Set-Cookie");
  CHECK(cookie.starts_with("__Host-session="));
  CHECK(cookie.ends_with("; Secure"));
}

TEST_CASE("who am I, until I sign out") {
  TestSite site;
  CHECK(site.ask("GET /api/session").status == 401);
  const auto token = TestSite::token_of(site.sign_in("ann"));
  const auto reply = site.ask("GET /api/session", nullptr, token);
  CHECK(reply.status == 200);
  CHECK(TestSite::body_of(reply)["user"] == "ann");
  const auto out = site.ask("DELETE /api/session", nullptr, token);
  CHECK(out.status == 204);
  CHECK(http::header(out.headers, "Set-Cookie").find("Max-Age=0") != std::string::npos);
  CHECK(site.ask("GET /api/session", nullptr, token).status == 401);
}

TEST_CASE("signing in again in one browser ends the session that it held") {
  TestSite site;
  const auto token = TestSite::token_of(site.sign_in("ann"));
  const auto again =
      site.ask("POST /api/session", {{"user", "adam"}, {"password", good_password}}, token);
  CHECK(again.status == 200);
  CHECK(TestSite::token_of(again) != token);
  CHECK(site.ask("GET /api/session", nullptr, token).status == 401);
}

TEST_CASE("the replies to what does not let in are the same bytes") {
  TestSite site;
  site.add("ida", "inspector");
  accounts::change_account(*site.store, "ida", {.state = model::AccountState::disabled},
                           {.actor = "root", .by = accounts::Act::By::machine});
  const auto wrong = site.sign_in("ann", "not the right one");
  CHECK(wrong.status == 401);
  CHECK(http::header(wrong.headers, "Set-Cookie").empty());
  const auto bytes = TestSite::bytes_of(wrong);
  CHECK(TestSite::bytes_of(site.sign_in("nobody")) == bytes);
  CHECK(TestSite::bytes_of(site.sign_in("ida")) == bytes);
  CHECK(TestSite::bytes_of(site.sign_in("\xd0\xb0nn")) == bytes);
  CHECK(TestSite::bytes_of(site.sign_in("' OR 1=1 --")) == bytes);
}

TEST_CASE("after too many failures one waits, and is told how long") {
  TestSite site;
  const auto tenth = [&](const std::string& user) {
    for (int i = 0; i < 10; ++i) {
      CHECK(site.sign_in(user, "wrong", "10.0.1." + std::to_string(i)).status == 401);
    }
    return site.sign_in(user);
  };
  const auto of_ann = tenth("ann");
  CHECK(of_ann.status == 429);
  CHECK(http::header(of_ann.headers, "Retry-After") == "15");
  CHECK(TestSite::bytes_of(tenth("nobody")) == TestSite::bytes_of(of_ann));
  site.now += 15;
  CHECK(site.sign_in("ann").status == 200);
}

TEST_CASE("a session that was revoked is over at the next request") {
  TestSite site;
  const auto token = TestSite::token_of(site.sign_in("ann"));
  const auto adam = TestSite::token_of(site.sign_in("adam"));
  CHECK(site.ask("GET /api/session", nullptr, token).status == 200);
  const auto disabled = site.ask("PATCH /api/accounts/ann",
                                 {{"state", "disabled"}, {"reason", "left the unit"}}, adam);
  CHECK(disabled.status == 200);
  CHECK(site.ask("GET /api/session", nullptr, token).status == 401);
}

TEST_CASE("a compartment that was taken away is gone at the next request") {
  TestSite site;
  const auto token = TestSite::token_of(site.sign_in("ann"));
  const auto adam = TestSite::token_of(site.sign_in("adam"));
  const json change = {{"compartments", json::array()}, {"reason", "NIGHTJAR is over"}};
  CHECK(site.ask("PATCH /api/accounts/ann", change, adam).status == 200);
  CHECK(TestSite::body_of(site.ask("GET /api/session", nullptr, token))["compartments"].empty());
}

TEST_CASE("idle sessions end, and their event streams with them") {
  TestSite site;
  const auto token = TestSite::token_of(site.sign_in("ann"));
  const auto name = TestSite::body_of(site.ask("GET /api/session", nullptr, token))["session"];
  const auto stream = site.events.subscribe({.session = name, .audiences = {"a"}});
  CHECK(site.events.subscribers() == 1);
  site.now += 15 * 60;
  end_sessions_that_are_over(site.parts);
  CHECK(site.events.subscribers() == 0);
  CHECK(site.ask("GET /api/session", nullptr, token).status == 401);
}

TEST_CASE("a new password needs the old one, and signs out everywhere else") {
  TestSite site;
  const auto token = TestSite::token_of(site.sign_in("ann"));
  const auto other = TestSite::token_of(site.sign_in("ann"));
  const auto change = [&](const char* from, const char* to) {
    return site.ask("POST /api/session/password", {{"old_password", from}, {"new_password", to}},
                    token);
  };
  const auto field_of = [](const http::Reply& reply) {
    return TestSite::body_of(reply).value("field", "");
  };
  CHECK(field_of(change("not the old password", "walnut-ferry-copper-mist")) == "/old_password");
  CHECK(field_of(change(good_password, "too short")) == "/new_password");
  CHECK(field_of(change(good_password, good_password)) == "/new_password");
  const auto changed = change(good_password, "walnut-ferry-copper-mist");
  CHECK(changed.status == 200);
  CHECK(site.ask("GET /api/session", nullptr, token).status == 401);
  CHECK(site.ask("GET /api/session", nullptr, other).status == 401);
  CHECK(site.ask("GET /api/session", nullptr, TestSite::token_of(changed)).status == 200);
  CHECK(site.sign_in("ann").status == 401);
}

TEST_CASE("one's own sessions are listed and ended; others' are not there") {
  TestSite site;
  const auto other = TestSite::token_of(site.sign_in("ann"));
  const auto token = TestSite::token_of(site.sign_in("ann"));
  const auto adam = TestSite::token_of(site.sign_in("adam"));
  const auto list = TestSite::body_of(site.ask("GET /api/sessions", nullptr, token))["sessions"];
  REQUIRE(list.size() == 2);
  const std::string name = list[list[0]["is_this"] ? 1 : 0]["session"];
  const auto absent = TestSite::bytes_of(site.ask("DELETE /api/sessions/none", nullptr, adam));
  CHECK(TestSite::bytes_of(site.ask("DELETE /api/sessions/" + name, nullptr, adam)) == absent);
  CHECK(site.ask("DELETE /api/sessions/" + name, nullptr, token).status == 204);
  CHECK(site.ask("GET /api/session", nullptr, other).status == 401);
}

TEST_CASE("a page of another site can neither sign in nor out") {
  TestSite site;
  const json body = {{"user", "ann"}, {"password", good_password}};
  http::RawRequest request{.method = "POST",
                           .target = "/api/session",
                           .headers = {{"Host", "localhost"},
                                       {"Content-Type", "application/json"},
                                       {"Origin", "http://evil.example"}},
                           .body = body.dump()};
  CHECK(dispatch(site.router, site.site, request).status == 403);
  request.headers[1].value = "text/plain";  // what a form can send without asking
  request.headers.pop_back();
  CHECK(dispatch(site.router, site.site, request).status == 415);
}
