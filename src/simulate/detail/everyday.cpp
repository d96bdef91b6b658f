#include "simulate/detail/everyday.hpp"

#include <algorithm>
#include <cmath>

#include "simulate/detail/hubs.hpp"

namespace simulate {
namespace {

using model::LinkRole;

constexpr base::Seconds a_day = 86'400;

struct Offence {
  std::string_view key;
  double share;
};

// clang-format off
constexpr Offence common_offences[] = {
    {"shoplifting", 20}, {"common_assault", 15}, {"criminal_damage", 10}, {"theft", 12},
    {"public_order", 9}, {"actual_bodily_harm", 8}, {"harassment", 7}, {"drug_possession", 7},
    {"burglary_dwelling", 4}, {"burglary_other", 3}, {"vehicle_theft", 5}, {"robbery", 2},
    {"possession_of_weapon", 2}, {"drug_trafficking", 1.5}, {"fraud", 5}, {"arson", 0.6},
    {"wounding_with_intent", 0.5}, {"sexual_assault", 0.8}, {"blackmail", 0.15}, {"rape", 0.3}};
constexpr std::string_view serious_offences[] = {
    "murder", "attempted_murder", "rape", "wounding_with_intent", "rape_of_child", "kidnapping",
    "sexual_assault", "indecent_images_of_children", "arson"};
constexpr std::string_view remarks[] = {
    "{0} was stopped in {v} and gave an address of {h}.",
    "{0} is selling stolen goods with {1}.",
    "A neighbour reports shouting at {h}. {0} was present.",
    "{0} is said to use the number {p}.",
    "{0} and {1} were seen outside the shops with others.",
    "It is rumoured that {0} has come into money.",
    "{0} has fallen out with {1} over a debt.",
    "{0} arrived by taxi ({v}) at {h}.",
    "{0} posts pictures of cash from an account, {o}."};
// clang-format on

std::string_view common_offence(Random& random) {
  double sum = 0;
  for (const Offence& offence : common_offences) sum += offence.share;
  double left = random.unit() * sum;
  for (const Offence& offence : common_offences) {
    left -= offence.share;
    if (left < 0) return offence.key;
  }
  return common_offences[0].key;
}

}  // namespace

Everyday::Everyday(const RegionSettings& settings, const Places& places,
                   const Population& population, const Livelihoods& livelihoods,
                   const std::vector<Organisation>& organisations)
    : seed_(settings.seed),
      places_(places),
      population_(population),
      livelihoods_(livelihoods),
      organisations_(organisations) {
  occasions_of_.reserve(population.people.size());
  for (PersonId person = 0; person < population.people.size(); ++person) {
    const int least = is_lone_offender(person) ? 3 : 0;
    occasions_of_.push_back(static_cast<std::uint8_t>(std::max(least, count_occasions(person))));
  }
}

int Everyday::count_occasions(PersonId person) const {
  Random random(seed_, "occasions", {person});
  const int age = population_.age(person, population_.first_day + 500);
  const double known = age < 10 ? 0.08 : age < 18 ? 0.42 : age < 56 ? 0.60 : 0.34;
  if (!random.chance(known)) return 0;
  if (age >= 16 && random.chance(0.0001)) return random.between(90, 170);
  const double age_factor = age < 10 ? -0.4 : age < 45 ? 0.25 : -0.1;
  const double count = std::exp(-0.24 + age_factor + 1.24 * random.normal());
  return std::clamp(static_cast<int>(std::lround(count)), 1, 120);
}

bool Everyday::is_offender(PersonId person) const {
  Random random(seed_, "trait", {person});
  const int age = population_.age(person, population_.first_day + 500);
  if (age < 12 || age > 65) return false;
  return random.chance(population_.people[person].sex == Sex::male ? 0.38 : 0.16);
}

bool Everyday::is_lone_offender(PersonId person) const {
  Random random(seed_, "lone", {person});
  return random.chance(1.0 / 1800) && population_.age(person, population_.first_day) >= 20;
}

std::vector<Occasion> Everyday::agenda() const {
  std::vector<Occasion> all;
  for (PersonId person = 0; person < population_.people.size(); ++person) {
    const int count = occasions_of_[person];
    Random random(seed_, "days", {person});
    for (int i = 0; i < count; ++i) {
      all.push_back({population_.first_day + random.between(0, days_covered - 1), person});
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::uint32_t Everyday::town_of(const Occasion& occasion) const {
  return population_.home(occasion.person, occasion.day).town();
}

Event Everyday::event_of(const Occasion& occasion, Random& random) const {
  std::uint32_t town = town_of(occasion);
  if (random.chance(0.08)) town = random.below(static_cast<std::uint32_t>(places_.towns().size()));
  return {occasion.day * a_day + random.between(0, 86'399), places_.towns()[town].force, Crime{}};
}

/// One of a small circle who live near and are of one age; the same circle every time.
PersonId Everyday::friend_of(PersonId person, std::uint32_t which) const {
  const std::uint32_t town_index =
      population_.households[population_.people[person].household].homes[0].town();
  const Town& town = places_.towns()[town_index];
  Random random(seed_, "friend", {person / 3, which});
  for (int attempt = 0; attempt < 12; ++attempt) {
    const std::int64_t other = static_cast<std::int64_t>(person) + random.between(-90, 90);
    if (other < town.first_person || other >= town.end_person || other == person) continue;
    const auto found = static_cast<PersonId>(other);
    const int gap = population_.people[found].born - population_.people[person].born;
    if (std::abs(gap) < 7 * 365 && population_.age(found, population_.first_day) > 11) return found;
  }
  return nobody;
}

PersonId Everyday::stranger(std::uint32_t town_index, Random& random) const {
  const Town& town = places_.towns()[town_index];
  for (int attempt = 0; attempt < 6; ++attempt) {
    const PersonId person = town.first_person + random.below(town.end_person - town.first_person);
    // Mostly people who come to notice anyway, or nearly everybody would be known.
    if (occasions_of_[person] > 0 && random.chance(0.75)) return person;
  }
  return town.first_person + random.below(town.end_person - town.first_person);
}

void Everyday::happen(const Occasion& occasion, std::uint64_t index,
                      std::vector<Event>& events) const {
  Random random(seed_, "everyday", {index});
  const int age = population_.age(occasion.person, occasion.day);
  const bool is_lone = is_lone_offender(occasion.person);
  const bool offends = is_offender(occasion.person) || is_lone;
  if (!is_lone && random.chance(0.12)) return incident(occasion, random, events);
  const double draw = random.unit();
  if (age < 18 && age > 9 && draw < (offends ? 0.12 : 0.2)) {
    return missing(occasion, random, events);
  }
  if (age < 12) return crime(occasion, LinkRole::victim_of, random, events);
  if (offends) {
    if (draw < 0.64) return crime(occasion, LinkRole::suspect_in, random, events);
    if (draw < 0.80) return report(occasion, random, events);
    if (draw < 0.85) return calls(occasion, random, events);
    if (draw < 0.89) return payments(occasion, random, events);
    if (draw < 0.93) return reads(occasion, random, events);
    return crime(occasion, LinkRole::victim_of, random, events);
  }
  if (draw < 0.55) return crime(occasion, LinkRole::victim_of, random, events);
  if (draw < 0.74) return crime(occasion, LinkRole::witness_of, random, events);
  if (draw < 0.86) return crime(occasion, LinkRole::suspect_in, random, events);
  if (draw < 0.94) return report(occasion, random, events);
  if (draw < 0.96) return calls(occasion, random, events);
  if (draw < 0.98) return payments(occasion, random, events);
  return reads(occasion, random, events);
}

void Everyday::crime(const Occasion& occasion, LinkRole role, Random& random,
                     std::vector<Event>& events) const {
  Event event = event_of(occasion, random);
  const std::uint32_t town = town_of(occasion);
  const bool is_lone = is_lone_offender(occasion.person);
  Crime crime{is_lone ? random.pick(serious_offences) : common_offence(random),
              {},
              Home::of(town, random.below(3000)),
              {},
              nobody};
  const bool is_suspect = role == LinkRole::suspect_in || is_lone;
  const bool is_charged = is_suspect && random.chance(0.3);
  crime.parties.push_back({occasion.person,
                           is_lone      ? LinkRole::charged_with
                           : is_charged ? LinkRole::charged_with
                                        : role,
                           is_charged   ? "Charged"
                           : is_suspect ? "No further action"
                                        : "",
                           is_suspect && random.chance(0.4)});
  if (is_suspect && !is_lone && random.chance(0.25)) {
    const PersonId other = friend_of(occasion.person, random.below(3));
    if (other != nobody) {
      crime.parties.push_back({other, LinkRole::suspect_in, "", random.chance(0.3)});
    }
  }
  if (is_suspect && random.chance(0.45)) {
    crime.parties.push_back({stranger(town, random), LinkRole::victim_of, "", false});
  }
  if (!is_suspect && random.chance(0.25)) {
    crime.parties.push_back({stranger(town, random), LinkRole::suspect_in, "", false});
  }
  if (random.chance(0.12)) {
    crime.parties.push_back({stranger(town, random), LinkRole::witness_of, "", false});
  }
  if (is_suspect && random.chance(0.15))
    crime.vehicle = population_.people[occasion.person].vehicle;
  event.what = std::move(crime);
  events.push_back(std::move(event));
}

void Everyday::report(const Occasion& occasion, Random& random, std::vector<Event>& events) const {
  Event event = event_of(occasion, random);
  Report report{.source = random.chance(0.3)    ? 1
                          : random.chance(0.85) ? 2
                                                : 3,
                .assessment = "AABBCCCCDDE"[random.below(11)],
                .is_restricted = random.chance(0.1),
                .said = random.pick(remarks),
                .people = {occasion.person},
                .vehicle = nobody,
                .phone = nobody,
                .place = {}};
  if (report.said.find("{1}") != std::string_view::npos) {
    const PersonId other = friend_of(occasion.person, random.below(3));
    report.people.push_back(other != nobody ? other : stranger(town_of(occasion), random));
  }
  const std::uint32_t town = town_of(occasion);
  if (report.said.find("taxi") != std::string_view::npos) {
    report.vehicle = random.pick(organisations_[hub_index(town, HubKind::taxi)].vehicles);
  } else if (report.said.find("{v}") != std::string_view::npos) {
    report.vehicle = population_.people[occasion.person].vehicle;
  }
  if (report.said.find("{p}") != std::string_view::npos) {
    report.phone = population_.phone(occasion.person, occasion.day);
  }
  if (report.said.find("{o}") != std::string_view::npos) report.account_of = occasion.person;
  if (report.said.find("{h}") != std::string_view::npos) {
    static constexpr HubKind places[] = {HubKind::hostel, HubKind::school, HubKind::phone_shop,
                                         HubKind::taxi};
    report.place = random.chance(0.3) ? organisations_[hub_index(town, random.pick(places))].home
                                      : population_.home(occasion.person, occasion.day);
  }
  event.what = std::move(report);
  events.push_back(std::move(event));
}

/// Somebody else of 18 or more in the household.
PersonId Everyday::adult_at_home(PersonId person, std::int32_t day) const {
  const Household& household = population_.households[population_.people[person].household];
  for (std::uint32_t i = 0; i < household.members; ++i) {
    const PersonId other = household.first + i;
    if (other != person && population_.age(other, day) >= 18) return other;
  }
  return nobody;
}

void Everyday::incident(const Occasion& occasion, Random& random,
                        std::vector<Event>& events) const {
  Event event = event_of(occasion, random);
  const std::uint32_t town = town_of(occasion);
  const int age = population_.age(occasion.person, occasion.day);
  Incident incident{"Concern for welfare", population_.home(occasion.person, occasion.day), {}};
  const auto involve = [&](PersonId person, LinkRole role) {
    const bool is_there = std::any_of(incident.parties.begin(), incident.parties.end(),
                                      [&](const Party& party) { return party.person == person; });
    if (person != nobody && !is_there) incident.parties.push_back({person, role, "", false});
  };
  involve(occasion.person, LinkRole::mentioned_in);
  const double draw = random.unit();
  if (age > 11 && draw < 0.3) {
    incident.kind = "Anti-social behaviour";
    incident.place = Home::of(town, random.below(3000));
    for (int i = random.between(0, 2); i > 0; --i) {
      involve(friend_of(occasion.person, random.below(5)), LinkRole::mentioned_in);
    }
  } else if (age > 17 && draw < 0.62) {
    incident.kind = "Domestic incident, no crime";
    involve(adult_at_home(occasion.person, occasion.day), LinkRole::mentioned_in);
  } else if (age > 17 && draw < 0.8) {
    incident.kind = "Neighbour dispute";
    involve(stranger(town, random), LinkRole::mentioned_in);
  }
  if (random.chance(0.3)) involve(stranger(town, random), LinkRole::witness_of);
  event.what = std::move(incident);
  events.push_back(std::move(event));
}

void Everyday::missing(const Occasion& occasion, Random& random, std::vector<Event>& events) const {
  Event event = event_of(occasion, random);
  if (random.chance(0.2)) {
    event.what = Referral{occasion.person, nobody, "Child safeguarding", {}, {}};
  } else {
    MissingEpisode episode{occasion.person, random.between(3, 60),
                           random.chance(0.12)  ? "High"
                           : random.chance(0.5) ? "Medium"
                                                : "Low"};
    if (random.chance(0.3)) episode.found = Home::of(town_of(occasion), random.below(3000));
    if (random.chance(0.2)) episode.companion = friend_of(occasion.person, random.below(3));
    event.what = episode;
  }
  events.push_back(std::move(event));
}

}  // namespace simulate
