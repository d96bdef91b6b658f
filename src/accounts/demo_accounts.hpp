#pragma once

#include <string>
#include <vector>

#include "accounts/password_hasher.hpp"
#include "accounts/settings.hpp"
#include "store/store.hpp"

namespace accounts {

struct DemoAccount {
  std::string user, display_name;
  std::string what;         ///< they are there to show, in a sentence
  std::string pass_phrase;  ///< kept nowhere: to be printed once
};

/// Four people for trying the program out: an analyst, one who holds `compartments` besides, an
/// inspector and an administrator. Nothing is made, and nothing returned, if there is any account.
std::vector<DemoAccount> make_demo_accounts(store::Store& store, PasswordHasher& hasher,
                                            const Random& random,
                                            const std::vector<std::string>& compartments,
                                            base::Seconds now);

}  // namespace accounts
