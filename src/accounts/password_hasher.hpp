#pragma once

#include <semaphore>
#include <string>
#include <string_view>

#include "accounts/settings.hpp"

namespace accounts {

/// Hashes passwords with argon2id, a few at once. Thread-safe. Throws Fault::unavailable if it was
/// busy for too long, or there is no memory for it.
class PasswordHasher {
 public:
  PasswordHasher(const Settings& settings, Random random);

  /// "$argon2id$v=19$m=65536,t=3,p=1$…$…", with a new salt.
  std::string hash(std::string_view password);
  /// Takes as long for an empty hash, which no password fits: nobody can tell by the time whether
  /// there is such an account.
  bool fits(std::string_view password, const std::string& hash);
  /// Made with other costs than these.
  bool is_outdated(const std::string& hash) const;

 private:
  class Turn;
  std::string hash_in_turn(std::string_view password);

  const HashCost cost_;
  const Random random_;
  std::counting_semaphore<64> turns_;
  std::string dummy_;
};

}  // namespace accounts
