#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/threads.hpp"
#include "resolve/bits.hpp"
#include "resolve/detail/encoded_table.hpp"

namespace resolve::detail {

/// Everything two rows can share, by family: a word of the name, its sound, a whole value, a part
/// of a date, the beginning of a code.
struct KeyFamily {
  std::string name;
  std::int32_t part = 10;     ///< tenths of a shared key's rarity that count towards candidates
  bool for_sampling = false;  ///< pairs that share such a key are a stratum of the sample
  Lists keys_of_row;          ///< ascending
  Lists rows_of_key;          ///< ascending
};

std::vector<KeyFamily> find_keys(const EncodedTable& table, base::Threads threads);

}  // namespace resolve::detail
