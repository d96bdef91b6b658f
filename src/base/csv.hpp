#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// What separates and wraps the cells of a delimited text.
struct CsvDialect {
  char delimiter = ',';
  char quote = '"';
};

/// The delimiter (comma, semicolon, tab or bar) and quote that make the first rows the most even.
CsvDialect sniff_csv(std::string_view text);

/// Reads a delimited text row by row, after RFC 4180, forgiving what programs write: any line
/// ending, blank lines, quotes inside an unquoted cell, blanks around a quoted one. The text must
/// be UTF-8 and outlive the reader.
class CsvReader {
 public:
  static constexpr std::size_t row_bytes_max = 1 << 20;

  CsvReader(std::string_view text, CsvDialect dialect) : text_(text), dialect_(dialect) {}

  /// The next row that is not blank; its cells hold until the next call. False at the end of the
  /// text. Throws Fault::invalid when a row is longer than row_bytes_max: the text is not a table.
  bool next(std::vector<std::string_view>& cells);

  std::size_t row() const { return row_; }      ///< of the row last read; the first is 1
  std::size_t line() const { return line_; }    ///< on which the row last read begins
  std::size_t begin() const { return begin_; }  ///< offset of that row in the text
  std::size_t end() const { return at_; }       ///< offset after it and its line ending

  /// The last row read ended with the text, inside a quoted cell: a sign that the text was cut off.
  bool ended_in_quotes() const { return ended_in_quotes_; }
  /// The last row read ended with the text, without a line ending.
  bool ended_without_newline() const { return ended_without_newline_; }

 private:
  std::string_view read_cell();
  std::string_view read_quoted();
  std::string_view read_escaped();
  bool ends_cell(char c) const { return c == dialect_.delimiter || c == '\n' || c == '\r'; }
  void skip_newline();
  void require_short_row() const;

  std::string_view text_;
  CsvDialect dialect_;
  std::size_t at_ = 0, begin_ = 0, row_ = 0, line_ = 0, next_line_ = 1;
  bool ended_in_quotes_ = false, ended_without_newline_ = false;
  std::deque<std::string> unescaped_;  // the cells of this row that held doubled quotes; a deque,
                                       // as views of them are out
  std::size_t unescaped_count_ = 0;
};

/// One cell, quoted where RFC 4180 asks for it. A cell that a spreadsheet would run as a formula
/// gets an apostrophe before it (OWASP, CSV injection).
std::string csv_cell(std::string_view text);

/// A row of such cells and a line feed.
std::string csv_row(const std::vector<std::string_view>& cells);

}  // namespace base
