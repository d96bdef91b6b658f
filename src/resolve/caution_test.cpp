#include "resolve/detail/caution.hpp"

#include <doctest/doctest.h>

#include "resolve/resolve.hpp"
#include "resolve/train.hpp"

using resolve::Kind;
using resolve::Table;
using resolve::whole;

namespace {

// Each row as name, date of birth, postcode, phone, and who is around them.
Table table_of(const std::vector<std::vector<std::string>>& rows) {
  Table table({{"name", Kind::name},
               {"dob", Kind::date},
               {"postcode", Kind::code},
               {"phone", Kind::identifier},
               {"around", Kind::surroundings}});
  for (const auto& row : rows) {
    table.add_row();
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (!row[column].empty()) table.add_value(column, row[column]);
    }
  }
  return table;
}

// Whether the cautious reference model takes the first two for one.
bool one_person(const std::vector<std::vector<std::string>>& rows) {
  const auto table = table_of(rows);
  const auto model = resolve::train(table, {.is_cautious = true}, {1});
  const auto resolution = resolve::resolve(table, model, {}, {1});
  return resolution.entity[0] == resolution.entity[1];
}

enum class Caution { with, without };

// By a model whose prior is so great that a name alone passes the score, as names that are rare
// among their origin and common in a region do.
resolve::Resolution resolved_credulously(const std::vector<std::vector<std::string>>& rows,
                                         Caution caution,
                                         const resolve::Constraints& constraints = {}) {
  const auto table = table_of(rows);
  auto model = resolve::train(table, {}, {1});
  model.is_cautious = caution == Caution::with;
  model.from_reference = false;  // of which one row vetoes, where of others it takes two
  model.prior += 12 * resolve::one_bit;
  return resolve::resolve(table, model, constraints, {1});
}

// In which every agreement weighs ten bits.
resolve::Model ten_bits_each() {
  resolve::Model model;
  for (auto kind : {Kind::name, Kind::date, Kind::code, Kind::identifier}) {
    model.fields.push_back(
        {.kind = kind, .weights = std::vector<resolve::Bits>(64, 10 * resolve::one_bit)});
    model.fields.back().weights[resolve::detail::different] = -4 * resolve::one_bit;
  }
  model.is_cautious = true;
  return model;
}

using Levels = std::vector<resolve::detail::Level>;

bool corroborated(const Levels& levels) {
  return resolve::detail::is_corroborated(ten_bits_each(), levels);
}

resolve::Share posterior(const Levels& levels) {
  return resolve::detail::posterior(ten_bits_each(), levels);
}

resolve::Share support(const Levels& levels) {
  return resolve::detail::support(ten_bits_each(), levels);
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

TEST_CASE("a name alone begins no merge, but carries one that another pair began") {
  const Levels name_only = {same_name, missing, missing, missing};
  CHECK(posterior(name_only) == 0);
  CHECK(support(name_only) > whole * 9 / 10);
  const Levels with_birth = {same_name, same_birth, missing, missing};
  CHECK(posterior(with_birth) == support(with_birth));
  CHECK(posterior(with_birth) > whole * 9 / 10);
}

TEST_CASE("dates of birth that differ support nothing, with names that differ they count against") {
  CHECK(support({same_name, different, same_home, missing}) == 0);
  CHECK(support({same_name, different, missing, same_phone}) > whole * 9 / 10);
  CHECK(support({other_given_name, different, same_home, missing}) == -whole);
  CHECK(support({other_given_name, different, same_home, same_phone}) == -whole);
  CHECK(support({other_given_name, missing, same_home, missing}) > whole * 9 / 10);
}

TEST_CASE("without caution the score alone decides") {
  auto model = ten_bits_each();
  model.is_cautious = false;
  for (const Levels& levels : {Levels{same_name, missing, missing, missing},
                               Levels{other_given_name, different, same_home, missing}}) {
    CHECK(resolve::detail::posterior(model, levels) > 0);
    CHECK(resolve::detail::support(model, levels) == resolve::detail::posterior(model, levels));
  }
}

TEST_CASE("whoever is known by surname only does not bridge the members of a household") {
  const std::vector<std::vector<std::string>> household = {{"ann lee", "1980-02-01", "ZZ1 1AA"},
                                                           {"bob lee", "1951-11-27", "ZZ1 1AA"},
                                                           {"lee", "", "ZZ1 1AA"}};
  const auto careless = resolved_credulously(household, Caution::without).entity;
  CHECK(careless[0] == careless[1]);
  const auto careful = resolved_credulously(household, Caution::with).entity;
  CHECK(careful[0] != careful[1]);
  CHECK((careful[2] == careful[0] || careful[2] == careful[1]));
}

TEST_CASE("what the score holds for one person and caution keeps apart is told as a doubt") {
  const std::vector<std::vector<std::string>> namesakes = {{"ann lee"}, {"ann lee"}, {"bob moss"}};
  using Doubts = std::vector<resolve::RowPair>;
  const auto careful = resolved_credulously(namesakes, Caution::with);
  CHECK(careful.entity[0] != careful.entity[1]);
  CHECK(careful.doubts == Doubts{{0, 1}});
  CHECK(resolved_credulously(namesakes, Caution::without).doubts == Doubts{});
}

TEST_CASE("what an analyst decided is no doubt, nor is any other pair of those two") {
  using Doubts = std::vector<resolve::RowPair>;
  CHECK(resolved_credulously({{"ann lee"}, {"ann lee"}}, Caution::with, {.different = {{0, 1}}})
            .doubts == Doubts{});
  const std::vector<std::vector<std::string>> twice = {
      {"ann lee", "1980-02-01"}, {"ann lee"}, {"ann lee", "1980-02-01"}};
  CHECK(resolved_credulously(twice, Caution::with).doubts.size() == 2);
  CHECK(resolved_credulously(twice, Caution::with, {.different = {{1, 2}}}).doubts == Doubts{});
  CHECK(
      resolved_credulously({{"ann lee"}, {"ann lee"}}, Caution::with, {.same = {{0, 1}}}).doubts ==
      Doubts{});
}

TEST_CASE("names around a person are compared by sound, in any order, and a lone word is none") {
  const resolve::Column around{"around", Kind::surroundings};
  const auto heard = resolve::comparable("Stephen Moss", around);
  CHECK_FALSE(heard.empty());
  CHECK(resolve::comparable("MOSS, Steven", around) == heard);
  CHECK(resolve::comparable("Stephen Mill", around) != heard);
  CHECK(resolve::comparable("Moss", around).empty());
}

TEST_CASE("the same companions corroborate a name") {
  const auto are_one = [](const char* companion) {
    std::vector<std::vector<std::string>> rows = {{"ann lee", "", "", "", "Stephen Moss"},
                                                  {"ann lee", "", "", "", companion}};
    // Others, among whom that companion is rare.
    for (int i = 10; i < 50; ++i) rows.push_back({"", "", "", "9991234500" + std::to_string(i)});
    const auto entity = resolved_credulously(rows, Caution::with).entity;
    return entity[0] == entity[1];
  };
  CHECK(are_one("Steven Moss"));
  CHECK_FALSE(are_one("Olive Tredinnick"));
}

TEST_CASE("caution in small tables") {
  CHECK(one_person({{"ann lee", "1980-02-01", "ZZ1 1AA", ""}, {"ann lee", "1980-02-01", "", ""}}));
  CHECK_FALSE(one_person({{"ann lee", "", "", ""}, {"ann lee", "", "", ""}}));
  CHECK_FALSE(
      one_person({{"adebayo eza", "1971-11-06", "ZZ1 1AA", ""}, {"adebayo eza", "", "", ""}}));
}
