#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/detail/slots.hpp"

namespace search::detail {

/// Which rows of one index meet which parts of a query, and what that is worth at the most: before
/// anybody asks whether it is all in one name.
struct Tally {
  std::vector<Row> rows;              ///< that meet any part
  std::vector<std::uint16_t> points;  ///< by row
  std::vector<std::uint8_t> met;      ///< by row: how many parts
};

Tally tally(const Content& content, std::span<const Slot> slots);

/// How a row meets one part.
struct Meeting {
  std::size_t slot;
  How how;
  std::string_view matched;  ///< into the content; empty for a date
  base::Date date;           ///< that it meets, if it is one
};

/// What the row is worth to the query: never more than its tally. Each word of the one name that
/// meets best may meet one part only; what other names add counts half; a longer name or another
/// order costs a little. `meetings`, if given, gets what was counted.
int weigh(const Content& content, std::span<const Slot> slots, Row row,
          std::vector<Meeting>* meetings);

}  // namespace search::detail
