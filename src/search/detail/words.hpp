#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/evidence.hpp"
#include "search/detail/folding.hpp"

namespace search::detail {

using Word = std::uint32_t;

/// Lists of numbers, one after the other.
struct Lists {
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> items;

  std::size_t size() const { return starts.size() - 1; }
  std::size_t memory_bytes() const { return (starts.size() + items.size()) * 4; }
  std::pair<std::uint32_t, std::uint32_t> range(std::size_t i) const {
    return {starts[i], starts[i + 1]};
  }
};

/// The distinct pairs, by their first number.
Lists lists_of(std::vector<std::uint64_t>&& pairs, std::size_t size);
inline std::uint64_t pair_of(std::uint32_t owner, std::uint32_t item) {
  return std::uint64_t{owner} << 32 | item;
}

/// The letters of a word, a bit each: two words d edits apart differ in 2 d bits at the most.
std::uint32_t letters_of(std::string_view word);

/// A text with '*' (anything) and '?' (any one letter or digit).
bool fits(std::string_view pattern, std::string_view text);

/// Distinct words in alphabetical order, numbered from 0, with those that share a sound or a stem.
/// Every answer about a word depends on that word and the question, never on the other words.
class Words {
 public:
  using KeyOf = std::string (*)(std::string_view);

  Words() = default;
  /// place[i] becomes the number of the i-th text.
  Words(const model::Texts& texts, KeyOf key_of, std::vector<Word>& place);

  std::size_t size() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  std::size_t memory_bytes() const;
  std::string_view operator[](Word word) const {
    return std::string_view(letters_).substr(starts_[word], starts_[word + 1] - starts_[word]);
  }
  std::optional<Word> find(std::string_view word) const;
  /// Those that begin with it, as a half-open range.
  std::pair<Word, Word> beginning_with(std::string_view prefix) const;
  /// Those that the pattern fits.
  std::vector<Word> fitting(std::string_view pattern) const;
  /// Those whose key (sound or stem) is this one; none of "".
  std::vector<Word> with_key(std::string_view key) const;

  /// Calls found(word, distance) for each word at most `limit` edits away, the word itself too.
  template <class Found>
  void for_each_near(std::string_view word, int limit, Found found) const {
    const auto letters = letters_of(word);
    for (Word other = 0; other < size(); ++other) {
      if (std::popcount(letters ^ outlines_[other]) > 2 * limit) continue;
      const int distance = edits(word, (*this)[other], limit);
      if (distance <= limit) found(other, distance);
    }
  }

 private:
  std::string letters_;
  std::vector<std::uint32_t> starts_, outlines_;
  std::vector<std::pair<std::uint64_t, Word>> keys_;  // hash of the key; sorted
};

}  // namespace search::detail
