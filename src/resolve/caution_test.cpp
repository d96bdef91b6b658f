#include "resolve/detail/caution.hpp"

#include <doctest/doctest.h>

#include "resolve/resolve.hpp"
#include "resolve/train.hpp"

using resolve::Kind;
using resolve::Table;

namespace {

// Each row as name, date of birth, postcode, phone; whether the cautious reference model takes the
// first two for one.
bool one_person(std::vector<std::vector<std::string>> rows) {
  Table table({{"name", Kind::name},
               {"dob", Kind::date},
               {"postcode", Kind::code},
               {"phone", Kind::identifier}});
  for (const auto& row : rows) {
    table.add_row();
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (!row[column].empty()) table.add_value(column, row[column]);
    }
  }
  const auto model = resolve::train(table, {.is_cautious = true}, {1});
  const auto resolution = resolve::resolve(table, model, {}, {1});
  return resolution.entity[0] == resolution.entity[1];
}

// What caution makes of agreement at these levels, where every agreement weighs ten bits.
bool corroborated(std::vector<resolve::detail::Level> levels) {
  resolve::Model model;
  for (auto kind : {Kind::name, Kind::date, Kind::code, Kind::identifier}) {
    model.fields.push_back(
        {.kind = kind, .weights = std::vector<resolve::Bits>(64, 10 * resolve::one_bit)});
    model.fields.back().weights[resolve::detail::different] = -4 * resolve::one_bit;
  }
  return resolve::detail::is_corroborated(model, levels);
}

const auto same_name = resolve::detail::name_level(8, 0),
           other_given_name = resolve::detail::name_level(8, 1);
constexpr resolve::detail::Level missing = 0, different = 1;
const auto same_birth = resolve::detail::first_exact_level(Kind::date);
const auto same_home = resolve::detail::first_exact_level(Kind::code);
const auto same_phone = resolve::detail::first_exact_level(Kind::identifier);

}  // namespace

TEST_CASE("a name alone never merges") {
  CHECK_FALSE(corroborated({same_name, missing, missing, missing}));
  CHECK_FALSE(corroborated({same_name, missing, different, different}));
  CHECK(corroborated({same_name, same_birth, missing, missing}));
  CHECK(corroborated({same_name, missing, same_home, missing}));
  CHECK(corroborated({same_name, missing, missing, same_phone}));
}

TEST_CASE("a shared home does not speak over different given names or dates of birth") {
  CHECK_FALSE(corroborated({other_given_name, missing, same_home, missing}));
  CHECK_FALSE(corroborated({same_name, different, same_home, missing}));
  CHECK_FALSE(corroborated({other_given_name, different, same_home, same_phone}));
  CHECK(corroborated({other_given_name, same_birth, missing, missing}));
  CHECK(corroborated({same_name, different, missing, same_phone}));
}

TEST_CASE("caution in small tables") {
  CHECK(one_person({{"ann lee", "1980-02-01", "ZZ1 1AA", ""}, {"ann lee", "1980-02-01", "", ""}}));
  CHECK_FALSE(one_person({{"ann lee", "", "", ""}, {"ann lee", "", "", ""}}));
  CHECK_FALSE(
      one_person({{"adebayo eza", "1971-11-06", "ZZ1 1AA", ""}, {"adebayo eza", "", "", ""}}));
}
