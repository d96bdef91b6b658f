#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace splink {

struct Value;
using List = std::vector<Value>;

/// Seconds since 1970-01-01 00:00, as DuckDB's EPOCH gives them.
struct Timestamp {
  double seconds = 0;
  auto operator<=>(const Timestamp&) const = default;
};

/// A value of SQL as far as Splink's conditions need one; nothing is NULL.
struct Value {
  std::variant<std::monostate, bool, double, std::string, Timestamp, List> is;

  bool is_null() const { return is.index() == 0; }
  bool is_true() const {
    const auto* truth = std::get_if<bool>(&is);
    return truth != nullptr && *truth;
  }
  bool operator==(const Value& other) const;
};

/// What a column's cells are read as: what the model's conditions use it as (columns_of).
enum class Type { text, number, timestamp, list };

/// A cell of a delimited file: blank is NULL, as in DuckDB; so is what cannot be read as the type.
/// Lists are written as JSON or DuckDB do (["a","b"], [a, b]), or as a|b.
Value read_cell(std::string_view cell, Type type);

std::optional<double> as_number(const Value& value);        ///< text is read; nothing if it is none
std::optional<Timestamp> as_timestamp(const Value& value);  ///< text is read as ISO 8601
std::string as_text(const Value& value);                    ///< not for lists

/// SQL's comparison of two values that are not NULL: where their types differ, the text is read as
/// the other's type, as DuckDB casts it. Nothing (NULL) if it cannot be.
std::optional<std::partial_ordering> compare(const Value& left, const Value& right);

}  // namespace splink
