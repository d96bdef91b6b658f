#include "search/snippet.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "base/text.hpp"
#include "search/detail/folding.hpp"
#include "search/detail/match_passages.hpp"
#include "search/detail/words.hpp"

namespace search {

namespace {

using detail::TextPart;

/// A word of a text, between bytes that are no letters.
struct TextWord {
  std::size_t begin, end;
  std::uint32_t parts;  ///< bit p: part p of the query
};

bool is_inside_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || c == '\'';
}

bool meets(const TextPart& part, std::string_view folded) {
  for (const auto& phrase : part.phrases) {
    for (const auto& word : phrase) {
      if (word == folded) return true;
      if (part.match == TextPart::Match::pattern && detail::fits(word, folded)) return true;
      if (part.match == TextPart::Match::stem && detail::stem_of(word) == detail::stem_of(folded)) {
        return true;
      }
    }
  }
  return false;
}

std::uint32_t parts_met(const std::vector<TextPart>& parts, std::string_view word) {
  const auto folded = detail::fold_words(word);
  std::uint32_t met = 0;
  for (auto piece : base::words(folded)) {
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (meets(parts[p], piece)) met |= 1U << p;
    }
  }
  return met;
}

std::vector<TextWord> words_of(std::string_view text, const std::vector<TextPart>& parts) {
  std::vector<TextWord> words;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_inside_word(text[i])) {
      ++i;
      continue;
    }
    const auto begin = i;
    while (i < text.size() && is_inside_word(text[i])) ++i;
    words.push_back({begin, i, parts_met(parts, text.substr(begin, i - begin))});
  }
  return words;
}

struct Stretch {
  std::size_t first = 0, end = 0;  // of words
};

// Begins at a word that is met, or at the first.
Stretch richest_stretch(const std::vector<TextWord>& words, std::size_t bytes_max) {
  Stretch best;
  int best_parts = -1;
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (first > 0 && words[first].parts == 0) continue;
    std::uint32_t parts = 0;
    auto end = first;
    while (end < words.size() && words[end].end - words[first].begin <= bytes_max) {
      parts |= words[end++].parts;
    }
    if (std::popcount(parts) > best_parts) {
      best_parts = std::popcount(parts);
      best = {first, end};
    }
  }
  return best;
}

// A few words before the first that is met tell what it is about.
void widen_back(const std::vector<TextWord>& words, std::size_t bytes_max, Stretch& stretch) {
  constexpr int words_before = 6;
  for (int i = 0; i < words_before && stretch.first > 0; ++i) --stretch.first;
  while (stretch.end > stretch.first + 1 &&
         words[stretch.end - 1].end - words[stretch.first].begin > bytes_max &&
         words[stretch.end - 1].parts == 0) {
    --stretch.end;
  }
}

void add(std::vector<SnippetPiece>& pieces, std::string_view text, bool met) {
  if (text.empty()) return;
  if (pieces.empty() || pieces.back().met != met) pieces.push_back({"", met});
  pieces.back().text += text;
}

}  // namespace

std::vector<SnippetPiece> cut_snippet(std::string_view text, const Interpretation& query,
                                      std::size_t bytes_max) {
  const auto parts = detail::text_parts_of(query);
  const auto words = words_of(text, parts);
  auto stretch = richest_stretch(words, bytes_max);
  widen_back(words, bytes_max, stretch);
  std::vector<SnippetPiece> pieces;
  if (stretch.first > 0) add(pieces, "… ", false);
  for (auto i = stretch.first; i < stretch.end; ++i) {
    const auto& word = words[i];
    if (i > stretch.first) {
      add(pieces, text.substr(words[i - 1].end, word.begin - words[i - 1].end), false);
    }
    add(pieces, text.substr(word.begin, word.end - word.begin), word.parts != 0);
  }
  if (stretch.end < words.size()) add(pieces, " …", false);
  return pieces;
}

}  // namespace search
