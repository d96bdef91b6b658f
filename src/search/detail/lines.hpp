#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/evidence.hpp"
#include "search/detail/words.hpp"
#include "search/subject.hpp"

namespace search::detail {

/// Position of a subject in one index: by its name outside.
using Row = std::uint32_t;

/// Texts of a few words that subjects have (names, or places), who has which, and who has a word.
class Lines {
 public:
  static constexpr std::uint8_t no_family = 255;

  struct Line {
    std::uint32_t first_word, written;
    std::uint8_t words;      ///< as written, in order
    std::uint8_t joined;     ///< after them: neighbours written as one (al hassan: alhassan)
    std::uint8_t family_at;  ///< where the family name begins; no_family if nobody says
  };

  const Words& words() const { return words_; }
  std::size_t memory_bytes() const;
  const Line& line(std::uint32_t line) const { return lines_[line]; }
  std::span<const Word> words_of(const Line& line) const {
    return std::span(words_of_lines_).subspan(line.first_word, line.words);
  }
  /// The words of a line and then those joined.
  std::span<const Word> all_words_of(const Line& line) const {
    return std::span(words_of_lines_)
        .subspan(line.first_word, std::size_t{line.words} + line.joined);
  }
  std::string_view written(const Line& line) const { return texts_.data() + line.written; }
  std::span<const std::uint32_t> lines_of(Row row) const { return list(lines_of_row_, row); }
  std::span<const Row> rows_with(Word word) const { return list(rows_with_word_, word); }
  /// Does the line have these words, one after the other as they stand?
  bool has_phrase(const Line& line, std::span<const Word> phrase) const;

 private:
  friend class LinesBuilder;
  static std::span<const std::uint32_t> list(const Lists& lists, std::size_t i) {
    const auto [begin, end] = lists.range(i);
    return std::span(lists.items).subspan(begin, end - begin);
  }

  Words words_;
  std::vector<Line> lines_;
  std::vector<Word> words_of_lines_;
  std::string texts_;  // each closed by a NUL
  Lists lines_of_row_, rows_with_word_;
};

/// Collects the lines of rows; the order in which they come changes no answer.
class LinesBuilder {
 public:
  void add(Row row, const Name& name);
  void add(Row row, std::string_view place);
  Lines finish(std::size_t rows) &&;

 private:
  std::uint32_t line_of(std::string_view written, std::string_view given, std::string_view family);
  void join_words(std::vector<std::string>& words, std::string_view written);

  model::Texts line_keys_, words_;
  Lines lines_;
  std::vector<std::uint64_t> owned_;
};

}  // namespace search::detail
