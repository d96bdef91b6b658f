#include "splink/detail/time_format.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "base/date.hpp"
#include "base/text.hpp"

namespace splink::detail {

namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

struct Parts {
  int year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

void skip_blanks(std::string_view& text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
}

bool read_number(std::string_view& text, std::size_t digits_max, int& number) {
  std::size_t digits = 0;
  number = 0;
  while (digits < digits_max && digits < text.size() && base::is_digit(text[digits])) {
    number = number * 10 + (text[digits++] - '0');
  }
  text.remove_prefix(digits);
  return digits > 0;
}

bool read_month(std::string_view& text, bool in_full, int& month) {
  const auto lower = base::to_lower_ascii(text.substr(0, 9));
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto name = in_full ? months[i] : months[i].substr(0, 3);
    if (!std::string_view(lower).starts_with(name)) continue;
    month = static_cast<int>(i) + 1;
    text.remove_prefix(name.size());
    return true;
  }
  return false;
}

bool read_field(std::string_view& text, char field, Parts& parts) {
  switch (field) {
    case 'Y':
      return read_number(text, 4, parts.year);
    case 'y':
      if (!read_number(text, 2, parts.year)) return false;
      parts.year += parts.year < 69 ? 2000 : 1900;  // POSIX
      return true;
    case 'm':
      return read_number(text, 2, parts.month);
    case 'd':
      return read_number(text, 2, parts.day);
    case 'H':
      return read_number(text, 2, parts.hour);
    case 'M':
      return read_number(text, 2, parts.minute);
    case 'S':
      return read_number(text, 2, parts.second);
    case 'b':
    case 'B':
      return read_month(text, field == 'B', parts.month);
    case '%':
      if (!text.starts_with('%')) return false;
      text.remove_prefix(1);
      return true;
    default:
      return false;
  }
}

// Days since 1970 of a day of the proleptic Gregorian calendar: base::Date knows no year 0.
std::int64_t days_of(int year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719468;
}

bool is_day(const Parts& parts) {
  if (parts.month < 1 || parts.month > 12 || parts.day < 1) return false;
  const bool wraps = parts.month == 12;
  const auto next = days_of(parts.year + (wraps ? 1 : 0), wraps ? 1 : parts.month + 1, 1);
  return parts.day <= next - days_of(parts.year, parts.month, 1);
}

}  // namespace

bool can_read_format(std::string_view format) {
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    if (++i == format.size() ||
        std::string_view("YymdHMSbB%").find(format[i]) == std::string_view::npos)
      return false;
  }
  return true;
}

std::optional<double> parse_time(std::string_view text, std::string_view format) {
  Parts parts;
  skip_blanks(text);
  if (text.empty()) return {};
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] == '%') {
      if (++i == format.size() || !read_field(text, format[i], parts)) return {};
    } else if (is_blank(format[i])) {
      skip_blanks(text);
    } else {
      if (!text.starts_with(format[i])) return {};
      text.remove_prefix(1);
    }
  }
  skip_blanks(text);
  if (!text.empty() || !is_day(parts)) return {};
  if (parts.hour > 23 || parts.minute > 59 || parts.second > 59) return {};
  const auto days = days_of(parts.year, parts.month, parts.day);
  return static_cast<double>(days * 86400 + parts.hour * 3600 + parts.minute * 60 + parts.second);
}

std::string print_time(double seconds) {
  const auto days = std::floor(seconds / 86400);
  const auto date = base::date_of_day_number(static_cast<std::int32_t>(days));
  const auto rest = static_cast<int>(seconds - days * 86400);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d %02d:%02d:%02d", date.year, date.month, date.day,
                rest / 3600, rest / 60 % 60, rest % 60);
  return text;
}

}  // namespace splink::detail
