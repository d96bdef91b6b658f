#include "resolve/detail/levels.hpp"

#include <array>

namespace resolve::detail {

namespace {

constexpr std::array date_words = {"same day and month",  "within two years",
                                   "same year",           "two digits differ",
                                   "only the year known", "day and month swapped or digits crossed",
                                   "one digit differs"};
constexpr std::array code_words = {"same beginning", "two characters differ",
                                   "same beginning, two characters differ",
                                   "one character differs"};
constexpr std::array text_words = {"share a common word", "share a rare word", "similar",
                                   "one or two letters differ"};
constexpr std::array identifier_words = {"one character differs"};

const char* near_in_words(Kind kind, std::size_t index) {
  switch (kind) {
    case Kind::date:
      return date_words.at(index);
    case Kind::code:
      return code_words.at(index);
    case Kind::text:
      return text_words.at(index);
    case Kind::identifier:
      return identifier_words.at(index);
    case Kind::surroundings:
    case Kind::category:
    case Kind::name:
      break;
  }
  return "";
}

std::string bits_range(std::size_t bin, std::size_t bins) {
  const auto from = std::to_string(2 * bin);
  return bin + 1 == bins ? from + " bits or rarer"
                         : from + " to " + std::to_string(2 * bin + 2) + " bits";
}

std::string name_in_words(Level level) {
  const auto bin = static_cast<std::size_t>(level - 1) / 3;
  const auto over = 2 - static_cast<std::size_t>(level - 1) % 3;
  const std::string rest = over == 0   ? ", nothing left over"
                           : over == 1 ? ", one word left over"
                                       : ", two or more words left over";
  if (bin == 0 && over > 0) return "names differ" + rest;
  return "words in common worth " + bits_range(bin, name_bins) + rest;
}

}  // namespace

Level first_exact_level(Kind kind) {
  switch (kind) {
    case Kind::date:
      return static_cast<Level>(DateLevel::exact);
    case Kind::code:
      return static_cast<Level>(CodeLevel::exact);
    case Kind::text:
      return static_cast<Level>(TextLevel::exact);
    case Kind::identifier:
      return static_cast<Level>(IdentifierLevel::exact);
    case Kind::surroundings:
    case Kind::category:
    case Kind::name:
      break;
  }
  return 2;
}

std::size_t level_count(Kind kind) {
  return kind == Kind::name ? 1 + 3 * name_bins : first_exact_level(kind) + rarity_bins;
}

std::string in_words(Kind kind, Level level) {
  if (level == missing) return "not known on both sides";
  if (kind == Kind::name) return name_in_words(level);
  if (level == different) return "different";
  const auto exact = first_exact_level(kind);
  if (level < exact) return near_in_words(kind, static_cast<std::size_t>(level - 2));
  return "the same, rarity " + bits_range(static_cast<std::size_t>(level - exact), rarity_bins);
}

std::size_t group_of(Kind kind, Level level) {
  if (level == missing) return 0;
  if (kind == Kind::name) {
    const auto bin = static_cast<std::size_t>(level - 1) / 3;
    return bin >= 10 ? 6 : 1 + bin / 2;
  }
  const auto exact = first_exact_level(kind);
  if (level >= exact) return level - exact < 3 ? 4 : 5;
  if (level == different) return 1;
  return level - 2 < (exact - 2) / 2 ? 2 : 3;
}

std::size_t group_count(Kind kind) { return kind == Kind::name ? 7 : 6; }

std::size_t first_agreeing_group(Kind kind) { return kind == Kind::name ? 4 : 4; }

}  // namespace resolve::detail
