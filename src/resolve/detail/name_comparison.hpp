#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "resolve/detail/encoded_table.hpp"
#include "resolve/detail/levels.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// How the words of two names met.
struct Alignment {
  Bits met = 0;  ///< rarity of the words that met, fuzzy meetings counted in part
  std::size_t meetings = 0;
  std::vector<Word> left_over, right_over;
};

/// What is computed once is remembered by one thread; forgetting changes no answer.
class Remembered {
 public:
  explicit Remembered(std::size_t slots) : keys_(slots, ~std::uint64_t{0}), answers_(slots) {}

  template <class Compute>
  std::int32_t operator()(std::uint32_t left, std::uint32_t right, Compute compute) {
    if (left > right) std::swap(left, right);
    const auto key = std::uint64_t{left} << 32 | right;
    const auto slot = (key * 0x9e3779b97f4a7c15 >> 40) % keys_.size();
    if (keys_[slot] != key) {
      answers_[slot] = compute(left, right);
      keys_[slot] = key;
    }
    return answers_[slot];
  }

 private:
  std::vector<std::uint64_t> keys_;
  std::vector<std::int32_t> answers_;
};

/// Bags of words: order, repetition and which column a word stood in do not matter, so swapped
/// names and aliases cost nothing. Equal words meet first; of what is left the best pairs meet by
/// learned alias, one edit, Jaro-Winkler, beginning, sound or initial.
class NameComparison {
 public:
  NameComparison(const NameBags& names, const Field& field, const Model& model);

  Level compare(std::uint32_t left_bag, std::uint32_t right_bag, Remembered& words) const;
  void align(std::uint32_t left_bag, std::uint32_t right_bag, Remembered& words,
             Alignment& alignment) const;
  Bits rarity(Word word) const { return rarity_[word]; }

 private:
  std::int32_t near(Word left, Word right) const;
  void meet_nearly(Remembered& words, Alignment& alignment) const;

  const NameBags& names_;
  std::vector<Bits> rarity_;
  std::unordered_map<std::uint64_t, Bits> aliases_;
};

}  // namespace resolve::detail
