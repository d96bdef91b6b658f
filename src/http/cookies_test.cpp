#include "http/cookies.hpp"

#include <doctest/doctest.h>

using http::find_cookie;
using http::RawRequest;
using http::Transport;

TEST_CASE("a cookie is found by its whole name, once") {
  const RawRequest one{.headers = {{"Cookie", "a=1; session=x=y; b=2"}}};
  CHECK(find_cookie(one, "session") == "x=y");
  CHECK(!find_cookie(one, "sess"));
  CHECK(!find_cookie(one, "Session"));
  CHECK(!find_cookie({.headers = {{"cookie", "session=1"}, {"Cookie", "session=2"}}}, "session"));
  CHECK(!find_cookie({}, "session"));
}

TEST_CASE("a session's cookie is out of the reach of scripts, other sites and plain connections") {
  CHECK(set_cookie({"session", "abc"}, Transport::plain).value ==
        "session=abc; Path=/; HttpOnly; SameSite=Strict");
  CHECK(set_cookie({"session", "abc", 60}, Transport::tls).value ==
        "__Host-session=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Strict; Secure");
  CHECK(http::drop_cookie("session", Transport::tls).value ==
        "__Host-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure");
}
