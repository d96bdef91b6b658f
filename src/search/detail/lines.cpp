#include "search/detail/lines.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"

namespace search::detail {

namespace {

constexpr std::size_t words_max = 24;  // of a line; the rest is not searched
constexpr std::size_t word_letters_max = 40;
constexpr std::size_t written_bytes_max = 200;  // of a line as it is shown

}  // namespace

std::size_t Lines::memory_bytes() const {
  return words_.memory_bytes() + lines_.capacity() * sizeof(Line) + words_of_lines_.capacity() * 4 +
         texts_.capacity() + lines_of_row_.memory_bytes() + rows_with_word_.memory_bytes();
}

bool Lines::has_phrase(const Line& line, std::span<const Word> phrase) const {
  const auto words = words_of(line);
  return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

namespace {

void append_words(std::string_view text, std::vector<std::string>& words) {
  const auto folded = fold_words(text);
  for (auto word : base::words(folded)) {
    if (words.size() < words_max) words.emplace_back(word.substr(0, word_letters_max));
  }
}

std::string_view cut(std::string_view text) {
  if (text.size() <= written_bytes_max) return text;
  text = text.substr(0, written_bytes_max);
  while (!text.empty() && (text.back() & 0xC0) == 0x80) text.remove_suffix(1);
  if (!text.empty()) text.remove_suffix(1);
  return text;
}

// Names are written with and without a gap after these.
bool is_particle(std::string_view word) {
  constexpr std::string_view particles[] = {"mac", "mc",  "o",   "al", "el", "abu", "ab",
                                            "ibn", "bin", "de",  "di", "da", "du",  "la",
                                            "le",  "van", "von", "st", "ap", "fitz"};
  return std::find(std::begin(particles), std::end(particles), word) != std::end(particles);
}

}  // namespace

// Smith-Jones is looked for as smithjones too, al Hassan as alhassan, Mary Ann as maryann.
void LinesBuilder::join_words(std::vector<std::string>& words, std::string_view written) {
  const auto count = words.size();
  const bool hyphened = written.find('-') != std::string_view::npos;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const auto both = words[i] + words[i + 1];
    const bool joins =
        is_particle(words[i]) ||
        (hyphened && fold_words(written.substr(0, written.find('-'))).ends_with(words[i]));
    if (joins && both.size() <= word_letters_max) words.push_back(both);
  }
}

std::uint32_t LinesBuilder::line_of(std::string_view written, std::string_view given,
                                    std::string_view family) {
  std::string key(written);
  key += '\0';
  key += given;
  key += '\0';
  key += family;
  const auto number = line_keys_.intern(key);
  if (number < lines_.lines_.size()) return number;

  std::vector<std::string> words;
  const bool has_parts = !given.empty() || !family.empty();
  append_words(has_parts ? given : written, words);
  const auto given_count = words.size();
  if (has_parts) append_words(family, words);
  const auto count = words.size();
  join_words(words, written);
  Lines::Line line{};
  line.first_word = static_cast<std::uint32_t>(lines_.words_of_lines_.size());
  line.written = static_cast<std::uint32_t>(lines_.texts_.size());
  line.words = static_cast<std::uint8_t>(count);
  line.joined = static_cast<std::uint8_t>(words.size() - count);
  line.family_at = family.empty() || given_count == count ? Lines::no_family
                                                          : static_cast<std::uint8_t>(given_count);
  for (const auto& word : words) lines_.words_of_lines_.push_back(words_.intern(word));
  for (char c : cut(written)) lines_.texts_ += c == '\0' ? ' ' : c;
  lines_.texts_ += '\0';
  lines_.lines_.push_back(line);
  return number;
}

void LinesBuilder::add(Row row, const Name& name) {
  std::string written = name.written;
  if (written.empty()) {
    written = name.given;
    if (!name.given.empty() && !name.family.empty()) written += ' ';
    written += name.family;
  }
  if (!written.empty()) {
    owned_.push_back(pair_of(row, line_of(written, name.given, name.family)));
  }
}

void LinesBuilder::add(Row row, std::string_view place) {
  if (!place.empty()) owned_.push_back(pair_of(row, line_of(place, {}, {})));
}

Lines LinesBuilder::finish(std::size_t rows) && {
  std::vector<Word> place_of_word;
  lines_.words_ = Words(words_, sound_of, place_of_word);
  for (auto& word : lines_.words_of_lines_) word = place_of_word[word];

  // A subject's lines stand by their text, so that nothing depends on the order they came in.
  std::vector<std::uint32_t> by_key(lines_.lines_.size()), place(lines_.lines_.size());
  std::iota(by_key.begin(), by_key.end(), 0U);
  std::sort(by_key.begin(), by_key.end(),
            [&](auto a, auto b) { return line_keys_[a] < line_keys_[b]; });
  std::vector<Lines::Line> sorted;
  sorted.reserve(by_key.size());
  for (std::uint32_t i = 0; i < by_key.size(); ++i) {
    place[by_key[i]] = i;
    sorted.push_back(lines_.lines_[by_key[i]]);
  }
  lines_.lines_ = std::move(sorted);

  std::vector<std::uint64_t> with_word;
  for (auto& pair : owned_) {
    const auto row = static_cast<Row>(pair >> 32);
    const auto line = place[static_cast<std::uint32_t>(pair)];
    pair = pair_of(row, line);
    for (auto word : lines_.all_words_of(lines_.lines_[line])) {
      with_word.push_back(pair_of(word, row));
    }
  }
  lines_.lines_of_row_ = lists_of(std::move(owned_), rows);
  lines_.rows_with_word_ = lists_of(std::move(with_word), lines_.words_.size());
  lines_.words_of_lines_.shrink_to_fit();
  lines_.texts_.shrink_to_fit();
  return std::move(lines_);
}

}  // namespace search::detail
