#include "raptor/frequency_files.hpp"

#include <charconv>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "raptor/text_file.hpp"

namespace raptor {

namespace {

double share_in(std::string_view cell, const std::string& path, std::size_t row) {
  const auto text = base::trim(cell);
  double share = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), share);
  if (error != std::errc() || end != text.data() + text.size() || !(share > 0 && share <= 1)) {
    refuse("row " + std::to_string(row) + " of " + base::quoted(path, 200) + " has " +
           base::quoted(text) + " where a share above 0 and at most 1 belongs");
  }
  return share;
}

splink::Frequencies read_table(const std::string& path) {
  const auto text = read_text_file(path);
  base::CsvReader reader(text, base::sniff_csv(text));
  std::vector<std::string_view> cells;
  splink::Frequencies frequencies;
  reader.next(cells);
  while (reader.next(cells)) {
    if (cells.size() < 2)
      refuse(base::quoted(path, 200) + " needs two columns: a value and its share");
    frequencies[std::string(cells[0])] = share_in(cells[1], path, reader.row());
  }
  return frequencies;
}

}  // namespace

std::map<std::string, splink::Frequencies> read_frequencies(const std::vector<std::string>& said) {
  std::map<std::string, splink::Frequencies> by_column;
  for (const auto& item : said) {
    const auto equals = item.find('=');
    if (equals == std::string::npos || equals == 0) {
      refuse("--frequencies takes COLUMN=FILE.csv, not " + base::quoted(item));
    }
    by_column[item.substr(0, equals)] = read_table(item.substr(equals + 1));
  }
  return by_column;
}

}  // namespace raptor
