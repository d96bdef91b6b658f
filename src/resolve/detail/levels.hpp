#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "resolve/table.hpp"

namespace resolve::detail {

/// How two cells compare, as a small number. For every kind but names, greater is stronger.
using Level = std::uint8_t;
constexpr Level missing = 0, different = 1;

enum class DateLevel : Level {
  same_day_of_year = 2,
  within_two_years,
  same_year,
  two_digits,
  year_only,
  swapped,
  one_digit,
  exact
};
enum class CodeLevel : Level { prefix = 2, two_edits, two_edits_same_prefix, one_edit, exact };
enum class TextLevel : Level { common_word = 2, rare_word, similar, one_edit, exact };
enum class IdentifierLevel : Level { one_edit = 2, exact };

/// Exact agreement is split by the rarity of the value, in steps of two bits.
constexpr std::size_t rarity_bins = 8;
/// Names: rarity of the words that met, in steps of two bits, by words of the shorter name left
/// over (0, 1, 2 or more).
constexpr std::size_t name_bins = 14;

Level first_exact_level(Kind kind);  ///< not for names
std::size_t level_count(Kind kind);
std::string in_words(Kind kind, Level level);

/// Coarser than levels: what dependence between fields is counted by. 0 is missing.
std::size_t group_of(Kind kind, Level level);
std::size_t group_count(Kind kind);
/// From this group on, the two cells agree.
std::size_t first_agreeing_group(Kind kind);

inline Level name_level(std::size_t bin, std::size_t left_over) {
  return static_cast<Level>(1 + 3 * bin + (2 - left_over));
}

}  // namespace resolve::detail
