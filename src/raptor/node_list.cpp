#include "raptor/node_list.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/text_file.hpp"

namespace raptor {

namespace {

using Header = std::vector<std::string>;

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

bool is_same_value(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto left = number_of(a), right = number_of(b);
  return left && right && *left == *right;
}

bool is_one_of(std::string_view value, std::string_view values) {
  const auto all = base::split(values, ',');
  return std::any_of(all.begin(), all.end(), [&](std::string_view one) {
    return is_same_value(base::trim(value), base::trim(one));
  });
}

std::size_t name_column_of(const Header& header) {
  for (const char* name : {"node", "name", "id"}) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (base::to_lower_ascii(header[i]) == name) return i;
    }
  }
  return 0;
}

std::size_t truth_column_of(const Header& header, const std::string& name, std::string_view file) {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found != header.end()) return static_cast<std::size_t>(found - header.begin());
  std::string there;
  for (const auto& column : header) there += (there.empty() ? "" : ", ") + column;
  refuse(std::string(file) + " has no column " + base::quoted(name) + "; it has " + there);
}

}  // namespace

NodeList read_node_list(std::string_view text, std::string_view file, const TruthColumn& truth) {
  base::CsvReader reader(text, base::sniff_csv(text));
  std::vector<std::string_view> cells;
  if (!reader.next(cells)) refuse(std::string(file) + " is empty; it should hold nodes");
  Header header;
  for (auto cell : cells) header.emplace_back(base::trim(cell));
  const auto name_column = name_column_of(header);
  const auto truth_column =
      truth.column.empty() ? name_column : truth_column_of(header, truth.column, file);

  NodeList list{header[name_column], {}};
  while (reader.next(cells)) {
    const auto place = std::string(file) + ", row " + std::to_string(reader.row()) + ": ";
    if (cells.size() != header.size()) {
      refuse(place + "there are " + std::to_string(cells.size()) +
             " cells, but the first row has " + std::to_string(header.size()));
    }
    const auto name = base::trim(cells[name_column]);
    if (name.empty()) refuse(place + "column " + base::quoted(header[name_column]) + " is empty");
    const bool is_positive = !truth.column.empty() && is_one_of(cells[truth_column], truth.values);
    if (!list.nodes.emplace(name, is_positive).second) {
      refuse(place + base::quoted(name) + " is there twice");
    }
  }
  return list;
}

}  // namespace raptor
