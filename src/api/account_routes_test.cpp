#include "api/account_routes.hpp"

#include <doctest/doctest.h>

#include "api/detail/test_site.hpp"

using api::good_password;
using api::TestSite;
using nlohmann::json;

namespace {

const json abe = {{"user", "abe"},
                  {"display_name", "Abe North"},
                  {"roles", {"analyst"}},
                  {"clearance", "official_sensitive"},
                  {"compartments", {"OTTER"}},
                  {"groups", json::array()},
                  {"is_custodian", false}};

}  // namespace

TEST_CASE("to all but administrators there are no accounts") {
  TestSite site;
  const auto ann = TestSite::token_of(site.sign_in("ann"));
  const auto absent = TestSite::bytes_of(site.ask("GET /api/nothing", nullptr, ann));
  CHECK(TestSite::bytes_of(site.ask("GET /api/accounts", nullptr, ann)) == absent);
  CHECK(TestSite::bytes_of(site.ask("POST /api/accounts", abe, ann)) == absent);
  CHECK(TestSite::bytes_of(site.ask("PATCH /api/accounts/ann", {{"reason", "x"}}, ann)) == absent);
  CHECK(TestSite::bytes_of(site.ask("PATCH /api/accounts/no", {{"reason", "x"}}, ann)) == absent);
  CHECK(TestSite::bytes_of(site.ask("POST /api/accounts/adam/password", {{"reason", "x"}}, ann)) ==
        absent);
  CHECK(site.ask("GET /api/accounts").status == 401);
}

TEST_CASE("an administrator adds an account, whose user chooses a password first") {
  TestSite site;
  const auto adam = TestSite::token_of(site.sign_in("adam"));
  const auto added = site.ask("POST /api/accounts", abe, adam);
  CHECK(added.status == 201);
  const std::string phrase = TestSite::body_of(added)["pass_phrase"];
  CHECK(site.ask("POST /api/accounts", abe, adam).status == 409);
  const auto signed_in = site.sign_in("abe", phrase);
  CHECK(TestSite::body_of(signed_in)["must_change_password"] == true);
  CHECK(TestSite::body_of(signed_in)["permissions"].empty());
  const auto changed = site.ask("POST /api/session/password",
                                {{"old_password", phrase}, {"new_password", good_password}},
                                TestSite::token_of(signed_in));
  CHECK(TestSite::body_of(changed)["permissions"].size() == 3);
  const auto list = TestSite::body_of(site.ask("GET /api/accounts", nullptr, adam))["accounts"];
  CHECK(list.size() == 3);
  CHECK(list[0]["user"] == "abe");
  CHECK(list[0]["compartments"] == json{"OTTER"});
  CHECK(list.dump().find("argon2") == std::string::npos);
}

TEST_CASE("what cannot be is refused, and the field named by the schema") {
  TestSite site;
  const auto adam = TestSite::token_of(site.sign_in("adam"));
  auto wrong = abe;
  wrong["roles"] = {"chief"};
  CHECK(TestSite::body_of(site.ask("POST /api/accounts", wrong, adam))["field"] == "/roles/0");
  wrong["roles"] = {"administrator", "analyst"};
  CHECK(site.ask("POST /api/accounts", wrong, adam).status == 400);
  CHECK(site.ask("PATCH /api/accounts/nobody", {{"reason", "x"}}, adam).status == 404);
  CHECK(site.ask("PATCH /api/accounts/adam", {{"clearance", "official"}, {"reason", "x"}}, adam)
            .status == 403);
  CHECK(site.ask("POST /api/accounts/adam/password", {{"reason", "x"}}, adam).status == 403);
  CHECK(site.ask("PATCH /api/accounts/ann", {{"state", "disabled"}}, adam).status == 400);
  CHECK(site.reported == "");
}

TEST_CASE("who lost a password gets a pass phrase, and is signed out everywhere") {
  TestSite site;
  const auto adam = TestSite::token_of(site.sign_in("adam"));
  const auto ann = TestSite::token_of(site.sign_in("ann"));
  const auto given = site.ask("POST /api/accounts/ann/password", {{"reason", "lost it"}}, adam);
  CHECK(given.status == 200);
  CHECK(site.ask("GET /api/session", nullptr, ann).status == 401);
  CHECK(site.sign_in("ann").status == 401);
  CHECK(site.sign_in("ann", TestSite::body_of(given)["pass_phrase"]).status == 200);
}
