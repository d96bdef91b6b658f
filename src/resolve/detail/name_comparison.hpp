#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "resolve/detail/encoded_table.hpp"
#include "resolve/detail/levels.hpp"
#include "resolve/detail/memory.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// How the words of two names met.
struct Alignment {
  Bits met = 0;  ///< rarity of the words that met, fuzzy meetings counted in part
  std::size_t meetings = 0;
  std::vector<Word> left_over, right_over;

  struct Near {
    std::int32_t bits;
    std::uint16_t left, right;  ///< positions in left_over and right_over
  };
  std::vector<Near> near;  ///< for the work on it
};

/// Bags of words: order, repetition and which column a word stood in do not matter, so swapped
/// names and aliases cost nothing. Equal words meet first; of what is left the best pairs meet by
/// learned alias, one edit, Jaro-Winkler, beginning, sound or initial. A function of the two names
/// and the model: not of how words are numbered.
class NameComparison {
 public:
  /// All three must outlive it.
  NameComparison(const NameBags& names, const Field& field, const Model& model);

  /// Takes in what the names have gained.
  void extend();
  Level compare(std::uint32_t left_bag, std::uint32_t right_bag, Remembered& words) const;
  void align(std::uint32_t left_bag, std::uint32_t right_bag, Remembered& words,
             Alignment& alignment) const;
  Bits rarity(Word word) const { return rarity_[word]; }

 private:
  /// Enough of a word to see that it is not near another.
  struct Outline {
    char first, last;
    std::uint8_t length;
  };

  void take_in_aliases(Word word);
  std::int32_t near(Word left, Word right, Remembered& words) const;
  Bits alias(Word left, Word right) const;
  bool may_be_near(Word left, Word right) const;
  Level level_of(Bits met, std::size_t left_over) const;
  void meet_nearly(Remembered& words, Alignment& alignment) const;
  bool goes_first(const Alignment& alignment, const Alignment::Near& a,
                  const Alignment::Near& b) const;

  const NameBags& names_;
  const Field& field_;
  const Bits* percent_;  ///< what each nearness is worth
  std::vector<Bits> rarity_;
  std::vector<Outline> outlines_;
  std::vector<Level> level_of_equal_;                        ///< by bag
  std::vector<std::vector<std::pair<Word, Bits>>> aliases_;  ///< by smaller word; empty if none
  std::unordered_map<std::string_view, std::vector<std::pair<std::string_view, Bits>>>
      aliases_of_text_;                                       ///< within the model
  std::unordered_map<std::string_view, Word> aliased_words_;  ///< those that the names have
};

}  // namespace resolve::detail
