#include "base/date.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <vector>

#include "base/text.hpp"

namespace base {

namespace {

constexpr std::array<std::string_view, 12> month_names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> checked(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0) return {};
  if (month == 0)
    return day == 0 ? std::optional<Date>({static_cast<std::int16_t>(year), 0, 0}) : std::nullopt;
  if (day > days_in_month(year, month)) return {};
  return Date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
              static_cast<std::int8_t>(day)};
}

int to_number(std::string_view digits) {
  int number = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

int full_year(std::string_view digits, int newest_year) {
  const int year = to_number(digits);
  if (digits.size() != 2) return year;
  const int century = newest_year / 100 * 100;
  return century + year > newest_year ? century - 100 + year : century + year;
}

// The numbers and month names of a date; nothing if it holds anything else.
std::optional<std::vector<std::string_view>> date_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < text.size();) {
    const auto kind = is_digit(text[at]) ? is_digit : is_letter;
    if (!kind(text[at])) {
      if (std::string_view("-/. ,").find(text[at]) == std::string_view::npos) return {};
      ++at;
      continue;
    }
    const auto begin = at;
    while (at < text.size() && kind(text[at])) ++at;
    parts.push_back(text.substr(begin, at - begin));
  }
  return parts;
}

int month_of_name(std::string_view name) {
  const auto lowered = to_lower_ascii(name);
  for (std::size_t i = 0; i < month_names.size(); ++i) {
    if (lowered.size() >= 3 && lowered.compare(0, 3, month_names[i]) == 0)
      return static_cast<int>(i) + 1;
  }
  return -1;
}

std::optional<Date> date_of_three(const std::vector<std::string_view>& parts, DateOrder order,
                                  int newest_year) {
  if (is_letter(parts[1][0])) {
    if (is_letter(parts[0][0]) || is_letter(parts[2][0])) return {};
    return checked(full_year(parts[2], newest_year), month_of_name(parts[1]), to_number(parts[0]));
  }
  for (auto part : parts) {
    if (!is_digit(part[0])) return {};
  }
  const bool year_first =
      parts[0].size() == 4 || (order == DateOrder::year_month_day && parts[2].size() <= 2);
  if (year_first)
    return checked(full_year(parts[0], newest_year), to_number(parts[1]), to_number(parts[2]));
  const bool month_first = order == DateOrder::month_day_year;
  return checked(full_year(parts[2], newest_year), to_number(parts[month_first ? 0 : 1]),
                 to_number(parts[month_first ? 1 : 0]));
}

std::optional<Date> date_of_one(std::string_view digits) {
  if (!is_digit(digits[0])) return {};
  if (digits.size() == 4) return checked(to_number(digits), 0, 0);
  if (digits.size() != 8) return {};
  return checked(to_number(digits.substr(0, 4)), to_number(digits.substr(4, 2)),
                 to_number(digits.substr(6)));
}

}  // namespace

std::optional<Date> parse_date(std::string_view text, DateOrder order, int newest_year) {
  const auto parts = date_parts(trim(text));
  if (!parts || parts->empty() || parts->size() > 3) return {};
  for (auto part : *parts) {
    if (part.size() > 9) return {};
  }
  if (parts->size() == 1) return date_of_one(parts->front());
  if (parts->size() == 3) {
    const auto date = date_of_three(*parts, order, newest_year);
    return date && date->is_whole() ? date : std::nullopt;
  }
  const bool year_first = (*parts)[0].size() == 4;
  const auto year = (*parts)[year_first ? 0 : 1], month = (*parts)[year_first ? 1 : 0];
  if (year.size() != 4 || !is_digit(year[0])) return {};
  const int month_number = is_letter(month[0]) ? month_of_name(month) : to_number(month);
  return month_number < 1 ? std::nullopt : checked(to_number(year), month_number, 0);
}

std::string to_string(Date date) {
  if (date.year == 0) return "";
  std::array<char, 32> text;
  if (date.month == 0) {
    std::snprintf(text.data(), text.size(), "%04d", date.year);
  } else if (date.day == 0) {
    std::snprintf(text.data(), text.size(), "%04d-%02d", date.year, date.month);
  } else {
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  }
  return text.data();
}

// Civil calendar arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int32_t day_number(Date date) {
  const int month = date.month == 0 ? 1 : date.month, day = date.day == 0 ? 1 : date.day;
  const int year = date.year - (month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

Date date_of_day_number(std::int32_t days) {
  const int z = days + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {static_cast<std::int16_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
          static_cast<std::int8_t>(month),
          static_cast<std::int8_t>(day_of_year - (153 * shifted + 2) / 5 + 1)};
}

Seconds midnight(Date date) { return static_cast<Seconds>(day_number(date)) * 86400; }

namespace {

std::int32_t last_sunday(int year, int month) {
  const auto last =
      day_number({static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), 31});
  return last - (last + 4) % 7;  // 1970-01-01 was a Thursday
}

// European summer time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October.
Seconds utc_of_uk_clock(Seconds clock, int year) {
  const Seconds begin = static_cast<Seconds>(last_sunday(year, 3)) * 86400 + 3600;
  const Seconds end = static_cast<Seconds>(last_sunday(year, 10)) * 86400 + 3600;
  const Seconds as_summer = clock - 3600;
  return as_summer >= begin && as_summer < end ? as_summer : clock;
}

struct Clock {
  Seconds seconds = 0;
  std::optional<Seconds> offset;
};

bool read_two(std::string_view& text, int limit, int& value) {
  if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return false;
  value = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return value < limit;
}

bool skip(std::string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Seconds> read_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  const int sign = skip(text, '+') ? 1 : skip(text, '-') ? -1 : 0;
  int hours = 0, minutes = 0;
  if (sign == 0 || !read_two(text, 15, hours)) return {};
  skip(text, ':');
  if (!text.empty() && !read_two(text, 60, minutes)) return {};
  if (!text.empty()) return {};
  return sign * (hours * 3600 + minutes * 60);
}

std::optional<Clock> read_clock(std::string_view text) {
  Clock clock;
  int hours = 0, minutes = 0, seconds = 0;
  if (!read_two(text, 24, hours) || !skip(text, ':') || !read_two(text, 60, minutes)) return {};
  if (skip(text, ':') && !read_two(text, 61, seconds)) return {};
  if (skip(text, '.')) {
    while (!text.empty() && is_digit(text[0])) text.remove_prefix(1);
  }
  clock.seconds = hours * 3600 + minutes * 60 + seconds;
  text = trim(text);
  if (text.empty()) return clock;
  clock.offset = read_offset(text);
  return clock.offset ? std::optional(clock) : std::nullopt;
}

}  // namespace

std::optional<Seconds> parse_time(std::string_view text, DateOrder order) {
  text = trim(text);
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) {
    const auto date = parse_date(text, order);
    if (!date || !date->is_whole()) return {};
    return utc_of_uk_clock(midnight(*date), date->year);
  }
  if (colon < 3) return {};
  const auto date = parse_date(text.substr(0, colon - 3), order);
  const auto clock = read_clock(text.substr(colon - 2));
  const char between = text[colon - 3];
  if (!date || !date->is_whole() || !clock || (between != ' ' && between != 'T')) return {};
  const Seconds local = midnight(*date) + clock->seconds;
  return clock->offset ? local - *clock->offset : utc_of_uk_clock(local, date->year);
}

std::string to_string_utc(Seconds time) {
  Seconds days = time / 86400, rest = time % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  std::array<char, 16> clock;
  std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02dZ", static_cast<int>(rest / 3600),
                static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
  return to_string(date_of_day_number(static_cast<std::int32_t>(days))) + clock.data();
}

}  // namespace base
