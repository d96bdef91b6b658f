#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "resolve/table.hpp"

namespace resolve {

/// A column of some file: its header and some of its values.
struct ColumnSample {
  std::string header;
  std::vector<std::string> values;  ///< as in the file; blank ones may be among them
};

/// What a column was taken for, and why, in words for the person who may overrule it.
struct ColumnVerdict {
  std::optional<Kind> kind;  ///< nothing: it is no evidence of identity
  std::string field;         ///< columns of one kind and field are one many-valued column: phones
  base::DateOrder date_order = base::DateOrder::day_month_year;
  std::string reason;
};

/// By the words of the header first, then by the shape of the values. Ethnicity, religion,
/// nationality and disability are never evidence. A few hundred values are enough.
std::vector<ColumnVerdict> recognise_columns(const std::vector<ColumnSample>& columns);

/// Month first if some value can only be read so and none only day first; else as in Britain.
base::DateOrder date_order_of(const std::vector<std::string>& values);

}  // namespace resolve
