#include "accounts/change_accounts.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "accounts/password_policy.hpp"
#include "accounts/roles.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace accounts {

namespace {

using model::Account;
using Names = std::vector<std::string>;

constexpr std::size_t name_bytes_max = 80;

[[noreturn]] void refuse(const std::string& sentence) {
  throw base::Error(base::Fault::invalid, sentence);
}

[[noreturn]] void refuse_unknown(const std::string& user) {
  throw base::Error(base::Fault::missing, "There is no account " + base::quoted(user) + ".");
}

Names sorted(Names names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= name_bytes_max && base::is_utf8(text) &&
         base::trim(text) == text && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < ' ' || c == 127;
         });
}

bool is_user(std::string_view user) {
  return user.size() >= 2 && user.size() <= 40 && std::all_of(user.begin(), user.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                  c == '_';
         });
}

void require_possible(const Account& account, model::Tier ceiling) {
  if (!is_user(account.user)) {
    refuse("A user name is 2 to 40 letters a to z, digits, dots, hyphens and underscores.");
  }
  if (!is_name(account.display_name)) refuse("A name for the screen has 1 to 80 characters.");
  if (const auto problem = shipped_roles().problem_with(account.roles)) refuse(*problem);
  if (account.clearance > ceiling) {
    refuse("This installation holds nothing above " + std::string(model::marking(ceiling)) +
           ": nobody can be cleared for more.");
  }
  for (const auto* names : {&account.compartments, &account.groups}) {
    for (const auto& name : *names) {
      if (!is_name(name)) refuse("A compartment or group has a name of 1 to 80 characters.");
    }
  }
}

void require_good_password(const std::string& password, const Account& account) {
  const auto problem = problem_with_password(password, account.user, account.display_name);
  if (problem) refuse(*problem);
}

bool keeps_accounts(const Account& account, const Roles& roles) {
  const auto held = roles.permissions_of(account.roles);
  return account.state == model::AccountState::active &&
         std::find(held.begin(), held.end(), "manage_accounts") != held.end();
}

// Or the installation could be ruled from its machine only.
void require_keeper_left(store::Transaction& transaction, const Account& before,
                         const Account& after) {
  const auto roles = shipped_roles();
  if (!keeps_accounts(before, roles) || keeps_accounts(after, roles)) return;
  for (const auto& other : transaction.accounts()) {
    if (other.user != before.user && keeps_accounts(other, roles)) return;
  }
  throw base::Error(base::Fault::conflict,
                    "Nobody would be left to keep accounts: make another administrator first.");
}

nlohmann::ordered_json rights_json(const Account& account) {
  return {{"roles", account.roles},
          {"clearance", base::name_of(account.clearance)},
          {"compartments", account.compartments},
          {"groups", account.groups},
          {"custodian", account.is_custodian},
          {"state", base::name_of(account.state)}};
}

model::AuditEntry entry_of(const Act& act, const char* action, const std::string& user,
                           const nlohmann::ordered_json& details) {
  return {.at = act.now,
          .actor = act.actor,
          .operation = model::Operation::administration,
          .action = action,
          .subject = user,
          .reason = act.reason,
          .details = details.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
          .label = {.tier = model::Tier::official}};
}

void apply(Account& account, const AccountChange& change) {
  if (change.display_name) account.display_name = *change.display_name;
  if (change.roles) account.roles = sorted(*change.roles);
  if (change.clearance) account.clearance = *change.clearance;
  if (change.compartments) account.compartments = sorted(*change.compartments);
  if (change.groups) account.groups = sorted(*change.groups);
  if (change.is_custodian) account.is_custodian = *change.is_custodian;
  if (change.state) account.state = *change.state;
}

}  // namespace

std::string folded_user(std::string_view typed) { return base::to_lower_ascii(base::trim(typed)); }

Account add_account(store::Store& store, PasswordHasher& hasher, const NewAccount& wanted,
                    const std::string& password, Next next, const Act& act) {
  const auto& rights = wanted.rights;
  const Account account{.user = folded_user(wanted.user),
                        .display_name = wanted.display_name,
                        .roles = sorted(rights.roles),
                        .clearance = rights.clearance,
                        .compartments = sorted(rights.compartments),
                        .groups = sorted(rights.groups),
                        .is_custodian = rights.is_custodian,
                        .must_change = next == Next::must_change,
                        .created = act.now,
                        .changed = act.now};
  require_possible(account, store.ceiling());
  require_good_password(password, account);
  // Before the transaction: nobody who writes waits for a hash.
  const auto hash = hasher.hash(password);
  const auto transaction = store.begin(store::Access::read_write);
  if (transaction->account(account.user)) {
    throw base::Error(base::Fault::conflict,
                      "There is an account " + base::quoted(account.user) + " already.");
  }
  transaction->save(account, hash,
                    entry_of(act, "add account", account.user, {{"now", rights_json(account)}}));
  transaction->commit();
  return account;
}

Account change_account(store::Store& store, const std::string& user, const AccountChange& change,
                       const Act& act) {
  if (act.by == Act::By::account && act.actor == user) {
    throw base::Error(base::Fault::forbidden,
                      "Nobody changes their own account: ask another administrator.");
  }
  const auto transaction = store.begin(store::Access::read_write);
  const auto before = transaction->account(user);
  if (!before) refuse_unknown(user);
  auto account = *before;
  apply(account, change);
  if (account == *before) return account;
  account.changed = act.now;
  if (account.state == model::AccountState::disabled) ++account.epoch;
  require_possible(account, store.ceiling());
  require_keeper_left(*transaction, *before, account);
  transaction->save(account, {},
                    entry_of(act, "change account", user,
                             {{"before", rights_json(*before)}, {"now", rights_json(account)}}));
  transaction->commit();
  return account;
}

Account set_password(store::Store& store, PasswordHasher& hasher, const std::string& user,
                     const std::string& password, Next next, const Act& act) {
  const auto known = store.begin(store::Access::read_only)->account(user);
  if (!known) refuse_unknown(user);
  require_good_password(password, *known);
  const auto hash = hasher.hash(password);
  const auto transaction = store.begin(store::Access::read_write);
  auto account = transaction->account(user).value_or(*known);
  ++account.epoch;
  account.must_change = next == Next::must_change;
  account.changed = act.now;
  transaction->save(account, hash, entry_of(act, "set password", user, {}));
  transaction->commit();
  return account;
}

}  // namespace accounts
