#include "search/detail/folding.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace search::detail {

namespace {

// BGN/PCGN 1947 for Russian without its apostrophes, with the letters that Ukrainian, Bulgarian and
// Serbian add; ICU's own table is ISO 9, which nobody in an English interview room writes.
// clang-format off
constexpr std::pair<std::string_view, std::string_view> cyrillic[] = {
    {"а", "a"},  {"б", "b"},  {"в", "v"},  {"г", "g"},  {"д", "d"},  {"е", "e"},  {"ё", "yo"},
    {"ж", "zh"}, {"з", "z"},  {"и", "i"},  {"й", "y"},  {"к", "k"},  {"л", "l"},  {"м", "m"},
    {"н", "n"},  {"о", "o"},  {"п", "p"},  {"р", "r"},  {"с", "s"},  {"т", "t"},  {"у", "u"},
    {"ф", "f"},  {"х", "kh"}, {"ц", "ts"}, {"ч", "ch"}, {"ш", "sh"}, {"щ", "sh"}, {"ъ", ""},
    {"ы", "y"},  {"ь", ""},   {"э", "e"},  {"ю", "yu"}, {"я", "ya"}, {"і", "i"},  {"ї", "yi"},
    {"є", "ye"}, {"ґ", "g"},  {"ј", "j"},  {"љ", "lj"}, {"њ", "nj"}, {"ћ", "c"},  {"ђ", "dj"},
    {"џ", "dz"}, {"ў", "w"},
};
// clang-format on

// Both cases of U+0400 to U+04FF as one lower-case letter of two bytes.
std::array<char, 2> lower_cyrillic(char first, char second) {
  unsigned point = (static_cast<unsigned char>(first) & 0x1FU) << 6 |
                   (static_cast<unsigned char>(second) & 0x3FU);
  if (point >= 0x410 && point <= 0x42F) {
    point += 0x20;
  } else if (point >= 0x400 && point <= 0x40F) {
    point += 0x50;
  } else if (point == 0x490) {
    point = 0x491;
  }
  return {static_cast<char>(0xC0 | point >> 6), static_cast<char>(0x80 | (point & 0x3F))};
}

bool begins_cyrillic(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xD0 && byte <= 0xD3;
}

std::string spell_cyrillic(std::string_view text) {
  std::string spelled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!begins_cyrillic(text[i]) || i + 1 == text.size()) {
      spelled += text[i];
      continue;
    }
    const auto letter = lower_cyrillic(text[i], text[i + 1]);
    const std::string_view lower(letter.data(), 2);
    std::string_view latin = text.substr(i, 2);
    for (const auto& [from, to] : cyrillic) {
      if (from == lower) latin = to;
    }
    spelled += latin;
    ++i;
  }
  return spelled;
}

}  // namespace

namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

std::string fold_foreign(std::string_view piece) {
  const bool cyrillic_in_it = std::any_of(piece.begin(), piece.end(), begins_cyrillic);
  if (cyrillic_in_it && base::is_utf8(piece)) return base::fold(spell_cyrillic(piece));
  return base::fold(piece);
}

}  // namespace

std::string fold_words(std::string_view text) {
  // Piece by piece between blanks: one é in a report must not send the whole report to ICU.
  std::string folded;
  const auto add = [&](const std::string& piece) {
    if (!folded.empty() && !piece.empty()) folded += ' ';
    folded += piece;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const auto foreign = static_cast<std::size_t>(
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_ascii) -
        text.begin());
    if (foreign == text.size()) {
      add(base::fold(text.substr(begin)));
      break;
    }
    const auto blank = text.rfind(' ', foreign);
    const auto word = blank == std::string_view::npos || blank < begin ? begin : blank;
    add(base::fold(text.substr(begin, word - begin)));
    const auto end = std::min(text.find(' ', foreign), text.size());
    add(fold_foreign(text.substr(word, end - word)));
    begin = end;
  }
  return folded;
}

int edits(std::string_view left, std::string_view right, int limit) {
  constexpr std::size_t length_max = 40;
  const auto rows = left.size(), columns = right.size();
  const auto more = static_cast<std::size_t>(limit) + 1;
  if (rows > length_max || columns > length_max) return left == right ? 0 : limit + 1;
  if (rows > columns ? rows - columns >= more : columns - rows >= more) return limit + 1;
  std::array<std::array<std::size_t, length_max + 1>, 3> lines;
  for (std::size_t j = 0; j <= columns; ++j) lines[0][j] = j;
  for (std::size_t i = 1; i <= rows; ++i) {
    auto& line = lines[i % 3];
    const auto &above = lines[(i + 2) % 3], &two_above = lines[(i + 1) % 3];
    line[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= columns; ++j) {
      auto cost = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      cost = std::min({cost, above[j] + 1, line[j - 1] + 1});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        cost = std::min(cost, two_above[j - 2] + 1);
      }
      line[j] = cost;
      best = std::min(best, cost);
    }
    if (best >= more) return limit + 1;
  }
  return static_cast<int>(std::min(more, lines[rows % 3][columns]));
}

namespace {

// What is written several ways and heard as one; the longest first. '^' holds at the beginning.
// clang-format off
constexpr std::pair<std::string_view, std::string_view> sounds[] = {
    {"^kn", "n"}, {"^gn", "n"}, {"^wr", "r"},  {"^ps", "s"}, {"^pf", "f"}, {"^mac", "mk"}, {"^mc", "mk"},
    {"^wh", "w"}, {"tsch", "s"}, {"schm", "sm"}, {"sch", "s"}, {"tch", "s"}, {"cks", "ks"}, {"ght", "t"},
    {"ough", "o"}, {"augh", "a"}, {"eigh", "a"}, {"igh", "i"}, {"gh", "g"}, {"ph", "f"}, {"ch", "s"},
    {"sh", "s"}, {"zh", "s"}, {"kh", "h"}, {"th", "t"}, {"dh", "d"}, {"bh", "b"}, {"ck", "k"}, {"cz", "s"},
    {"sz", "s"}, {"ts", "s"}, {"tz", "s"}, {"dz", "s"}, {"dj", "j"}, {"dge", "j"}, {"ce", "s"}, {"ci", "s"},
    {"cy", "s"}, {"qu", "kw"}, {"x", "ks"}, {"c", "k"}, {"q", "k"}, {"z", "s"}, {"v", "f"}, {"w", "w"},
};
// clang-format on

std::string write_as_heard(std::string_view word) {
  std::string heard;
  for (std::size_t i = 0; i < word.size();) {
    bool found = false;
    for (const auto& [from, to] : sounds) {
      const bool at_start = from[0] == '^';
      const auto letters = at_start ? from.substr(1) : from;
      if ((at_start && i > 0) || !word.substr(i).starts_with(letters)) continue;
      heard += to;
      i += letters.size();
      // "ce" is heard as s, and its e is still there.
      if (letters.size() == 2 && letters[0] == 'c' && letters[1] != 'k' && letters[1] != 'h' &&
          letters[1] != 'z') {
        --i;
      }
      found = true;
      break;
    }
    if (!found) heard += word[i++];
  }
  return heard;
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

}  // namespace

std::string sound_of(std::string_view word) {
  if (word.empty() || (word[0] >= '0' && word[0] <= '9')) return "";
  const auto heard = write_as_heard(word);
  std::string sound;
  char before = 0;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const char c = heard[i];
    if (is_vowel(c)) {
      if (i == 0) sound += 'a';
    } else if (i == 0 || (c != 'h' && c != 'w' && c != before)) {
      sound += c;
    }
    before = c;
  }
  return sound;
}

}  // namespace search::detail
