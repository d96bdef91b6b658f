#include "simulate/people_table.hpp"

#include <map>
#include <set>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "simulate/detail/memory_folder.hpp"

using simulate::Folder;

namespace {

Folder table_of(std::int64_t rows, std::uint64_t seed) {
  Folder folder;
  simulate::make_people_table({.rows = rows, .seed = seed}, folder);
  return folder;
}

}  // namespace

TEST_CASE("a table of people has the rows asked for, each with its own id") {
  const auto folder = table_of(6'000, 3);
  const auto& table = folder.file("people.csv");
  CHECK(table.rows.size() == 6'000);
  std::set<std::string> ids;
  for (const auto& row : table.rows) ids.insert(row[table.column("id")]);
  CHECK(ids.size() == 6'000);
}

TEST_CASE("how often a person is in the table has a heavy tail") {
  const auto folder = table_of(6'000, 3);
  const auto& table = folder.file("people.csv");
  std::map<std::string, int> times;
  for (const auto& row : table.rows) ++times[row[table.column("person")]];
  int few = 0, most = 0;
  for (const auto& [person, count] : times) {
    few += count <= 2;
    most = std::max(most, count);
  }
  CHECK(few > static_cast<int>(times.size()) / 2);
  CHECK(most > 30);
}

TEST_CASE("the same seed makes the same table, another seed another") {
  CHECK(table_of(2'000, 3).files[0].rows == table_of(2'000, 3).files[0].rows);
  CHECK(table_of(2'000, 3).files[0].rows != table_of(2'000, 4).files[0].rows);
}

TEST_CASE("too small or too large a table is refused") {
  CHECK_THROWS_AS(table_of(100, 1), base::Error);
  CHECK_THROWS_AS(table_of(20'000'000, 1), base::Error);
}
