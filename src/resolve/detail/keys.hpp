#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/threads.hpp"
#include "resolve/detail/encoded_table.hpp"

namespace resolve::detail {

using Key = std::uint32_t;

/// A way in which two rows can share something: a word of the name, its sound, a whole value, a
/// part of a date, the beginning of a code.
struct KeyScheme {
  enum class Of { name_words, values, text_words };

  std::size_t field = 0;
  Of of = Of::values;
  std::string part;           ///< what is made of each, in words; "" if it is the key itself
  std::int32_t tenths = 10;   ///< of a shared key's rarity that count towards candidates
  bool for_sampling = false;  ///< pairs that share such a key are a stratum of the sample
  std::function<std::string(const std::string&)> derive;  ///< the key; "" if there is none
};

std::vector<KeyScheme> key_schemes(const EncodedTable& table);

/// The keys of a table's rows by one scheme, numbered as they first appear. Refers to the table,
/// and grows with it.
class KeyNumbers {
 public:
  KeyNumbers(const EncodedTable& table, KeyScheme scheme);
  KeyNumbers(const KeyNumbers&) = delete;
  KeyNumbers& operator=(const KeyNumbers&) = delete;
  KeyNumbers(KeyNumbers&&) = default;
  KeyNumbers& operator=(KeyNumbers&&) = default;

  /// Takes in what the table has gained.
  void extend();

  const KeyScheme& scheme() const { return scheme_; }
  std::size_t size() const { return scheme_.derive ? texts_.size() : items().size(); }
  const std::string& text(Key key) const { return scheme_.derive ? *texts_[key] : items()[key]; }
  /// Ascending, each once.
  void of_row(Row row, std::vector<Key>& keys) const;

 private:
  /// What keys are made of: words or values.
  const std::vector<std::string>& items() const;

  const EncodedTable* table_;
  KeyScheme scheme_;
  std::vector<Key> key_of_item_;  ///< these three only if keys are derived
  std::unordered_map<std::string, Key> known_;
  std::vector<const std::string*> texts_;  ///< within known_
};

/// The keys of a whole table by one scheme, and the rows that share each.
struct KeyFamily {
  KeyNumbers numbers;
  Lists keys_of_row;  ///< ascending
  Lists rows_of_key;  ///< ascending
};

/// They refer to the table.
std::vector<KeyFamily> find_keys(const EncodedTable& table, base::Threads threads);

}  // namespace resolve::detail
