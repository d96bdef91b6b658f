#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "model/account.hpp"

namespace store {

/// An account with the hash of its password, as the table holds it.
struct KeptAccount {
  model::Account account;
  std::string password_hash;
};

/// The accounts as one transaction sees them; see Transaction.
class AccountTable {
 public:
  explicit AccountTable(SQLite::Database& database) : database_(database) {}

  std::vector<KeptAccount> all();  ///< by user
  std::optional<KeptAccount> find(const std::string& user);
  void save(const KeptAccount& kept);
  std::int64_t version();

 private:
  SQLite::Database& database_;
};

/// BLAKE2b-256 of all of it, the hash of the password too: that has a salt of 128 bits, so nobody
/// can try passwords against the digest.
std::string digest_of(const KeptAccount& kept);

}  // namespace store
