#include "base/csv.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/text.hpp"

namespace base {

namespace {

// How many of the first rows have the width that is commonest among them, times that width: a
// delimiter that is not one gives rows of one cell.
std::size_t evenness(std::string_view text, char delimiter) {
  constexpr std::size_t rows_sniffed = 50;
  std::vector<std::size_t> widths;
  std::vector<std::string_view> cells;
  CsvReader reader(text, {delimiter, '"'});
  try {
    while (widths.size() < rows_sniffed && reader.next(cells)) widths.push_back(cells.size());
  } catch (const Error&) {
    return 0;  // a row that never ends with this delimiter
  }
  if (widths.empty() || widths[0] < 2) return 0;
  return static_cast<std::size_t>(std::count(widths.begin(), widths.end(), widths[0])) * 1000 +
         widths[0];
}

}  // namespace

CsvDialect sniff_csv(std::string_view text) {
  text = text.substr(0, std::size_t{1} << 18);
  constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
  char best = ',';
  std::size_t best_evenness = 0;
  for (char delimiter : delimiters) {
    const auto found = evenness(text, delimiter);
    if (found > best_evenness) {
      best = delimiter;
      best_evenness = found;
    }
  }
  return {best, '"'};
}

bool CsvReader::next(std::vector<std::string_view>& cells) {
  cells.clear();
  unescaped_count_ = 0;
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) skip_newline();
  if (at_ >= text_.size()) return false;
  begin_ = at_;
  line_ = next_line_;
  ++row_;
  for (;;) {
    cells.push_back(read_cell());
    if (at_ >= text_.size()) {
      ended_without_newline_ = true;
      return true;
    }
    if (text_[at_] != dialect_.delimiter) break;
    ++at_;
    if (at_ == text_.size()) {
      cells.emplace_back();
      ended_without_newline_ = true;
      return true;
    }
  }
  skip_newline();
  return true;
}

std::string_view CsvReader::read_cell() {
  std::size_t first = at_;
  while (first < text_.size() && text_[first] == ' ') ++first;
  if (first < text_.size() && text_[first] == dialect_.quote) {
    at_ = first + 1;
    return read_quoted();
  }
  const auto begin = at_;
  while (at_ < text_.size() && !ends_cell(text_[at_])) ++at_;
  require_short_row();
  return text_.substr(begin, at_ - begin);
}

// After the opening quote. Text between the closing quote and the delimiter is kept: "a" b is `a
// b`.
std::string_view CsvReader::read_quoted() {
  const auto begin = at_;
  while (at_ < text_.size() && text_[at_] != dialect_.quote) {
    if (text_[at_++] == '\n') ++next_line_;
  }
  require_short_row();
  const auto closing = at_;
  if (at_ < text_.size()) ++at_;
  const bool plain = closing < text_.size() && (at_ == text_.size() || ends_cell(text_[at_]));
  if (plain) return text_.substr(begin, closing - begin);
  at_ = begin;
  return read_escaped();
}

std::string_view CsvReader::read_escaped() {
  if (unescaped_count_ == unescaped_.size()) unescaped_.emplace_back();
  auto& copy = unescaped_[unescaped_count_++];
  copy.clear();
  bool inside = true;
  for (; at_ < text_.size() && (inside || !ends_cell(text_[at_])); ++at_) {
    const char c = text_[at_];
    const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == dialect_.quote;
    if (c != dialect_.quote || (inside && doubled)) copy += c;
    if (c != dialect_.quote) continue;
    if (inside && doubled)
      ++at_;
    else
      inside = !inside;
  }
  require_short_row();
  ended_in_quotes_ = inside;
  next_line_ = line_ + static_cast<std::size_t>(
                           std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin_),
                                      text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
  return copy;
}

void CsvReader::skip_newline() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++next_line_;
}

void CsvReader::require_short_row() const {
  if (at_ - begin_ <= row_bytes_max) return;
  throw Error(Fault::invalid, "line " + with_thousands(static_cast<long long>(line_)) +
                                  " is over 1 MiB long, so this is not a table of rows; check that "
                                  "it is a CSV file and that every "
                                  "quote that opens also closes");
}

std::string csv_cell(std::string_view text) {
  std::string cell;
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  if (formula) cell += '\'';
  cell += text;
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string quoted_cell = "\"";
  for (char c : cell) {
    if (c == '"') quoted_cell += '"';
    quoted_cell += c;
  }
  return quoted_cell + '"';
}

std::string csv_row(const std::vector<std::string_view>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    row += csv_cell(cells[i]);
  }
  return row + '\n';
}

}  // namespace base
