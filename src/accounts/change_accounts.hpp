#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/password_hasher.hpp"
#include "model/account.hpp"
#include "store/store.hpp"

namespace accounts {

/// Who acts, when and why: for the log. On the machine itself whoever can open the store's folder
/// may do anything; by an account nobody changes what they themselves may do or see.
struct Act {
  enum class By { account, machine };
  std::string actor;
  By by = By::account;
  base::Seconds now = 0;
  std::string reason;
};

/// As a name is kept and compared: without blanks around it, in lower case.
std::string folded_user(std::string_view typed);

/// What an administrator decides of an account. Lists may be in any order and hold repeats.
struct AccountRights {
  std::vector<std::string> roles;
  model::Tier clearance = model::Tier::official_sensitive;
  std::vector<std::string> compartments, groups;
  bool is_custodian = false;
};

struct NewAccount {
  std::string user, display_name;
  AccountRights rights;
};

enum class Next { must_change, keep };  ///< of a password that its user did not choose

/// Throws Fault::invalid for a name, a right or a password that cannot be, Fault::conflict if there
/// is such a user.
model::Account add_account(store::Store& store, PasswordHasher& hasher, const NewAccount& wanted,
                           const std::string& password, Next next, const Act& act);

/// Only what is given is changed; of a disabled account all sessions end. Throws Fault::missing if
/// there is no such user, Fault::invalid as add_account, Fault::forbidden for one's own account,
/// Fault::conflict if nobody would be left to keep accounts.
struct AccountChange {
  std::optional<std::string> display_name;
  std::optional<std::vector<std::string>> roles;
  std::optional<model::Tier> clearance;
  std::optional<std::vector<std::string>> compartments, groups;
  std::optional<bool> is_custodian;
  std::optional<model::AccountState> state;
};
model::Account change_account(store::Store& store, const std::string& user,
                              const AccountChange& change, const Act& act);

/// Ends all sessions of that user. Throws as change_account; one's own password may be set.
model::Account set_password(store::Store& store, PasswordHasher& hasher, const std::string& user,
                            const std::string& password, Next next, const Act& act);

}  // namespace accounts
