#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"

namespace resolve {

/// What a column says about a person, which decides how two of its values are compared.
enum class Kind {
  name,          ///< any part of a name; all name columns together are one bag of words
  date,          ///< of birth, usually
  code,          ///< short and structured, with a meaningful beginning: a postcode
  text,          ///< a place, an occupation, a street
  category,      ///< few values: sex
  identifier,    ///< a phone, vehicle, account or document number; several people may share one
  surroundings,  ///< names of people around them, by their sound: it corroborates, no more
};

std::string_view to_string(Kind kind);

struct Column {
  std::string name;
  Kind kind;
  base::DateOrder date_order = base::DateOrder::day_month_year;
};

/// Rows of many-valued cells, every distinct value of a column kept once, in comparable form
/// (folded; dates as 1980-02-01). Blank values and ways of writing "unknown" are not values.
/// Results depend on the order of rows: callers sort them by id first.
class Table {
 public:
  using Value = std::uint32_t;

  explicit Table(std::vector<Column> columns);

  void add_row();
  /// To the row added last.
  void add_value(std::size_t column, std::string_view text);

  std::size_t rows() const { return rows_; }
  const std::vector<Column>& columns() const { return columns_; }
  std::span<const Value> cell(std::size_t row, std::size_t column) const {
    const auto& cells = cells_[column];
    const auto begin = cells.starts[row];
    return {cells.cells.data() + begin, cells.starts[row + 1] - begin};
  }
  /// The distinct values of a column, in order of first appearance; Value is an index into them.
  const std::vector<std::string>& values(std::size_t column) const;

 private:
  struct Cells {
    std::vector<std::uint32_t> starts;
    std::vector<Value> cells;
    std::vector<std::string> values;
    std::unordered_map<std::string, Value> of_raw, of_folded;
  };
  Value intern(std::size_t column, std::string_view text);

  std::vector<Column> columns_;
  std::vector<Cells> cells_;
  std::size_t rows_ = 0;
};

/// The comparable form a value of this column takes in a Table; "" if it says nothing.
std::string comparable(std::string_view text, const Column& column);

}  // namespace resolve
