#include "raptor/edge_list.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/text_file.hpp"

namespace raptor {

namespace {

using Cells = std::vector<std::string_view>;

// Where in the file one is, for the person who must mend it.
constexpr double weight_max = 1e15;  // so that no sum of weights is beyond a double

struct Place {
  std::string_view file;
  std::size_t row;

  [[noreturn]] void refuse(const std::string& what) const {
    raptor::refuse(std::string(file) + ", row " + std::to_string(row) + ": " + what);
  }

  double weight(std::string_view cell, std::string_view column) const {
    const auto text = base::trim(cell);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && std::isfinite(value) &&
        value >= 0 && value <= weight_max) {
      return value;
    }
    refuse("column " + base::quoted(column) + " is " + base::quoted(cell) +
           "; a weight is a number from 0 to 1e15");
  }

  std::string_view name(std::string_view cell, std::string_view column) const {
    const auto text = base::trim(cell);
    if (text.empty())
      refuse("column " + base::quoted(column) + " is empty; it should name somebody");
    return text;
  }
};

// Names as they come, numbered; sorted at the end.
class Builder {
 public:
  explicit Builder(EdgeForm form) { list_.form = form; }

  void add(std::string_view source, std::string_view target, double weight) {
    const auto a = number(source), b = number(target);
    if (a == b && weight > 0) ++list_.self_ties;
    if (a != b && weight > 0) list_.ties.push_back({a, b, weight});
  }
  network::Node number(std::string_view name) {
    const auto next = static_cast<network::Node>(list_.names.size());
    const auto [found, added] = numbers_.try_emplace(std::string(name), next);
    if (added) list_.names.push_back(found->first);
    return found->second;
  }
  void does_not_count(std::string_view column) { list_.not_counted.emplace_back(column); }

  EdgeList finish() {
    auto sorted = list_.names;
    std::sort(sorted.begin(), sorted.end());
    std::vector<network::Node> place(sorted.size());
    for (network::Node i = 0; i < sorted.size(); ++i) place[numbers_.at(sorted[i])] = i;
    for (auto& tie : list_.ties) {
      tie = {place[tie.source], place[tie.target], tie.weight};
    }
    list_.names = std::move(sorted);
    return std::move(list_);
  }

 private:
  EdgeList list_;
  std::unordered_map<std::string, network::Node> numbers_;
};

// One table's rows, each as long as the header.
class Rows {
 public:
  Rows(std::string_view text, std::string_view file)
      : reader_(text, base::sniff_csv(text)), file_(file) {}

  bool next(Cells& cells) { return reader_.next(cells); }
  bool next(Cells& cells, std::size_t width) {
    if (!reader_.next(cells)) return false;
    if (reader_.ended_in_quotes()) {
      place().refuse("the file ends inside quotes, so it seems to have been cut off; get it again");
    }
    if (cells.size() != width) {
      place().refuse("there are " + std::to_string(cells.size()) +
                     " cells, but the first row has " + std::to_string(width));
    }
    return true;
  }
  Place place() const { return {file_, reader_.row()}; }

 private:
  base::CsvReader reader_;
  std::string_view file_;
};

EdgeList read_matrix(Rows& rows, const std::vector<std::string>& labels) {
  Builder builder(EdgeForm::matrix);
  for (std::size_t column = 1; column < labels.size(); ++column) {
    const auto count = column;
    if (builder.number(rows.place().name(labels[column], "label")) + 1 != count) {
      rows.place().refuse("the label " + base::quoted(labels[column]) + " is there twice");
    }
  }
  const auto size = labels.size() - 1;
  std::vector<bool> seen(size);
  Cells cells;
  while (rows.next(cells, labels.size())) {
    const auto label = rows.place().name(cells[0], "label");
    const auto number = builder.number(label);
    if (number >= size) {
      rows.place().refuse("the label " + base::quoted(label) + " is not in the first row");
    }
    if (seen[number]) rows.place().refuse("the label " + base::quoted(label) + " is there twice");
    seen[number] = true;
    for (std::size_t column = 1; column < cells.size(); ++column) {
      if (base::trim(cells[column]).empty()) continue;
      const double weight = rows.place().weight(cells[column], labels[column]);
      if (weight > 0) builder.add(label, labels[column], weight);
    }
  }
  if (std::count(seen.begin(), seen.end(), false) > 0) {
    rows.place().refuse("the matrix has " + std::to_string(size) +
                        " columns but fewer rows, so it seems to have been cut off");
  }
  return builder.finish();
}

std::optional<std::size_t> column_of(const std::vector<std::string>& header,
                                     std::string_view name) {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return {};
  return static_cast<std::size_t>(found - header.begin());
}

EdgeList read_table(Rows& rows, const std::vector<std::string>& header) {
  const auto source = *column_of(header, "source"), target = *column_of(header, "target");
  const auto weight = column_of(header, "weight");
  Builder builder(EdgeForm::table);
  for (const auto& name : header) {
    if (std::count(header.begin(), header.end(), name) > 1) {
      rows.place().refuse("two columns are called " + base::quoted(name));
    }
    if (name != "source" && name != "target" && name != "weight") builder.does_not_count(name);
  }
  Cells cells;
  while (rows.next(cells, header.size())) {
    const auto place = rows.place();
    builder.add(place.name(cells[source], "source"), place.name(cells[target], "target"),
                weight ? place.weight(cells[*weight], "weight") : 1);
  }
  return builder.finish();
}

Cells words_of(std::string_view line) {
  Cells words;
  constexpr std::string_view blanks = " \t\r";
  for (auto at = line.find_first_not_of(blanks); at != line.npos;) {
    const auto end = std::min(line.find_first_of(blanks, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(blanks, end);
  }
  return words;
}

EdgeList read_plain(std::string_view text, std::string_view file) {
  Builder builder(EdgeForm::plain);
  std::size_t row = 0, width = 0;
  for (auto line : base::split(text, '\n')) {
    ++row;
    const auto words = words_of(line);
    if (words.empty()) continue;
    if (width == 0) width = words.size();
    const Place place{file, row};
    if (words.size() != width) {
      place.refuse("there are " + std::to_string(words.size()) + " words, but the first row has " +
                   std::to_string(width));
    }
    builder.add(words[0], words[1], width == 3 ? place.weight(words[2], "weight") : 1);
  }
  return builder.finish();
}

// No header and blanks for separators: "14 101 2".
bool looks_plain(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const auto line = text.substr(begin, text.find('\n', begin) - begin);
  const auto words = words_of(line);
  if (line.find_first_of(",;|\"") != line.npos || words.size() < 2 || words.size() > 3)
    return false;
  return base::to_lower_ascii(words[0]) != "source" && base::to_lower_ascii(words[1]) != "source";
}

}  // namespace

EdgeList read_edge_list(std::string_view text, std::string_view file) {
  if (looks_plain(text)) return read_plain(text, file);
  Rows rows(text, file);
  Cells cells;
  if (!rows.next(cells)) refuse(std::string(file) + " is empty; it should hold ties");
  std::vector<std::string> labels, header;
  for (auto cell : cells) {
    labels.emplace_back(base::trim(cell));
    header.push_back(base::to_lower_ascii(labels.back()));
  }
  if (labels.size() > 1 && labels[0].empty()) return read_matrix(rows, labels);
  if (column_of(header, "source") && column_of(header, "target")) {
    auto list = read_table(rows, header);
    if (list.names.empty()) refuse(std::string(file) + " holds a header and no ties");
    return list;
  }
  refuse(
      std::string(file) +
      ": the first row names no columns source and target, and the file is neither a matrix (its "
      "first cell empty) nor rows of two names and a weight with blanks between; its first cell "
      "is " +
      base::quoted(labels[0]));
}

std::string taken_as(const EdgeList& list) {
  switch (list.form) {
    case EdgeForm::table: {
      std::string text = "a table of ties by its columns source and target";
      for (std::size_t i = 0; i < list.not_counted.size(); ++i) {
        text += (i == 0 ? "; not counted: " : ", ") + list.not_counted[i];
      }
      return text;
    }
    case EdgeForm::matrix:
      return "a square matrix with labels";
    case EdgeForm::plain:
      return "rows of two names and a weight without a header, separated by blanks";
  }
  return {};
}

}  // namespace raptor
