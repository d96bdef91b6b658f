#include "resolve/detail/name_comparison.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "resolve/detail/similarity.hpp"

namespace resolve::detail {

namespace {

std::uint64_t key_of(Word left, Word right) {
  return std::uint64_t{std::min(left, right)} << 32 | std::max(left, right);
}

// Hundredths of the rarer word's evidence that a near meeting is worth. The levels' weights are
// learned on top, so that only the order and rough size matter.
int percent_of_near(std::string_view left, std::string_view right) {
  const auto shorter = std::min(left.size(), right.size());
  if (shorter >= 3 && edits(left, right, 1) == 1) return shorter >= 5 ? 75 : 60;
  if (shorter < 3 || left[0] != right[0]) return 0;
  if (left.substr(0, shorter) == right.substr(0, shorter)) return 50;
  const double likeness = jaro_winkler(left, right);
  if (likeness >= 0.92) return 60;
  if (likeness >= 0.86) return 45;
  const auto sound = soundex(left);
  if (!sound.empty() && sound == soundex(right)) return 40;
  return 0;
}

bool is_initial_of(std::string_view initial, std::string_view word) {
  return initial.size() == 1 && word.size() > 1 && word[0] == initial[0];
}

}  // namespace

NameComparison::NameComparison(const NameBags& names, const Field& field, const Model& model)
    : names_(names) {
  std::unordered_map<std::string_view, Word> of_text;
  for (Word word = 0; word < names.words.size(); ++word) {
    const auto found = field.rarity.find(names.words[word]);
    rarity_.push_back(found == field.rarity.end() ? field.rarity_of_the_rest : found->second);
    of_text.emplace(names.words[word], word);
  }
  for (const auto& [pair, bits] : model.aliases) {
    const auto left = of_text.find(pair.first), right = of_text.find(pair.second);
    if (left == of_text.end() || right == of_text.end()) continue;
    aliases_.emplace(key_of(left->second, right->second), bits);
  }
}

std::int32_t NameComparison::near(Word left, Word right, Remembered& words) const {
  const auto& a = names_.words[left];
  const auto& b = names_.words[right];
  const Bits rarer = std::min(rarity_[left], rarity_[right]);
  const auto percent = words(left, right, [&](Word p, Word q) {
    return percent_of_near(names_.words[p], names_.words[q]);
  });
  Bits bits = rarer * percent / 100;
  if (is_initial_of(a, b) || is_initial_of(b, a)) bits = std::min(rarer / 2, 3 * one_bit);
  if (aliases_.empty()) return static_cast<std::int32_t>(bits);
  if (const auto alias = aliases_.find(key_of(left, right)); alias != aliases_.end()) {
    bits = std::max(bits, alias->second);
  }
  return static_cast<std::int32_t>(bits);
}

// Takes the best pair again and again: names are short.
void NameComparison::meet_nearly(Remembered& words, Alignment& alignment) const {
  auto& left = alignment.left_over;
  auto& right = alignment.right_over;
  while (!left.empty() && !right.empty()) {
    std::int32_t best = 0;
    std::size_t best_left = 0, best_right = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
      for (std::size_t j = 0; j < right.size(); ++j) {
        const auto bits = near(left[i], right[j], words);
        if (bits <= best) continue;
        best = bits;
        best_left = i;
        best_right = j;
      }
    }
    if (best == 0) return;
    alignment.met += best;
    ++alignment.meetings;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(best_left));
    right.erase(right.begin() + static_cast<std::ptrdiff_t>(best_right));
  }
}

void NameComparison::align(std::uint32_t left_bag, std::uint32_t right_bag, Remembered& words,
                           Alignment& alignment) const {
  if (left_bag > right_bag) std::swap(left_bag, right_bag);  // so that ties fall the same way
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
  thread_local Alignment alignment;  // only its memory outlives the call
  align(left_bag, right_bag, words, alignment);
  const auto shorter = std::min(names_.bags[left_bag].size(), names_.bags[right_bag].size());
  const auto over = std::min<std::size_t>(2, shorter - alignment.meetings);
  const auto bin = static_cast<std::size_t>(alignment.met / (2 * one_bit));
  return name_level(std::min(bin, name_bins - 1), over);
}

}  // namespace resolve::detail
