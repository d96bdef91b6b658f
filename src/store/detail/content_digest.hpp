#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <sodium.h>

#include "model/correction.hpp"
#include "model/decision.hpp"
#include "model/jotting.hpp"
#include "model/record.hpp"

namespace store {

/// BLAKE2b-256 over texts and numbers, each told from its neighbours by its length.
class ContentDigest {
 public:
  ContentDigest();
  void add(std::string_view text);
  void add(std::int64_t number);
  void add(std::span<const std::int64_t> numbers);
  /// Of which the length was added before.
  void add_bytes(const void* bytes, std::size_t size);
  std::string hex();

 private:
  crypto_generichash_state state_;
};

/// What a batch holds, row by row, as the audit entry of its import commits to it. Ids take no
/// part: they never leave the store.
class BatchDigest {
 public:
  explicit BatchDigest(const model::Batch& batch);
  /// label_key is needed where it differs from that of the record before.
  void add(const model::Record& record, std::string_view label_key);
  void add(const model::RejectedRow& row);
  std::string hex();

 private:
  ContentDigest records_, rejected_;
  std::string last_label_key_;
};

std::string digest_of(const model::Decision& decision);
std::string digest_of(const model::Correction& correction);
std::string digest_of(const model::Jotting& jotting);
std::string digest_of_frozen(std::string_view name, std::string_view text);

}  // namespace store
