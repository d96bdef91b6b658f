#include "simulate/detail/rendition.hpp"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include "simulate/detail/spelling.hpp"

namespace simulate {
namespace {

// How often a clerk errs or leaves out, by system: at the first taking down, and on a further row.
struct Care {
  double name_slip, row_slip, birth_wrong, birth_missing, contact_missing;
};

constexpr Care care_of(System system) {
  switch (system) {
    case System::crime:
      return {0.40, 0.10, 0.10, 0.07, 0.35};
    case System::custody:
      return {0.28, 0.07, 0.08, 0.01, 0.25};
    case System::intelligence:
      return {0.50, 0.15, 0.12, 0.50, 0.60};
    case System::missing:
      return {0.30, 0.08, 0.07, 0.04, 0.30};
    case System::referral:
      return {0.45, 0.10, 0.14, 0.15, 0.45};
    case System::vehicles:
      return {0.20, 0.02, 0.06, 0.20, 0.05};
    case System::bank:
      return {0.15, 0.00, 0.04, 0.02, 0.10};
    case System::incidents:
      return {0.45, 0.16, 0.12, 0.45, 0.45};
  }
  return {};
}

constexpr double duplicate_nominals = 0.08, wrong_merges = 0.15;

std::string upper_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string initial_of(const std::string& name) {
  std::size_t bytes = 1;
  while (bytes < name.size() && (static_cast<unsigned char>(name[bytes]) & 0xC0) == 0x80) ++bytes;
  return name.substr(0, bytes);
}

}  // namespace

std::string Rendition::full_name() const {
  return forenames.empty() ? surname : surname.empty() ? forenames : forenames + " " + surname;
}

Clerks::Clerks(std::uint64_t seed, const Names& names, const Places& places,
               const Population& population, const Identifiers& identifiers)
    : seed_(seed),
      names_(names),
      places_(places),
      population_(population),
      identifiers_(identifiers) {
  for (const HardCase& hard : population.hard_cases) {
    if (hard.kind != "twins" && hard.kind != "junior" && hard.kind != "cousins_of_one_name")
      continue;
    Random random(seed, "wrong merge", {hard.one, hard.other});
    if (random.chance(wrong_merges)) {
      const Home home = population.home(hard.other, population.first_day);
      wrong_merges_.push_back({places.towns()[home.town()].force, hard.other, hard.one});
    }
  }
  std::sort(wrong_merges_.begin(), wrong_merges_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.force, a.person) < std::tie(b.force, b.person);
  });
}

Rendition Clerks::write(const Sighting& sighting) const {
  Random row(seed_, "row", {sighting.row, sighting.person});
  std::uint32_t version = 0;
  Random twice(seed_, "duplicate", {sighting.force, sighting.person});
  if (twice.chance(duplicate_nominals)) version = row.below(2);
  Random nominal(
      seed_, "nominal",
      {sighting.force, static_cast<std::uint64_t>(sighting.system), sighting.person, version});
  Rendition made;
  made.reference = reference(sighting, version);
  name(made, sighting, nominal, row);
  birth(made, sighting, nominal, row);
  contact(made, sighting, row);
  made.sex = population_.people[sighting.person].sex == Sex::male ? "M" : "F";
  if (row.chance(0.04)) made.sex = row.chance(0.9) ? "U" : made.sex == "M" ? "F" : "M";
  return made;
}

std::string Clerks::reference(const Sighting& sighting, std::uint32_t version) const {
  PersonId person = sighting.person;
  const auto found = std::lower_bound(
      wrong_merges_.begin(), wrong_merges_.end(), std::tie(sighting.force, sighting.person),
      [](const WrongMerge& a, const auto& b) { return std::tie(a.force, a.person) < b; });
  if (found != wrong_merges_.end() && found->force == sighting.force &&
      found->person == sighting.person) {
    person = found->taken_for;
  }
  const std::uint64_t size = 2 * population_.people.size();
  const std::uint64_t number =
      shuffled(2ULL * person + version, size, mix(seed_, 500 + sighting.force));
  return "N" + std::to_string(1'000'000 + number);
}

std::string Clerks::given(const Person& person, Random& random) const {
  const std::string name = names_.given(person.given, person.sex);
  const double draw = random.unit();
  if (draw < 0.30) {
    if (const auto* nicknames = names_.nicknames(name)) return random.pick(*nicknames);
  }
  if (draw < 0.62) return respell(name, names_, random);
  if (draw < 0.75) return initial_of(name);
  if (draw < 0.80) return misread_scan(name);
  if (draw < 0.86 && person.has_middle) return names_.given(person.middle, person.sex);
  return mistype(name, random);
}

std::string Clerks::family(const Person& person, Random& random) const {
  const std::string name = names_.family(person.family, person.sex);
  const double draw = random.unit();
  if (person.has_maiden && draw < 0.35) return names_.family(person.maiden, person.sex);
  if (person.has_maiden && draw < 0.42) {
    return names_.family(person.maiden, person.sex) + "-" + name;
  }
  if (draw < 0.65) return respell(name, names_, random);
  if (draw < 0.72) return misread_scan(name);
  if (draw < 0.76) return names_.family(person.family, Sex::male);
  return mistype(name, random);
}

void Clerks::name(Rendition& made, const Sighting& sighting, Random& nominal, Random& row) const {
  const Person& person = population_.people[sighting.person];
  const Care care = care_of(sighting.system);
  made.forenames = names_.given(person.given, person.sex);
  made.surname = names_.family(person.family, person.sex);
  // A name that is strange to the clerk's ear is taken down wrong more often.
  const double strange = person.given.origin() == 0 ? 1.0 : 1.35;
  if (nominal.chance(care.name_slip * strange * 0.75)) made.forenames = given(person, nominal);
  if (nominal.chance(care.name_slip * strange * 0.6)) made.surname = family(person, nominal);
  if (nominal.chance(0.6)) made.forenames = without_accents(made.forenames);
  if (nominal.chance(0.6)) made.surname = without_accents(made.surname);
  if (row.chance(care.row_slip)) made.forenames = given(person, row);
  if (row.chance(care.row_slip)) made.surname = family(person, row);
  if (person.has_middle && nominal.chance(0.3)) {
    made.forenames += " " + names_.given(person.middle, person.sex);
  }
  const bool family_first = names_.is_family_first(person.family.origin());
  if (nominal.chance(family_first ? 0.22 : 0.02)) std::swap(made.forenames, made.surname);
  if (sighting.system == System::intelligence && row.chance(0.08)) made.forenames.clear();
  if (sighting.force % 2 == 0) made.surname = upper_ascii(without_accents(made.surname));
  Random habit(seed_, "street name", {sighting.person});
  if (habit.chance(0.25) && row.chance(0.35)) made.alias = street_name(sighting.person);
}

std::string Clerks::street_name(PersonId person) const {
  static constexpr std::string_view names[] = {
      "Ghost",  "Tiny", "Bear",  "Smiler", "Ginger", "Doc",    "Uncle", "Ace",    "Slim",  "Biggs",
      "Sparks", "Duke", "Lefty", "Chef",   "Rico",   "Shadow", "Fox",   "Boxer",  "Mouse", "Prof",
      "Blaze",  "Tank", "Jinx",  "Ziggy",  "Monk",   "Scout",  "Wolf",  "Nugget", "Reds",  "Champ"};
  Random random(seed_, "alias", {person});
  return std::string(random.pick(names));
}

std::string Clerks::date_text(base::Date date, std::uint32_t force) const {
  static constexpr char separators[] = {'/', '/', '-', '.'};
  const char separator = separators[force % 4];
  char text[48];
  std::snprintf(text, sizeof text, "%02d%c%02d%c%04d", date.day, separator, date.month, separator,
                date.year);
  return text;
}

std::string Clerks::date(std::int32_t day, std::uint32_t force) const {
  return date_text(base::date_of_day_number(day), force);
}

void Clerks::birth(Rendition& made, const Sighting& sighting, Random& nominal, Random& row) const {
  const Care care = care_of(sighting.system);
  base::Date born = base::date_of_day_number(population_.people[sighting.person].born);
  const bool is_missing = nominal.chance(care.birth_missing);
  if (nominal.chance(care.birth_wrong)) born = wrong_date(born, nominal);
  if (row.chance(care.birth_wrong / 4)) born = wrong_date(born, row);
  if (is_missing || row.chance(care.birth_missing / 2)) return;
  if (nominal.chance(0.025)) {
    made.date_of_birth = std::to_string(born.year);
  } else if (nominal.chance(0.02)) {
    made.date_of_birth = date_text({born.year, 1, 1}, sighting.force);
  } else {
    made.date_of_birth = date_text(born, sighting.force);
  }
}

void Clerks::contact(Rendition& made, const Sighting& sighting, Random& row) const {
  const Care care = care_of(sighting.system);
  if (!row.chance(care.contact_missing)) {
    const bool is_old = row.chance(0.2);
    made.address = places_.address(is_old ? population_.earlier_home(sighting.person, sighting.day)
                                          : population_.home(sighting.person, sighting.day));
    if (row.chance(0.06)) made.address.line = mistype(made.address.line, row);
    if (row.chance(0.12)) made.address.postcode.clear();
  }
  if (row.chance(care.contact_missing)) return;
  const std::uint32_t number = row.chance(0.12)
                                   ? population_.earlier_phone(sighting.person, sighting.day)
                                   : population_.phone(sighting.person, sighting.day);
  if (number != nobody) made.phone = identifiers_.phone_as_written(number, row);
}

}  // namespace simulate
