#include "accounts/accounts.hpp"

#include <thread>

#include <doctest/doctest.h>

#include "accounts/detail/test_installation.hpp"
#include "base/error.hpp"

using namespace accounts;

namespace {

const access::Viewer everybody{.name = "test"};

SignInRefused refusal_of(TestInstallation& site, const Credentials& credentials,
                         base::Seconds now = noon) {
  const auto result = site.accounts.sign_in(credentials, now);
  const auto* refused = std::get_if<SignInRefused>(&result);
  return refused ? *refused : SignInRefused{"let in"};
}

std::vector<std::string> outcomes(TestInstallation& site) {
  std::vector<std::string> outcomes;
  for (const auto& [number, entry] : site.store->consultations().entries(everybody)) {
    outcomes.push_back(entry.actor + " " + entry.action + " " + entry.details);
  }
  return outcomes;
}

std::string outcome(const std::string& who_and_what, const std::string& how,
                    const std::string& peer = "10.0.0.1") {
  return who_and_what + R"( {"outcome":")" + how + R"(","peer":")" + peer + "\"}";
}

std::optional<base::Fault> fault_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    return error.fault();
  }
  return {};
}

}  // namespace

TEST_CASE("who signs in is known by the token, with what the account may do and see") {
  TestInstallation site;
  const auto token = site.token_of(" Ann ");
  REQUIRE(token.size() == 64);
  const auto who = site.accounts.identify(token, noon + 60).value();
  CHECK(who.user == "ann");
  CHECK(who.roles == std::vector<std::string>{"analyst"});
  CHECK(who.permissions == std::vector<std::string>{"decide", "search", "see_picture"});
  CHECK(who.viewer.name == "ann");
  CHECK(who.viewer.compartments == std::vector<std::string>{"NIGHTJAR"});
  CHECK(who.idle_until == noon + 60 + 15 * 60);
  CHECK(who.ends == noon + 12 * 3600);
  CHECK_FALSE(site.accounts.identify(who.session, noon));
  CHECK_FALSE(site.accounts.identify("", noon));
  CHECK(site.token_of("ann") != token);
}

TEST_CASE("administrators see no records; inspectors see the picture and the log") {
  TestInstallation site;
  using Names = std::vector<std::string>;
  CHECK(site.accounts.identify(site.token_of("adam"), noon)->permissions ==
        Names{"manage_accounts"});
  CHECK(site.accounts.identify(site.token_of("ida"), noon)->permissions ==
        Names{"search", "see_audit", "see_picture"});
}

TEST_CASE("a session ends when idle, at its end, and by signing out") {
  TestInstallation site;
  const auto idle = site.token_of("ann");
  CHECK(site.accounts.identify(idle, noon + 899));
  CHECK(site.accounts.identify(idle, noon + 899 + 899));
  CHECK_FALSE(site.accounts.identify(idle, noon + 899 + 899 + 900));
  CHECK_FALSE(site.accounts.identify(idle, noon + 899 + 899));  // for good
  const auto busy = site.token_of("ann");
  for (base::Seconds at = 0; at < 12 * 3600; at += 600) {
    CHECK(site.accounts.identify(busy, noon + at));
  }
  CHECK_FALSE(site.accounts.identify(busy, noon + 12 * 3600));
  const auto left = site.token_of("ann");
  site.accounts.sign_out(left, noon);
  CHECK_FALSE(site.accounts.identify(left, noon));
  CHECK(site.accounts.sweep(noon).size() == 3);
  CHECK(site.accounts.sweep(noon).empty());
}

TEST_CASE("nobody can tell why they were not let in") {
  TestInstallation site;
  change_account(*site.store, "ida", {.state = model::AccountState::disabled}, site.machine());
  const auto wrong = refusal_of(site, {"ann", "not the right password", "10.0.0.1"});
  const auto unknown = refusal_of(site, {"hunter2!", good_password, "10.0.0.1"});
  const auto disabled = refusal_of(site, {"ida", good_password, "10.0.0.1"});
  CHECK(wrong.sentence == "The user name or the password is not right.");
  CHECK(unknown.sentence == wrong.sentence);
  CHECK(disabled.sentence == wrong.sentence);
  CHECK(wrong.retry_after + unknown.retry_after + disabled.retry_after == 0);
  // The log can; but what nobody is called may be a password in the wrong place.
  CHECK(outcomes(site) ==
        std::vector<std::string>{outcome("ann sign in", "wrong password"),
                                 outcome("nobody known sign in", "no such account"),
                                 outcome("ida sign in", "disabled")});
}

TEST_CASE("every sign-in and sign-out is logged") {
  TestInstallation site;
  site.accounts.sign_out(site.token_of("ann"), noon);
  CHECK(outcomes(site) == std::vector<std::string>{outcome("ann sign in", "signed in"),
                                                   outcome("ann sign out", "signed out")});
  CHECK(site.store->begin(store::Access::read_only)->verify_audit().is_sound());
}

TEST_CASE("too many failures slow an account down, whoever it is said to be") {
  for (const std::string user : {"ann", "nobody"}) {
    TestInstallation site;
    const auto fail = [&](base::Seconds now, int peer) {
      return refusal_of(site, {user, "wrong wrong wrong", "10.0.1." + std::to_string(peer)}, now);
    };
    for (int i = 0; i < 10; ++i) CHECK(fail(noon + i, i).retry_after == 0);
    CHECK(fail(noon + 9, 20).retry_after == 15);
    CHECK(fail(noon + 20, 20).retry_after == 4);  // the same wait: asking does not lengthen it
    CHECK(fail(noon + 24, 20).retry_after == 0);
    CHECK(fail(noon + 25, 20).retry_after == 29);
    // Not even with the right password; later, again.
    CHECK(site.token_of(user, noon + 26).empty());
    CHECK(fail(noon + 3600, 20).retry_after == 0);
    CHECK(site.token_of("ida", noon + 30) != "");  // nobody else waits
    const auto told = outcomes(site);
    CHECK(std::count_if(told.begin(), told.end(), [](const auto& each) {
            return each.find("too many attempts") != std::string::npos;
          }) == 2);  // once for each wait
  }
}

TEST_CASE("signing in forgives the account its failures") {
  TestInstallation site;
  for (int i = 0; i < 9; ++i) refusal_of(site, {"ann", "wrong", "10.0.0.2"});
  CHECK(site.token_of("ann") != "");
  for (int i = 0; i < 9; ++i) {
    CHECK(refusal_of(site, {"ann", "wrong", "10.0.0.2"}).retry_after == 0);
  }
}

TEST_CASE("too many failures slow an address down, whomever it tries") {
  TestInstallation site;
  for (int i = 0; i < 30; ++i) {
    CHECK(refusal_of(site, {"user" + std::to_string(i), "wrong", "10.0.0.9"}).retry_after == 0);
  }
  CHECK(refusal_of(site, {"ann", good_password, "10.0.0.9"}).retry_after == 15);
  CHECK(site.token_of("ann") != "");
}

TEST_CASE("a change to an account holds at the next request") {
  TestInstallation site;
  const auto token = site.token_of("ann");
  const auto change = [&](const AccountChange& wanted) {
    change_account(*site.store, "ann", wanted, TestInstallation::by("adam"));
  };
  change({.compartments = {{"OTTER"}}});
  CHECK(site.accounts.identify(token, noon)->viewer.compartments ==
        std::vector<std::string>{"OTTER"});
  change({.roles = {{"auditor"}}});
  CHECK(site.accounts.identify(token, noon)->permissions == std::vector<std::string>{"see_audit"});
  change({.state = model::AccountState::disabled});
  change({.state = model::AccountState::active});
  CHECK_FALSE(site.accounts.identify(token, noon));  // no request came between, and yet
}

TEST_CASE("a change by another process holds too") {
  TestInstallation site;
  const auto token = site.token_of("ann");
  change_account(*store::open_sqlite(site.folder), "ann", {.state = model::AccountState::disabled},
                 TestInstallation::machine());
  CHECK(site.accounts.sweep(noon).size() == 1);
  CHECK_FALSE(site.accounts.identify(token, noon));
}

TEST_CASE("a new password ends all other sessions and begins one") {
  TestInstallation site;
  const auto one = site.token_of("ann"), other = site.token_of("ann");
  const std::string next = "walnut-ferry-copper-mist";
  const auto change = [&](const std::string& token, const std::string& from) {
    return site.accounts.change_password(token, from, next, noon);
  };
  CHECK(std::holds_alternative<SignInRefused>(change(one, "not the old password")));
  CHECK(fault_of([&] { change("no token", good_password); }) == base::Fault::missing);
  CHECK(fault_of([&] { site.accounts.change_password(one, good_password, "too short", noon); }) ==
        base::Fault::invalid);
  const auto changed = std::get<SessionBegun>(change(one, good_password));
  CHECK_FALSE(site.accounts.identify(one, noon));
  CHECK_FALSE(site.accounts.identify(other, noon));
  CHECK(site.accounts.identify(changed.token, noon)->user == "ann");
  CHECK(site.token_of("ann").empty());
  CHECK(site.token_of("ann", noon, next) != "");
}

TEST_CASE("who must change their password may do nothing before") {
  TestInstallation site;
  set_password(*site.store, site.accounts.hasher(), "ann", "given-by-an-administrator",
               Next::must_change, TestInstallation::by("adam"));
  const auto token = site.token_of("ann", noon, "given-by-an-administrator");
  CHECK(site.accounts.identify(token, noon)->must_change);
  CHECK(site.accounts.identify(token, noon)->permissions.empty());
  const auto changed = std::get<SessionBegun>(
      site.accounts.change_password(token, "given-by-an-administrator", good_password, noon));
  CHECK_FALSE(changed.who.must_change);
  CHECK(site.accounts.identify(changed.token, noon)->permissions.size() == 3);
}

TEST_CASE("one sees and ends one's own sessions") {
  TestInstallation site;
  site.token_of("ann", noon);
  const auto token = site.token_of("ann", noon + 1);
  const auto own = site.accounts.sessions_of("ann");
  REQUIRE(own.size() == 2);
  CHECK(own[0].began == noon);
  CHECK(own[0].peer == "10.0.0.1");
  CHECK_FALSE(site.accounts.end_session("ida", own[0].name, noon));
  CHECK(site.accounts.end_session("ann", own[0].name, noon));
  CHECK(site.accounts.sessions_of("ann").size() == 1);
  CHECK(site.accounts.identify(token, noon + 1));
}

TEST_CASE("nobody holds more than a few sessions: the idlest makes room") {
  TestInstallation site;
  std::vector<std::string> tokens;
  for (int i = 0; i < 8; ++i) tokens.push_back(site.token_of("ann", noon + i));
  CHECK(site.accounts.identify(tokens[0], noon + 20));
  site.token_of("ann", noon + 21);
  CHECK(site.accounts.identify(tokens[0], noon + 22));
  CHECK_FALSE(site.accounts.identify(tokens[1], noon + 22));
}

TEST_CASE("a password is hashed anew when hashes cost more than they did") {
  TestInstallation site;
  const auto hash = [&] {
    return site.store->begin(store::Access::read_only)->password_hash("ann");
  };
  const auto before = hash();
  CHECK(before.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  auto dearer = quick_settings();
  dearer.cost.passes = 2;
  Accounts later(*site.store, dearer, site.random);
  const auto token = site.token_of("ann");
  CHECK(std::holds_alternative<SessionBegun>(later.sign_in({"ann", good_password, "a"}, noon)));
  CHECK(hash().starts_with("$argon2id$v=19$m=8,t=2,p=1$"));
  CHECK(site.accounts.identify(token, noon));  // nobody is signed out by that
  const auto after = hash();
  CHECK(std::holds_alternative<SessionBegun>(later.sign_in({"ann", good_password, "a"}, noon)));
  CHECK(hash() == after);
}

TEST_CASE("no hash of a password gets into the log") {
  TestInstallation site;
  const access::Viewer sees_all{.name = "x", .compartments = {"NIGHTJAR"}, .is_custodian = true};
  site.token_of("ann");
  for (const auto& [number, entry] :
       site.store->begin(store::Access::read_only)->audit_entries(sees_all)) {
    for (const auto* text : {&entry.details, &entry.subject, &entry.action, &entry.reason}) {
      CHECK(text->find("argon2") == std::string::npos);
      CHECK(text->find(good_password) == std::string::npos);
    }
  }
}

TEST_CASE("many sign in, ask and leave at the same time") {
  Settings settings = quick_settings();
  const store::Random random = store::fill_from_system;
  TestInstallation site(settings);
  Accounts accounts(*site.store, settings, random);
  std::vector<std::thread> threads;
  for (const std::string user : {"ann", "ida", "adam", "nobody"}) {
    threads.emplace_back([&, user] {
      for (int i = 0; i < 5; ++i) {
        const auto result = accounts.sign_in({user, good_password, user}, noon);
        const auto* begun = std::get_if<SessionBegun>(&result);
        CHECK((begun != nullptr) == (user != "nobody"));
        if (!begun) continue;
        CHECK(accounts.identify(begun->token, noon)->user == user);
        accounts.sign_out(begun->token, noon);
        CHECK_FALSE(accounts.identify(begun->token, noon));
      }
    });
  }
  for (auto& thread : threads) thread.join();
}
