#include "simulate/people_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "simulate/detail/rendition.hpp"

namespace simulate {

namespace {

constexpr std::array<std::string_view, 10> header = {
    "id",  "person",  "forenames", "surname", "alias", "date_of_birth",
    "sex", "address", "postcode",  "phone"};

RegionSettings region_of(const PeopleTableSettings& settings) {
  if (settings.rows < 1'500 || settings.rows > 12'500'000) {
    throw base::Error(base::Fault::invalid, "a table of people has from 1,500 to 12,500,000 rows");
  }
  return {.people = static_cast<int>(
              std::max<std::int64_t>(settings.rows * 2 / 5, 400 * settings.forces)),
          .seed = settings.seed,
          .forces = settings.forces};
}

// A heavy tail (Pareto) with a median of two and a mean of three.
std::int64_t times_recorded(std::uint64_t seed, PersonId person) {
  constexpr double scale = 1.4, shape = 0.6, most = 120;
  Random random(seed, "times in table", {person});
  return static_cast<std::int64_t>(std::min(most, scale / std::pow(1 - random.unit(), shape)));
}

// The person of each row: as many as wanted, the last ones cut or begun again.
std::vector<PersonId> people_of_rows(const PeopleTableSettings& settings, std::size_t people) {
  const auto rows = static_cast<std::size_t>(settings.rows);
  std::vector<PersonId> row_people;
  row_people.reserve(rows);
  for (PersonId person = 0; row_people.size() < rows;
       person = static_cast<PersonId>((person + 1) % people)) {
    const auto times = static_cast<std::size_t>(times_recorded(settings.seed, person));
    row_people.insert(row_people.end(), std::min(times, rows - row_people.size()), person);
  }
  return row_people;
}

Sighting sighting_of(const PeopleTableSettings& settings, const Places& places,
                     const Population& population, PersonId person, std::uint64_t row) {
  constexpr System systems[] = {System::crime,    System::crime,        System::custody,
                                System::custody,  System::intelligence, System::incidents,
                                System::referral, System::missing};
  Random random(settings.seed, "sighting", {row});
  const auto day = population.first_day + random.between(0, days_covered - 1);
  const auto at_home = places.towns()[population.home(person, day).town()].force;
  const auto force =
      random.chance(0.8) ? at_home : random.below(static_cast<std::uint32_t>(settings.forces));
  return {.person = person, .force = force, .system = random.pick(systems), .day = day, .row = row};
}

}  // namespace

void make_people_table(const PeopleTableSettings& settings, Sink& sink) {
  const auto region = region_of(settings);
  const Names names;
  Places places(region);
  const auto population = make_population(region, names, places);
  const Identifiers identifiers(settings.seed, population.phone_numbers);
  const Clerks clerks(settings.seed, names, places, population, identifiers);
  const auto row_people = people_of_rows(settings, population.people.size());
  const auto file = sink.open("people.csv", header);
  std::array<std::string, header.size()> cells;
  for (std::uint64_t row = 0; row < row_people.size(); ++row) {
    const auto person = row_people[shuffled(row, row_people.size(), settings.seed)];
    auto seen = clerks.write(sighting_of(settings, places, population, person, row));
    cells = {
        std::to_string(row + 1), std::to_string(person),       std::move(seen.forenames),
        std::move(seen.surname), std::move(seen.alias),        std::move(seen.date_of_birth),
        std::move(seen.sex),     std::move(seen.address.line), std::move(seen.address.postcode),
        std::move(seen.phone)};
    sink.row(file, cells);
  }
}

}  // namespace simulate
