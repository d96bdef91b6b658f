#include "layout/nearest_word.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.hpp"

namespace layout {

namespace {

std::size_t edits_between(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const auto replaced = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_word(std::string_view word, std::span<const std::string> words) {
  std::string nearest;
  std::size_t fewest = std::max<std::size_t>(1, word.size() / 2) + 1;
  const auto lowered = base::to_lower_ascii(word);
  for (const auto& candidate : words) {
    const auto edits = edits_between(lowered, base::to_lower_ascii(candidate));
    if (edits >= fewest) continue;
    fewest = edits;
    nearest = candidate;
  }
  return nearest;
}

std::string suggestion(std::string_view word, std::span<const std::string> words) {
  const auto nearest = nearest_word(word, words);
  if (!nearest.empty()) return "; did you mean " + nearest + "?";
  std::string text = "; it must be one of";
  for (std::size_t i = 0; i < words.size(); ++i) text += (i > 0 ? ", " : " ") + words[i];
  return text;
}

}  // namespace layout
