#include "resolve/detail/name_comparison.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "resolve/detail/similarity.hpp"

namespace resolve::detail {

namespace {

constexpr Bits initial_worth_max = 3 * one_bit;
constexpr Word met_word = ~Word{0};

bool is_initial_of(std::string_view initial, std::string_view word) {
  return initial.size() == 1 && word.size() > 1 && word[0] == initial[0];
}

/// How two words that are not equal are near, if they are.
enum Nearness : std::int32_t {
  none,
  sound,
  likeness,
  strong_likeness,
  beginning,
  short_edit,
  edit,
  initial
};

// Hundredths of the rarer word's evidence that a meeting is worth. With learned weights only their
// order and rough size matter; where nothing was learned, only what is hardly another person's name
// counts, as brothers and sisters are called Mark and Marsha, or Anna and Annabelle.
constexpr Bits percent_learned[] = {0, 40, 45, 60, 50, 60, 75, 50};
constexpr Bits percent_reference[] = {0, 0, 0, 0, 0, 0, 75, 50};

Nearness nearness(std::string_view left, std::string_view right) {
  if (is_initial_of(left, right) || is_initial_of(right, left)) return initial;
  const auto shorter = std::min(left.size(), right.size());
  if (shorter >= 3 && edits(left, right, 1) == 1) return shorter >= 5 ? edit : short_edit;
  if (shorter < 3 || left[0] != right[0]) return none;
  if (left.substr(0, shorter) == right.substr(0, shorter)) return beginning;
  const double alike = jaro_winkler(left, right);
  if (alike >= 0.92) return strong_likeness;
  if (alike >= 0.86) return likeness;
  const auto code = soundex(left);
  return !code.empty() && code == soundex(right) ? sound : none;
}

}  // namespace

NameComparison::NameComparison(const NameBags& names, const Field& field, const Model& model)
    : names_(names),
      field_(field),
      percent_(model.from_reference ? percent_reference : percent_learned) {
  for (const auto& [pair, bits] : model.aliases) {
    aliases_of_text_[pair.first].emplace_back(pair.second, bits);
    aliases_of_text_[pair.second].emplace_back(pair.first, bits);
  }
  extend();
}

void NameComparison::extend() {
  if (!aliases_of_text_.empty()) aliases_.resize(names_.words.size());
  for (auto word = static_cast<Word>(rarity_.size()); word < names_.words.size(); ++word) {
    const auto& text = names_.words[word];
    const auto found = field_.rarity.find(text);
    rarity_.push_back(found == field_.rarity.end() ? field_.rarity_of_the_rest : found->second);
    outlines_.push_back({text.front(), text.back(),
                         static_cast<std::uint8_t>(std::min<std::size_t>(text.size(), 255))});
    take_in_aliases(word);
  }
  for (std::size_t bag = level_of_equal_.size(); bag < names_.bags.size(); ++bag) {
    Bits met = 0;
    for (Word word : names_.bags[bag]) met += rarity_[word];
    level_of_equal_.push_back(level_of(met, 0));
  }
}

void NameComparison::take_in_aliases(Word word) {
  const auto found = aliases_of_text_.find(names_.words[word]);
  if (found == aliases_of_text_.end()) return;
  aliased_words_.emplace(found->first, word);
  for (const auto& [text, bits] : found->second) {
    const auto other = aliased_words_.find(text);
    if (other == aliased_words_.end()) continue;
    const auto [smaller, greater] = std::minmax(word, other->second);
    aliases_[smaller].emplace_back(greater, bits);
  }
}

Bits NameComparison::alias(Word left, Word right) const {
  if (aliases_.empty()) return 0;
  const auto [smaller, greater] = std::minmax(left, right);
  for (const auto& [other, bits] : aliases_[smaller]) {
    if (other == greater) return bits;
  }
  return 0;
}

// One edit leaves the first letter or the last; everything else asks for the same first letter.
bool NameComparison::may_be_near(Word left, Word right) const {
  const auto& a = outlines_[left];
  const auto& b = outlines_[right];
  if (a.first == b.first) return true;
  return a.last == b.last && std::abs(a.length - b.length) <= 1;
}

std::int32_t NameComparison::near(Word left, Word right, Remembered& words) const {
  Bits bits = alias(left, right);
  if (!may_be_near(left, right)) return static_cast<std::int32_t>(bits);
  const Bits rarer = std::min(rarity_[left], rarity_[right]);
  const auto how = words(left, right, [&](Word a, Word b) -> std::int32_t {
    return nearness(names_.words[a], names_.words[b]);
  });
  const Bits worth = rarer * percent_[how] / 100;
  bits = std::max(bits, how == initial ? std::min(worth, initial_worth_max) : worth);
  return static_cast<std::int32_t>(bits);
}

// Ties in the order of the alphabet, whichever name the words are of.
bool NameComparison::goes_first(const Alignment& alignment, const Alignment::Near& a,
                                const Alignment::Near& b) const {
  if (a.bits != b.bits) return a.bits > b.bits;
  const auto words = [&](const Alignment::Near& near) {
    const std::string_view left = names_.words[alignment.left_over[near.left]];
    const std::string_view right = names_.words[alignment.right_over[near.right]];
    return left < right ? std::pair(left, right) : std::pair(right, left);
  };
  return words(a) < words(b);
}

// Best meetings first.
void NameComparison::meet_nearly(Remembered& words, Alignment& alignment) const {
  auto& left = alignment.left_over;
  auto& right = alignment.right_over;
  auto& pairs = alignment.near;
  pairs.clear();
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      const auto bits = near(left[i], right[j], words);
      if (bits > 0) {
        pairs.push_back({bits, static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(j)});
      }
    }
  }
  if (pairs.empty()) return;
  std::sort(pairs.begin(), pairs.end(),
            [&](const auto& a, const auto& b) { return goes_first(alignment, a, b); });
  for (const auto& pair : pairs) {
    if (left[pair.left] == met_word || right[pair.right] == met_word) continue;
    alignment.met += pair.bits;
    ++alignment.meetings;
    left[pair.left] = right[pair.right] = met_word;
  }
  std::erase(left, met_word);
  std::erase(right, met_word);
}

void NameComparison::align(std::uint32_t left_bag, std::uint32_t right_bag, Remembered& words,
                           Alignment& alignment) const {
  const auto left = names_.bags[left_bag], right = names_.bags[right_bag];
  alignment.met = 0;
  alignment.meetings = 0;
  alignment.left_over.clear();
  alignment.right_over.clear();
  std::size_t i = 0, j = 0;
  while (i < left.size() && j < right.size()) {
    if (left[i] == right[j]) {
      alignment.met += rarity_[left[i]];
      ++alignment.meetings;
      ++i;
      ++j;
    } else if (left[i] < right[j]) {
      alignment.left_over.push_back(left[i++]);
    } else {
      alignment.right_over.push_back(right[j++]);
    }
  }
  alignment.left_over.insert(alignment.left_over.end(), left.begin() + static_cast<long>(i),
                             left.end());
  alignment.right_over.insert(alignment.right_over.end(), right.begin() + static_cast<long>(j),
                              right.end());
  meet_nearly(words, alignment);
}

Level NameComparison::compare(std::uint32_t left_bag, std::uint32_t right_bag,
                              Remembered& words) const {
  if (left_bag == 0 || right_bag == 0) return missing;
  if (left_bag == right_bag) return level_of_equal_[left_bag];
  thread_local Alignment alignment;  // only its memory outlives the call
  align(left_bag, right_bag, words, alignment);
  const auto shorter = std::min(names_.bags[left_bag].size(), names_.bags[right_bag].size());
  return level_of(alignment.met, shorter - alignment.meetings);
}

Level NameComparison::level_of(Bits met, std::size_t left_over) const {
  const auto bin = static_cast<std::size_t>(met / (2 * one_bit));
  return name_level(std::min(bin, name_bins - 1), std::min<std::size_t>(2, left_over));
}

}  // namespace resolve::detail
