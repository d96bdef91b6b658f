#include "api/account_routes.hpp"

#include "accounts/change_accounts.hpp"
#include "accounts/pass_phrase.hpp"
#include "accounts/roles.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "http/reply.hpp"

namespace api {

namespace {

using nlohmann::json;

http::Schema name() { return http::text({.min = 1, .max = 80}); }
http::Schema names() { return http::list_of(name(), {.max = 100}); }
http::Schema user() {
  return http::text({.min = 2, .max = 40}, "Letters a to z, digits, dots, hyphens, underscores.");
}
http::Schema reason() { return http::text({.min = 1, .max = 500}, "Why, for the log."); }

/// What an administrator decides, each where `need` says.
std::vector<http::Property> rights(http::Need need) {
  return {
      {"display_name", name(), need},
      {"roles", http::list_of(http::one_of(accounts::shipped_roles().names()), {.max = 20}), need},
      {"clearance", any_of<model::Tier>(), need},
      {"compartments", names(), need},
      {"groups", names(), need},
      {"is_custodian", http::boolean("May see what carries a marking that nobody could read."),
       need}};
}

http::Schema with(const std::vector<http::Property>& properties,
                  const std::vector<http::Property>& more) {
  return http::object(joined(properties, more));
}

void add_components(http::Router& router) {
  constexpr auto optional = http::Need::optional;
  router.add_component(
      "Account", with(rights(http::Need::required), {{"user", user()},
                                                     {"state", any_of<model::AccountState>()},
                                                     {"must_change_password", http::boolean()},
                                                     {"created", http::date_time()},
                                                     {"changed", http::date_time()}}));
  router.add_component("NewAccount", with(rights(http::Need::required),
                                          {{"user", user()}, {"reason", reason(), optional}}));
  router.add_component("AccountChange",
                       with(rights(optional), {{"state", any_of<model::AccountState>(), optional},
                                               {"reason", reason()}}));
}

json to_json(const model::Account& account) {
  return {{"user", account.user},
          {"display_name", account.display_name},
          {"roles", account.roles},
          {"clearance", base::name_of(account.clearance)},
          {"compartments", account.compartments},
          {"groups", account.groups},
          {"is_custodian", account.is_custodian},
          {"state", base::name_of(account.state)},
          {"must_change_password", account.must_change},
          {"created", base::to_string_utc(account.created)},
          {"changed", base::to_string_utc(account.changed)}};
}

template <class Value>
std::optional<Value> given(const json& body, const char* key) {
  if (!body.contains(key)) return {};
  return body[key].get<Value>();
}

// The schema has let no other name through.
template <class Enum>
std::optional<Enum> given_enum(const json& body, const char* key) {
  const auto name = given<std::string>(body, key);
  return name ? base::named<Enum>(*name) : std::nullopt;
}

accounts::Act act_of(const SessionSite& site, const http::Request& request) {
  return {.actor = request.principal->user,
          .now = site.now(),
          .reason = request.body.value("reason", "")};
}

http::Reply list_accounts(const SessionSite& site, const http::Request& request) {
  auto& store = site.accounts.store();
  store.consultations().log({.at = site.now(),
                             .actor = request.principal->user,
                             .action = "list accounts",
                             .subject = "accounts",
                             .label = {.tier = model::Tier::official}});
  auto list = json::array();
  for (const auto& account : store.begin(store::Access::read_only)->accounts()) {
    list.push_back(to_json(account));
  }
  return http::json_reply({{"accounts", list}});
}

http::Reply add_account(const SessionSite& site, const http::Request& request) {
  const auto& body = request.body;
  const accounts::NewAccount wanted{
      .user = body["user"],
      .display_name = body["display_name"],
      .rights = {.roles = body["roles"],
                 .clearance = given_enum<model::Tier>(body, "clearance").value(),
                 .compartments = body["compartments"],
                 .groups = body["groups"],
                 .is_custodian = body["is_custodian"]}};
  const auto pass_phrase = accounts::make_pass_phrase(site.accounts.random());
  const auto account =
      accounts::add_account(site.accounts.store(), site.accounts.hasher(), wanted, pass_phrase,
                            accounts::Next::must_change, act_of(site, request));
  return http::json_reply({{"account", to_json(account)}, {"pass_phrase", pass_phrase}}, 201);
}

http::Reply change_account(const SessionSite& site, const http::Request& request) {
  using Names = std::vector<std::string>;
  const auto& body = request.body;
  const accounts::AccountChange change{.display_name = given<std::string>(body, "display_name"),
                                       .roles = given<Names>(body, "roles"),
                                       .clearance = given_enum<model::Tier>(body, "clearance"),
                                       .compartments = given<Names>(body, "compartments"),
                                       .groups = given<Names>(body, "groups"),
                                       .is_custodian = given<bool>(body, "is_custodian"),
                                       .state = given_enum<model::AccountState>(body, "state")};
  const auto account = accounts::change_account(site.accounts.store(), request.parameters["user"],
                                                change, act_of(site, request));
  end_sessions_that_are_over(site);
  return http::json_reply(to_json(account));
}

http::Reply give_pass_phrase(const SessionSite& site, const http::Request& request) {
  const std::string of = request.parameters["user"];
  if (of == request.principal->user) {
    throw base::Error(base::Fault::forbidden,
                      "Change your own password where you are asked for the old one.");
  }
  const auto pass_phrase = accounts::make_pass_phrase(site.accounts.random());
  accounts::set_password(site.accounts.store(), site.accounts.hasher(), of, pass_phrase,
                         accounts::Next::must_change, act_of(site, request));
  end_sessions_that_are_over(site);
  return http::json_reply({{"pass_phrase", pass_phrase}});
}

}  // namespace

void add_account_routes(http::Router& router, const SessionSite& site) {
  add_components(router);
  const auto administrators = http::Callers::with("manage_accounts");
  const auto once = http::text({.max = 200}, "Told this once. It must be changed on signing in.");
  const http::Parameter of{.name = "user", .schema = http::text({.min = 1, .max = 40})};
  router.add({.pattern = "/api/accounts",
              .operation = "list_accounts",
              .summary = "All accounts.",
              .tags = {"accounts"},
              .callers = administrators,
              .reply = http::object(
                  {{"accounts", http::list_of(http::refer_to("Account"), {.max = 100'000})}}),
              .handler = [site](const auto& request) { return list_accounts(site, request); }});
  router.add(
      {.method = http::Method::post,
       .pattern = "/api/accounts",
       .operation = "add_account",
       .summary = "A new account, with a pass phrase to hand over.",
       .tags = {"accounts"},
       .callers = administrators,
       .body = http::refer_to("NewAccount"),
       .reply = http::object({{"account", http::refer_to("Account")}, {"pass_phrase", once}}),
       .success = 201,
       .is_write = true,
       .handler = [site](const auto& request) { return add_account(site, request); }});
  router.add({.method = http::Method::patch,
              .pattern = "/api/accounts/{user}",
              .operation = "change_account",
              .summary = "Changes what is given; holds at that user's next request.",
              .tags = {"accounts"},
              .callers = administrators,
              .parameters = {of},
              .body = http::refer_to("AccountChange"),
              .reply = http::refer_to("Account"),
              .is_write = true,
              .handler = [site](const auto& request) { return change_account(site, request); }});
  router.add({.method = http::Method::post,
              .pattern = "/api/accounts/{user}/password",
              .operation = "give_pass_phrase",
              .summary = "A new pass phrase to hand over, for who has lost theirs.",
              .tags = {"accounts"},
              .callers = administrators,
              .parameters = {of},
              .body = http::object({{"reason", reason()}}),
              .reply = http::object({{"pass_phrase", once}}),
              .is_write = true,
              .handler = [site](const auto& request) { return give_pass_phrase(site, request); }});
}

}  // namespace api
