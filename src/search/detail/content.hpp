#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "search/detail/codes.hpp"
#include "search/detail/lines.hpp"
#include "search/detail/reports.hpp"
#include "search/subject.hpp"

namespace search::detail {

/// What is known of a subject besides its names, places and numbers.
struct About {
  std::uint32_t id, records, key;
  model::Noun noun;
  bool is_protected;
  base::Seconds first, last;  ///< no_time if unknown
};

/// Everything of an index. Rows stand in the order of the subjects' names outside.
struct Content {
  std::vector<About> subjects;
  std::string keys;  ///< each closed by a NUL
  Lines names, places;
  Codes codes;
  Lists births;  ///< of a row: dates as date_number makes them, ascending
  std::vector<std::pair<std::uint32_t, Row>> rows_by_birth;
  std::vector<std::string> forces;
  Lists forces_of_row;
  Reports reports;

  std::string_view key(Row row) const { return keys.data() + subjects[row].key; }
  std::size_t memory_bytes() const;
};

/// A date as one number that sorts as dates do, and back.
constexpr std::uint32_t date_number(base::Date date) {
  return static_cast<std::uint32_t>(date.year) << 16 | static_cast<std::uint32_t>(date.month) << 8 |
         static_cast<std::uint32_t>(date.day);
}
constexpr base::Date date_of_number(std::uint32_t number) {
  return {static_cast<std::int16_t>(number >> 16), static_cast<std::int8_t>(number >> 8 & 0xFF),
          static_cast<std::int8_t>(number & 0xFF)};
}

}  // namespace search::detail
