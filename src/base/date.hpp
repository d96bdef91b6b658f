#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A calendar date of which the day, or the month and day, may be unknown (0). year 0: no date.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
  bool is_whole() const { return year != 0 && month != 0 && day != 0; }
};

/// How a source writes dates. The letters are what a layout file says.
enum class DateOrder { year_month_day, day_month_year, month_day_year };

/// Reads 1980-02-01, 01/02/1980, 1.2.80, 19800201, "1 Feb 1980", 1980-02, 1980; separators - / . or
/// space; two-digit years are read as the latest that is not after `newest_year`. Nothing if there
/// is no such day in the calendar.
std::optional<Date> parse_date(std::string_view text, DateOrder order, int newest_year = 2068);

std::string to_string(Date date);  ///< 1980-02-01, 1980-02 or 1980; "" for no date

/// Days since 1970-01-01; an unknown month or day counts as the first.
std::int32_t day_number(Date date);
Date date_of_day_number(std::int32_t days);

/// Seconds since 1970-01-01T00:00:00Z.
using Seconds = std::int64_t;

/// A date with an optional time after it ("2026-03-01 09:30:12", "01/03/2026T09:30", "…Z",
/// "…+01:00"). Without a zone it is the clock of the United Kingdom, summer time included (the rule
/// in force since 1996).
std::optional<Seconds> parse_time(std::string_view text, DateOrder order);

std::string to_string_utc(Seconds time);  ///< 2026-03-01T09:30:12Z
Seconds midnight(Date date);

}  // namespace base
