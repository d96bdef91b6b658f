#include "base/date.hpp"

#include <doctest/doctest.h>

using base::DateOrder;

namespace {

std::string uk(std::string_view text) {
  const auto date = base::parse_date(text, DateOrder::day_month_year);
  return date ? to_string(*date) : "no";
}

std::string utc(std::string_view text) {
  const auto time = base::parse_time(text, DateOrder::day_month_year);
  return time ? base::to_string_utc(*time) : "no";
}

}  // namespace

TEST_CASE("dates as forces write them") {
  CHECK(uk("01/02/1980") == "1980-02-01");
  CHECK(uk("1.2.80") == "1980-02-01");
  CHECK(uk("1980-02-01") == "1980-02-01");
  CHECK(uk("19800201") == "1980-02-01");
  CHECK(uk("1 Feb 1980") == "1980-02-01");
  CHECK(uk("Feb 1980") == "1980-02");
  CHECK(uk("02/1980") == "1980-02");
  CHECK(uk("1980") == "1980");
  CHECK(uk("29/02/2000") == "2000-02-29");
}

TEST_CASE("days that never were are refused") {
  CHECK(uk("30/02/1980") == "no");
  CHECK(uk("29/02/1900") == "no");
  CHECK(uk("00/02/1980") == "no");
  CHECK(uk("1/13/1980") == "no");
  CHECK(uk("yesterday") == "no");
  CHECK(uk("1/2/3/4") == "no");
  CHECK(uk("") == "no");
}

TEST_CASE("the order decides what is ambiguous") {
  CHECK(to_string(*base::parse_date("01/02/1980", DateOrder::month_day_year)) == "1980-01-02");
  CHECK(to_string(*base::parse_date("80-02-01", DateOrder::year_month_day)) == "1980-02-01");
}

TEST_CASE("times are UK clock unless they name a zone") {
  CHECK(utc("01/03/2026 09:30:12") == "2026-03-01T09:30:12Z");
  CHECK(utc("01/07/2026 09:30") == "2026-07-01T08:30:00Z");
  CHECK(utc("2026-07-01T09:30:00Z") == "2026-07-01T09:30:00Z");
  CHECK(utc("2026-07-01T09:30:00.123+02:00") == "2026-07-01T07:30:00Z");
  CHECK(utc("01/03/2026") == "2026-03-01T00:00:00Z");
  CHECK(utc("01/03/2026 25:00") == "no");
  CHECK(utc("01/03/2026 09:30 soon") == "no");
}

TEST_CASE("day numbers there and back") {
  for (int day : {-141428, -1, 0, 59, 11016, 20000, 36584}) {
    CHECK(base::day_number(base::date_of_day_number(day)) == day);
  }
  CHECK(base::day_number({1970, 1, 1}) == 0);
  CHECK(base::to_string_utc(-1) == "1969-12-31T23:59:59Z");
}
