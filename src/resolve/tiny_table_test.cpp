#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "resolve/explain.hpp"
#include "resolve/resolve.hpp"

// A few records, as a small inquiry has them: nothing can be learned, and a wrong merge points the
// police at the wrong person.

namespace {

using resolve::Kind;
using Person = std::map<std::string, std::vector<std::string>>;

const std::vector<resolve::Column> columns = {
    {"forenames", Kind::name},   {"surname", Kind::name},      {"dob", Kind::date},
    {"sex", Kind::category},     {"address", Kind::text},      {"postcode", Kind::code},
    {"phone", Kind::identifier}, {"vehicle", Kind::identifier}};

resolve::Table table_of(const std::vector<Person>& people) {
  resolve::Table table(columns);
  for (const auto& person : people) {
    table.add_row();
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto found = person.find(columns[c].name);
      if (found == person.end()) continue;
      for (const auto& value : found->second) table.add_value(c, value);
    }
  }
  return table;
}

std::vector<std::uint32_t> entities(const std::vector<Person>& people,
                                    const resolve::Constraints& constraints = {}) {
  const auto table = table_of(people);
  return resolve::train_and_resolve(table, {}, constraints, {1}).resolution.entity;
}

bool are_one(const Person& left, const Person& right) {
  // Others, so that the pair is not all there is.
  const std::vector<Person> people = {
      left,
      right,
      {{"forenames", {"Dragan"}}, {"surname", {"Vukovic"}}, {"dob", {"1971-03-09"}}},
      {{"forenames", {"Olive"}}, {"surname", {"Tredinnick"}}, {"postcode", {"TR19 7AA"}}}};
  const auto entity = entities(people);
  CHECK(entity[2] == 2);
  CHECK(entity[3] == 3);
  return entity[0] == entity[1];
}

Person with_household(Person person) {
  person["address"] = {"3 Mill Road"};
  person["postcode"] = {"LS6 3PL"};
  person["phone"] = {"07700 900777"};
  return person;
}

}  // namespace

TEST_CASE("a shared name alone is not enough, common or rare") {
  CHECK_FALSE(are_one({{"forenames", {"John"}}, {"surname", {"Smith"}}},
                      {{"forenames", {"John"}}, {"surname", {"Smith"}}}));
  CHECK_FALSE(are_one({{"forenames", {"Mohammed"}}, {"surname", {"Khan"}}, {"sex", {"M"}}},
                      {{"forenames", {"Mohammed"}}, {"surname", {"Khan"}}, {"sex", {"male"}}}));
  CHECK_FALSE(are_one({{"forenames", {"Zebedee"}}, {"surname", {"Quillfeather"}}},
                      {{"forenames", {"Zebedee"}}, {"surname", {"Quillfeather"}}}));
}

TEST_CASE("the same full name and date of birth are one person") {
  CHECK(are_one({{"forenames", {"John"}}, {"surname", {"Smith"}}, {"dob", {"12/03/1984"}}},
                {{"forenames", {"John"}}, {"surname", {"Smith"}}, {"dob", {"1984-03-12"}}}));
  CHECK(are_one({{"forenames", {"Mohammed"}}, {"surname", {"Khan"}}, {"dob", {"12/03/1984"}}},
                {{"forenames", {"Mohammed"}}, {"surname", {"Khan"}}, {"dob", {"12/03/1984"}}}));
  CHECK(are_one({{"forenames", {"James"}}, {"surname", {"Whitlock"}}, {"dob", {"12/03/1984"}}},
                {{"forenames", {"Jim"}}, {"surname", {"Whitlock"}}, {"dob", {"12/03/1984"}}}));
  CHECK(are_one({{"forenames", {"Keiran"}}, {"surname", {"Ashdown"}}, {"dob", {"12/03/1984"}}},
                {{"forenames", {"Ashdown"}}, {"surname", {"Kieran"}}, {"dob", {"12/03/1984"}}}));
}

TEST_CASE("a name and a typing error in the date need something more") {
  const Person one = {{"forenames", {"Keiran"}},
                      {"surname", {"Ashdown"}},
                      {"dob", {"12/03/1984"}},
                      {"postcode", {"LS6 3PL"}}};
  const Person other = {{"forenames", {"Keiran"}},
                        {"surname", {"Ashdown"}},
                        {"dob", {"12/03/1985"}},
                        {"postcode", {"LS6 3PL"}}};
  CHECK(are_one(one, other));
}

TEST_CASE("a shared phone, address or vehicle does not make two names one person") {
  const Person ann = {{"forenames", {"Ann"}},      {"surname", {"Lee"}},
                      {"phone", {"07700 900123"}}, {"address", {"12 Marsh Lane"}},
                      {"postcode", {"LS6 3PL"}},   {"vehicle", {"AB12 CDE"}}};
  const Person peter = {{"forenames", {"Peter"}},    {"surname", {"Novak"}},
                        {"phone", {"07700 900123"}}, {"address", {"12 Marsh Lane"}},
                        {"postcode", {"LS6 3PL"}},   {"vehicle", {"AB12 CDE"}}};
  CHECK_FALSE(are_one(ann, peter));
}

TEST_CASE("a family at one address stays a family") {
  const Person father = {{"forenames", {"Robert"}}, {"surname", {"Whitlock"}},
                         {"dob", {"1950-05-01"}},   {"address", {"3 Mill Road"}},
                         {"postcode", {"LS6 3PL"}}, {"phone", {"07700 900777"}}};
  const Person son = {{"forenames", {"Robert"}}, {"surname", {"Whitlock"}},
                      {"dob", {"1978-11-23"}},   {"address", {"3 Mill Road"}},
                      {"postcode", {"LS6 3PL"}}, {"phone", {"07700 900777"}}};
  const Person twin = {{"forenames", {"James"}},
                       {"surname", {"Whitlock"}},
                       {"dob", {"1978-11-23"}},
                       {"postcode", {"LS6 3PL"}}};
  const Person other_twin = {{"forenames", {"Peter"}},
                             {"surname", {"Whitlock"}},
                             {"dob", {"1978-11-23"}},
                             {"postcode", {"LS6 3PL"}}};
  CHECK_FALSE(are_one(father, son));
  CHECK_FALSE(are_one(twin, other_twin));
  CHECK_FALSE(are_one(with_household(twin), with_household(other_twin)));
}

TEST_CASE("brothers and sisters are called alike") {
  const auto at_home = [](const char* name) {
    return with_household(
        {{"forenames", {name}}, {"surname", {"Whitlock"}}, {"dob", {"1978-11-23"}}});
  };
  CHECK_FALSE(are_one(at_home("Mark"), at_home("Marsha")));
  CHECK_FALSE(are_one(at_home("Anna"), at_home("Annabelle")));
  CHECK_FALSE(are_one(at_home("Darla"), at_home("Darlene")));
  CHECK(are_one(at_home("Jonathan"), at_home("Jonathon")));
  CHECK(are_one(at_home("Jonathan"), at_home("J")));
}

TEST_CASE("a name with a phone is one person when the name is not common") {
  const auto with_phone = [](const char* forename, const char* surname) {
    return Person{{"forenames", {forename}}, {"surname", {surname}}, {"phone", {"07700900123"}}};
  };
  CHECK(are_one(with_phone("Keiran", "Ashdown"), with_phone("Keiran", "Ashdown")));
  CHECK_FALSE(are_one(with_phone("John", "Smith"), with_phone("John", "Smith")));
  CHECK_FALSE(are_one(with_phone("Ann", "Ashdown"), with_phone("Keiran", "Ashdown")));
}

TEST_CASE("many values: an alias or an old phone counts as well as the first") {
  CHECK(are_one({{"forenames", {"Keiran", "Kez"}},
                 {"surname", {"Ashdown"}},
                 {"phone", {"07700900123", "07700900456"}},
                 {"dob", {"12/03/1984"}}},
                {{"forenames", {"Kez"}},
                 {"surname", {"Ashdown"}},
                 {"phone", {"07700900456"}},
                 {"dob", {"12/03/1984"}}}));
}

TEST_CASE("what an analyst has decided is honoured") {
  const Person john = {{"forenames", {"John"}}, {"surname", {"Smith"}}, {"dob", {"12/03/1984"}}};
  const Person jane = {{"forenames", {"Jane"}}, {"surname", {"Doe"}}, {"dob", {"01/01/1990"}}};
  const std::vector<Person> people = {john, john, jane, john};
  using Entities = std::vector<std::uint32_t>;
  CHECK(entities(people) == Entities{0, 0, 2, 0});
  CHECK(entities(people, {.same = {{2, 1}}, .different = {}}) == Entities{0, 0, 0, 0});
  CHECK(entities(people, {.same = {}, .different = {{1, 0}}})[1] != 0);
  CHECK(entities(people, {.same = {}, .different = {{0, 1}, {0, 3}, {1, 3}}}) ==
        Entities{0, 1, 2, 3});
}

TEST_CASE("decisions that contradict each other keep the rows apart and are reported") {
  const Person john = {{"forenames", {"John"}}, {"surname", {"Smith"}}, {"dob", {"12/03/1984"}}};
  const auto table = table_of({john, john, john});
  const auto found =
      resolve::train_and_resolve(table, {}, {.same = {{0, 1}, {1, 2}}, .different = {{0, 2}}}, {1});
  const auto& entity = found.resolution.entity;
  CHECK(entity == std::vector<std::uint32_t>{0, 0, 2});
  REQUIRE(found.resolution.warnings.size() == 2);
  CHECK(found.resolution.warnings[0].find("rows 1 and 2") != std::string::npos);
}

TEST_CASE("an explanation adds up to the score it explains") {
  const Person one = {{"forenames", {"James"}},
                      {"surname", {"Whitlock"}},
                      {"dob", {"12/03/1984"}},
                      {"sex", {"m"}},
                      {"phone", {"07700900123"}}};
  const Person other = {
      {"forenames", {"Jim"}}, {"surname", {"Whitlock"}}, {"dob", {"21/03/1984"}}, {"sex", {"f"}}};
  const auto table = table_of({one, other});
  const auto model = resolve::train(table, {}, {1});
  const auto explanation = resolve::Explainer(table, model)(0, 1);
  auto sum = explanation.prior;
  for (const auto& reason : explanation.reasons) sum += reason.weight;
  CHECK(sum == explanation.total);
  CHECK(explanation.probability == doctest::Approx(resolve::probability(sum)));
  const auto words_for = [&](const std::string& field) {
    for (const auto& reason : explanation.reasons) {
      if (reason.field == field) return reason.comparison;
    }
    return std::string();
  };
  CHECK(words_for("dob") == "day and month swapped or digits crossed");
  CHECK(words_for("sex") == "different");
  CHECK(words_for("phone") == "not known on both sides");
  CHECK(words_for("name").find("nothing left over") != std::string::npos);
}
