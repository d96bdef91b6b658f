#include "accounts/change_accounts.hpp"

#include <doctest/doctest.h>

#include "accounts/demo_accounts.hpp"
#include "accounts/detail/test_installation.hpp"
#include "accounts/pass_phrase.hpp"
#include "accounts/password_policy.hpp"
#include "accounts/roles.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

using namespace accounts;

namespace {

std::string sentence_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    return error.what();
  }
  return "done";
}

bool says(const std::string& sentence, const char* part) {
  return sentence.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an account that cannot be is refused in words") {
  TestInstallation site;
  const auto adding = [&](const NewAccount& wanted, const std::string& password = good_password) {
    return sentence_of([&] {
      add_account(*site.store, site.accounts.hasher(), wanted, password, Next::keep,
                  TestInstallation::by("adam"));
    });
  };
  const AccountRights analyst{.roles = {"analyst"}};
  CHECK(says(adding({"a", "A", analyst}), "2 to 40 letters"));
  CHECK(says(adding({"a b", "A", analyst}), "2 to 40 letters"));
  CHECK(says(adding({"\xd0\xb0nn", "A", analyst}), "2 to 40 letters"));  // a Cyrillic a
  CHECK(says(adding({"abe", "", analyst}), "1 to 80"));
  CHECK(says(adding({"abe", "A\nB", analyst}), "1 to 80"));
  CHECK(says(adding({"abe", "Abe", {}}), "needs a role"));
  CHECK(says(adding({"abe", "Abe", {.roles = {"chief"}}}), "There is no role \"chief\""));
  CHECK(says(adding({"abe", "Abe", {.roles = {"administrator", "analyst"}}}), "sees no records"));
  CHECK(says(adding({"abe", "Abe", {.roles = {"analyst"}, .clearance = model::Tier::secret}}),
             "nothing above OFFICIAL-SENSITIVE"));
  CHECK(says(adding({"abe", "Abe", {.roles = {"analyst"}, .compartments = {""}}}), "1 to 80"));
  CHECK(says(adding({"abe", "Abe", analyst}, "short"), "at least 15"));
  CHECK(says(adding({" ANN ", "Ann", analyst}), "\"ann\" already"));
  CHECK(adding({"abe", "Abe", analyst}) == "done");
}

TEST_CASE("who keeps accounts cannot raise themselves, and is not left out") {
  TestInstallation site;
  const auto changing = [&](const std::string& user, const AccountChange& change, const Act& act) {
    return sentence_of([&] { change_account(*site.store, user, change, act); });
  };
  const AccountChange to_analyst{.roles = {{"analyst"}}};
  CHECK(says(changing("adam", to_analyst, TestInstallation::by("adam")), "their own account"));
  CHECK(says(changing("adam", to_analyst, TestInstallation::machine()), "Nobody would be left"));
  CHECK(
      says(changing("nobody", to_analyst, TestInstallation::by("adam")), "no account \"nobody\""));
  site.add("beth", "administrator");
  CHECK(changing("adam", to_analyst, TestInstallation::by("beth")) == "done");
  CHECK(
      says(changing("beth", {.state = model::AccountState::disabled}, TestInstallation::machine()),
           "Nobody would be left"));
}

TEST_CASE("a change says what was before; none is no act") {
  TestInstallation site;
  const auto entries = [&] {
    return site.store->begin(store::Access::read_only)
        ->audit_entries({.name = "x", .compartments = {"NIGHTJAR", "OTTER"}});
  };
  const auto before = entries().size();
  auto act = TestInstallation::by("adam");
  act.reason = "joins operation OTTER";
  for (int i = 0; i < 2; ++i) {
    change_account(*site.store, "ann", {.compartments = {{"OTTER", "OTTER"}}}, act);
  }
  const auto after = entries();
  REQUIRE(after.size() == before + 1);
  const auto& entry = after.back().entry;
  CHECK(entry.actor == "adam");
  CHECK(entry.subject == "ann");
  CHECK(entry.reason == act.reason);
  CHECK(says(entry.details, R"("before":{"roles":["analyst"],"clearance":"official_sensitive",)"
                            R"("compartments":["NIGHTJAR"])"));
  CHECK(entry.label.compartments == std::vector<std::string>{"NIGHTJAR", "OTTER"});
}

TEST_CASE("a password is long when what is guessed first is taken out of it") {
  const auto problem = [](const char* password) {
    return problem_with_password(password, "ivy.marlow", "Ivy Marlow").value_or("none");
  };
  CHECK(problem("otter-slate-violet-drum") == "none");
  CHECK(problem("kX9#mQ2$vL7&pR4") == "none");
  CHECK(problem("\xd0\xbf\xd0\xb0\xd1\x80\xd0\xbe\xd0\xbb\xd1\x8c "
                "\xd1\x8f\xd0\xb1\xd0\xbb\xd0\xbe\xd0\xba\xd0\xbe 7x") == "none");
  CHECK(says(problem("fourteen-chars"), "at least 15"));
  CHECK(says(problem("aaaaaaaaaaaaaaaaaaaa"), "too few"));
  CHECK(says(problem("abababababababababab"), "too few"));
  CHECK(says(problem("passwordpassword1"), "guessed first"));
  CHECK(says(problem("Password123456789"), "guessed first"));
  CHECK(says(problem("correcthorsebatterystaple"), "guessed first"));
  CHECK(says(problem("IvyMarlowIvyMarlow"), "guessed first"));
  CHECK(says(problem("ivy.marlow-police-2026"), "guessed first"));
  CHECK(says(problem("qwertyuiopasdfghjkl"), "guessed first"));
  CHECK(says(problem("\xff\xfe-0123456789-abcdef"), "not UTF-8"));
}

TEST_CASE("the table of roles holds together") {
  const auto roles = shipped_roles();
  for (const auto& name : roles.names()) CHECK_FALSE(roles.problem_with({name}));
  CHECK(roles.permissions_of({"auditor", "analyst"}) ==
        std::vector<std::string>{"decide", "search", "see_audit", "see_picture"});
  CHECK(roles.permissions_of({"gone"}).empty());
  CHECK_THROWS_AS(Roles("role,permission\na,b\n"), base::Error);
  CHECK_THROWS_AS(Roles("role,permission,because\na,,b\n"), base::Error);
}

TEST_CASE("a hash is read back by libsodium, and an empty one fits nothing") {
  PasswordHasher hasher(quick_settings(), repeatable_random());
  const auto hash = hasher.hash("a");
  CHECK(hasher.fits("a", hash));
  CHECK_FALSE(hasher.fits("b", hash));
  CHECK_FALSE(hasher.fits("", ""));
  CHECK_FALSE(hasher.fits("a", "not a hash"));
  CHECK(hasher.hash("a") != hash);
  CHECK_FALSE(hasher.is_outdated(hash));
  CHECK(PasswordHasher(quick_settings(), repeatable_random()).hash("a") == hash);
}

TEST_CASE("pass phrases are of six words, and good passwords") {
  const auto random = repeatable_random();
  for (int i = 0; i < 50; ++i) {
    const auto phrase = make_pass_phrase(random);
    CHECK(base::split(phrase, '-').size() == 6);
    CHECK_FALSE(problem_with_password(phrase, "ivy.marlow", "Ivy Marlow"));
  }
}

TEST_CASE("demo accounts are made once, and can sign in") {
  const auto folder = TestInstallation::new_folder();
  {
    const auto store = store::open_sqlite(folder);
    Accounts accounts(*store, quick_settings(), repeatable_random());
    const auto make = [&] {
      return make_demo_accounts(*store, accounts.hasher(), accounts.random(),
                                {"QUARTZWING", "FLINTMOTH"}, noon);
    };
    const auto made = make();
    CHECK(made.size() == 4);
    CHECK(make().empty());
    for (const auto& each : made) {
      const auto result = accounts.sign_in({each.user, each.pass_phrase, "a"}, noon);
      REQUIRE(std::holds_alternative<SessionBegun>(result));
      const auto& who = std::get<SessionBegun>(result).who;
      CHECK(who.display_name == each.display_name);
      CHECK(!who.permissions.empty());
      const bool is_tarn = each.user == "tarn.okafor";
      if (is_tarn) {
        CHECK(who.viewer.compartments == std::vector<std::string>{"FLINTMOTH", "QUARTZWING"});
      }
    }
  }
  std::filesystem::remove_all(folder);
}
