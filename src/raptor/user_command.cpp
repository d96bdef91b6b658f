#include "raptor/user_command.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "accounts/change_accounts.hpp"
#include "accounts/pass_phrase.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/command_viewer.hpp"
#include "raptor/machine.hpp"
#include "raptor/read_password.hpp"
#include "store/sqlite_store.hpp"

namespace raptor {

namespace {

using Json = nlohmann::ordered_json;
using Names = std::vector<std::string>;
using accounts::Next;

struct UserArguments {
  CommandContext context;  // of which only the folder and the name are asked for
  std::string user, display_name, clearance, reason;
  Names roles, compartments, groups;                 // given
  Names less_roles, less_compartments, less_groups;  // taken away
  bool is_custodian = false, is_no_custodian = false;
  bool generate = false, must_change = false;
  bool json = false;
};

std::unique_ptr<store::Store> open_store(const UserArguments& arguments) {
  require_store(arguments.context);
  return store::open_sqlite(arguments.context.data);
}

accounts::PasswordHasher new_hasher() { return {accounts::Settings{}, store::fill_from_system}; }

accounts::Act act_of(const UserArguments& arguments) {
  const auto& as = arguments.context.as;
  return {.actor = as.empty() ? user_of_this_machine() : as,
          .by = accounts::Act::By::machine,
          .now = clock_now(),
          .reason = arguments.reason};
}

model::Tier tier_of(const std::string& text) {
  const auto named = base::named<model::Tier>(text);
  const auto tier = named ? *named : model::tier_of_marking(text);
  if (tier != model::Tier::unreadable) return tier;
  throw base::Error(base::Fault::invalid,
                    base::quoted(text) + " is no marking; one is OFFICIAL-SENSITIVE");
}

std::string password_of(const UserArguments& arguments) {
  if (!arguments.generate) return read_password();
  return accounts::make_pass_phrase(store::fill_from_system);
}

// A password that was made for somebody is told once, and is theirs to change.
Next next_of(const UserArguments& arguments) {
  return arguments.generate || arguments.must_change ? Next::must_change : Next::keep;
}

void tell(const UserArguments& arguments, const std::string& password) {
  if (arguments.generate) {
    std::cout << "The pass phrase, told this once: " << password << "\n"
              << "It must be changed on signing in.\n";
  }
}

void add(const UserArguments& arguments) {
  const auto store = open_store(arguments);
  auto hasher = new_hasher();
  accounts::NewAccount wanted{
      .user = arguments.user,
      .display_name = arguments.display_name.empty() ? arguments.user : arguments.display_name,
      .rights = {.roles = arguments.roles,
                 .clearance =
                     arguments.clearance.empty() ? store->ceiling() : tier_of(arguments.clearance),
                 .compartments = arguments.compartments,
                 .groups = arguments.groups,
                 .is_custodian = arguments.is_custodian}};
  const auto password = password_of(arguments);
  const auto account = accounts::add_account(*store, hasher, wanted, password, next_of(arguments),
                                             act_of(arguments));
  std::cout << "Added " << account.user << ".\n";
  tell(arguments, password);
}

void set_password(const UserArguments& arguments) {
  const auto store = open_store(arguments);
  auto hasher = new_hasher();
  const auto user = accounts::folded_user(arguments.user);
  const auto password = password_of(arguments);
  accounts::set_password(*store, hasher, user, password, next_of(arguments), act_of(arguments));
  std::cout << user << " has a new password, and is signed out everywhere.\n";
  tell(arguments, password);
}

void change(const UserArguments& arguments, const accounts::AccountChange& wanted,
            const char* what) {
  const auto store = open_store(arguments);
  const auto user = accounts::folded_user(arguments.user);
  accounts::change_account(*store, user, wanted, act_of(arguments));
  std::cout << user << " " << what << "; that holds from their next request on.\n";
}

// Nothing where nothing is given or taken.
std::optional<Names> changed(const Names& held, const Names& more, const Names& less) {
  if (more.empty() && less.empty()) return {};
  auto names = held;
  names.insert(names.end(), more.begin(), more.end());
  std::erase_if(names, [&](const auto& name) {
    return std::find(less.begin(), less.end(), name) != less.end();
  });
  return names;
}

void grant(const UserArguments& arguments) {
  const auto store = open_store(arguments);
  const auto user = accounts::folded_user(arguments.user);
  const auto held = store->begin(store::Access::read_only)->account(user);
  if (!held) {
    throw base::Error(base::Fault::missing, "there is no account " + base::quoted(user) +
                                                "; raptor user list shows them");
  }
  accounts::AccountChange wanted{
      .roles = changed(held->roles, arguments.roles, arguments.less_roles),
      .compartments =
          changed(held->compartments, arguments.compartments, arguments.less_compartments),
      .groups = changed(held->groups, arguments.groups, arguments.less_groups)};
  if (!arguments.display_name.empty()) wanted.display_name = arguments.display_name;
  if (!arguments.clearance.empty()) wanted.clearance = tier_of(arguments.clearance);
  if (arguments.is_custodian || arguments.is_no_custodian) {
    wanted.is_custodian = arguments.is_custodian;
  }
  change(arguments, wanted, "has these rights now");
}

std::string names_in_words(const Names& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void list(const UserArguments& arguments) {
  const auto store = open_store(arguments);
  const auto act = act_of(arguments);
  store->consultations().log({.at = act.now,
                              .actor = act.actor,
                              .action = "list accounts",
                              .subject = "accounts",
                              .label = {.tier = model::Tier::official}});
  auto json = Json::array();
  for (const auto& account : store->begin(store::Access::read_only)->accounts()) {
    json.push_back({{"user", account.user},
                    {"display_name", account.display_name},
                    {"state", base::name_of(account.state)},
                    {"roles", account.roles},
                    {"clearance", base::name_of(account.clearance)},
                    {"compartments", account.compartments},
                    {"groups", account.groups},
                    {"custodian", account.is_custodian},
                    {"must_change_password", account.must_change}});
    if (arguments.json) continue;
    std::cout << account.user << "  " << account.display_name << "  "
              << base::name_of(account.state) << "  " << names_in_words(account.roles) << "  "
              << model::marking(account.clearance)
              << (account.compartments.empty() ? ""
                                               : "  under " + names_in_words(account.compartments))
              << (account.groups.empty() ? "" : "  of " + names_in_words(account.groups))
              << (account.is_custodian ? "  custodian" : "") << "\n";
  }
  if (arguments.json) std::cout << json.dump(1) << "\n";
}

CLI::App* add_one(CLI::App& command, const char* name, const char* what, UserArguments& arguments) {
  auto* one = command.add_subcommand(name, what);
  one->add_option("--data", arguments.context.data, "The store's folder")->capture_default_str();
  one->add_option("--as", arguments.context.as,
                  "Your name, for the audit (default: the one you signed in with)");
  return one;
}

CLI::App* add_one_of(CLI::App& command, const char* name, const char* what,
                     UserArguments& arguments) {
  auto* one = add_one(command, name, what, arguments);
  one->add_option("USER", arguments.user, "The name they sign in with")->required();
  one->add_option("--reason", arguments.reason, "Why, for the audit");
  return one;
}

void add_rights(CLI::App& one, UserArguments& arguments) {
  one.add_option("--name", arguments.display_name, "Their name, as screens show it");
  one.add_option("--role", arguments.roles, "analyst, inspector, administrator …; may be repeated");
  one.add_option("--compartment", arguments.compartments, "They work under it; may be repeated");
  one.add_option("--group", arguments.groups, "They belong to it; may be repeated");
  one.add_option("--clearance", arguments.clearance, "OFFICIAL, OFFICIAL-SENSITIVE …");
  one.add_flag("--custodian", arguments.is_custodian,
               "They also see records whose marking nobody could read");
}

void add_password_options(CLI::App& one, UserArguments& arguments) {
  one.add_flag("--generate", arguments.generate,
               "Make a pass phrase and print it once, instead of reading one line of input");
  one.add_flag("--must-change", arguments.must_change, "They must choose another on signing in");
}

}  // namespace

void add_user_command(CLI::App& app) {
  // Lives as long as the callbacks of the command.
  const auto arguments = std::make_shared<UserArguments>();
  auto* command = app.add_subcommand("user", "Who may sign in, and what they may do and see");
  command->require_subcommand(1);
  command->footer(
      "  raptor user add ivy.marlow --name 'Ivy Marlow' --role analyst --generate\n"
      "  raptor user grant ivy.marlow --compartment QUARTZWING --reason 'joins the operation'\n"
      "  raptor user disable ivy.marlow --reason 'left the unit'");
  auto* adding = add_one_of(*command, "add", "Add an account", *arguments);
  add_rights(*adding, *arguments);
  add_password_options(*adding, *arguments);
  adding->callback([arguments] { add(*arguments); });
  auto* granting = add_one_of(*command, "grant", "Give rights, or take them away", *arguments);
  add_rights(*granting, *arguments);
  granting->add_option("--take-role", arguments->less_roles, "Take this role away");
  granting->add_option("--take-compartment", arguments->less_compartments, "Take this one away");
  granting->add_option("--take-group", arguments->less_groups, "Take this one away");
  granting->add_flag("--no-custodian", arguments->is_no_custodian, "No custodian any more")
      ->excludes("--custodian");
  granting->callback([arguments] { grant(*arguments); });
  auto* setting = add_one_of(*command, "password", "Set a password", *arguments);
  add_password_options(*setting, *arguments);
  setting->callback([arguments] { set_password(*arguments); });
  add_one_of(*command, "disable", "Let nobody sign in by it", *arguments)->callback([arguments] {
    change(*arguments, {.state = model::AccountState::disabled}, "is disabled");
  });
  add_one_of(*command, "enable", "Let them sign in again", *arguments)->callback([arguments] {
    change(*arguments, {.state = model::AccountState::active}, "may sign in again");
  });
  auto* listing = add_one(*command, "list", "Show all accounts (this is logged)", *arguments);
  listing->add_flag("--json", arguments->json, "Print JSON");
  listing->callback([arguments] { list(*arguments); });
}

}  // namespace raptor
