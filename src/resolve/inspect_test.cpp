#include "resolve/inspect.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "resolve/explain.hpp"
#include "resolve/train.hpp"

namespace {

resolve::Table four_people() {
  resolve::Table table({{"name", resolve::Kind::name}, {"dob", resolve::Kind::date}});
  const char* rows[][2] = {{"Ann Lee", "1980-02-01"},
                           {"Anne Lee", "1980-02-01"},
                           {"Dragan Vukovic", "1971-03-09"},
                           {"Olive Tredinnick", ""}};
  for (const auto& row : rows) {
    table.add_row();
    table.add_value(0, row[0]);
    table.add_value(1, row[1]);
  }
  return table;
}

}  // namespace

TEST_CASE("an inspection weighs each candidate as its explanation does") {
  const auto table = four_people();
  const auto model = resolve::train(table, {}, {1});
  const auto inspection = resolve::inspect(table, model, {2});
  const resolve::Explainer explain(table, model);
  REQUIRE_FALSE(inspection.pairs.empty());
  for (const auto& pair : inspection.pairs) {
    CHECK(pair.weight == explain(pair.rows.first, pair.rows.second).total);
  }
  REQUIRE(inspection.with_itself.size() == 4);
  CHECK(inspection.with_itself[0] == explain(0, 0).total);
  CHECK(inspection.with_itself[3] < inspection.with_itself[0]);  // it has no date
}

TEST_CASE("shares of levels are of the pairs that have the field, and keys say what they add") {
  const auto table = four_people();
  const auto inspection = resolve::inspect(table, resolve::train(table, {}, {1}), {1});
  double of_names = 0;
  for (const auto& level : inspection.levels) of_names += level.field == 0 ? level.share : 0;
  CHECK(of_names == doctest::Approx(1));
  std::size_t added = 0;
  for (const auto& key : inspection.keys) {
    CHECK(key.added <= key.pairs);
    added += key.added;
  }
  CHECK(added == inspection.pairs.size());
}
