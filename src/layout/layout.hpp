#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "model/vocabulary.hpp"

namespace layout {

/// One column that a layout knows, under the headers that sources give it, the likeliest first.
struct Column {
  std::string name;
  bool required = false;
  bool dropped = false;              ///< blanked before anything is stored
  std::vector<std::string> headers;  ///< folded: letters and digits, lower case
};

/// A text to put in place of a cell's, by the cell in lower case.
using ValueMap = std::vector<std::pair<std::string, std::string>>;

/// Where a text comes from: columns (joined by a blank), or a constant if there are none.
struct CellSource {
  std::vector<std::size_t> columns;  ///< into Layout::columns
  std::string constant;
  std::string split;  ///< if not empty, the cell holds several values between such texts
  ValueMap values;
  bool operator==(const CellSource&) const = default;
  bool is_given() const { return !columns.empty() || !constant.empty(); }
};

/// True of a row if that cell is one of the texts, or, without texts, if it is not empty.
struct Condition {
  std::size_t column = 0;
  std::vector<std::string> is;  ///< lower case
};

struct AttributeRule {
  model::Attribute attribute;
  CellSource source;
};

/// How to read one person, object, location or event out of a row.
struct MentionRule {
  std::string slot;
  model::Noun noun;
  std::vector<AttributeRule> attributes;
  std::vector<Condition> when;
  bool always = false;              ///< there even if nothing identifies it: the row itself
  std::optional<std::size_t> each;  ///< a column of many values: one mention for each of them …
  std::string each_split;           ///< … which stand between such texts
};

struct RoleOfValue {
  std::string value;                    ///< lower case; "" for an empty cell
  std::optional<model::LinkRole> role;  ///< nothing: such a row links nothing
};

struct LinkRule {
  std::size_t from = 0, to = 0;  ///< into Layout::mentions
  std::optional<model::LinkRole> role;
  std::optional<std::size_t> role_column;  ///< if there is no constant role
  std::vector<RoleOfValue> roles;
  CellSource time;
  std::optional<std::size_t> strength;
  std::vector<Condition> when;
};

/// What the columns say of the record itself. What is not given is left to the batch.
struct RecordRule {
  CellSource marking, handling, conditions, compartments, groups;
  CellSource grading, source_evaluation, assessment;
  CellSource happened, recorded, retention;
};

/// What the columns of one kind of file mean. Plain data, as read from a layout file;
/// docs/layouts.md teaches how to write one.
struct Layout {
  std::string name, title, source_kind;
  int version = 1;
  bool has_header = true;
  std::optional<char> delimiter;  ///< nothing: found by looking
  base::DateOrder date_order = base::DateOrder::day_month_year;
  bool keeps_unknown_columns = true;
  std::vector<std::string> missing;  ///< lower-case texts that mean an empty cell ("unk", "n/a")
  std::vector<Column> columns;
  RecordRule record;
  std::vector<MentionRule> mentions;
  std::vector<LinkRule> links;
  std::string text;  ///< the layout file itself
};

/// Reads a layout file (JSON, comments allowed). Throws Fault::invalid with the place in the file,
/// what is wrong there and the nearest word that would be right.
Layout parse_layout(std::string_view text);

/// The layouts that come with the program, by name.
std::vector<Layout> shipped_layouts();

}  // namespace layout

template <>
struct base::EnumNames<base::DateOrder> {
  static constexpr std::array<std::string_view, 3> names = {"year_month_day", "day_month_year",
                                                            "month_day_year"};
};
