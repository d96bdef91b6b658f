#include "simulate/detail/hubs.hpp"

#include <algorithm>

namespace simulate {
namespace {

constexpr int taxis = 9;

PersonId find_owner(const Town& town, const Population& population, Random& random) {
  for (int attempt = 0; attempt < 200; ++attempt) {
    const PersonId person = town.first_person + random.below(town.end_person - town.first_person);
    const int age = population.age(person, population.first_day);
    if (age >= 30 && age <= 65) return person;
  }
  return town.first_person;
}

/// Single people of the town who stayed at the hostel for a while.
void fill_hostel(const Town& town, Home hostel, Population& population, Random& random) {
  const std::uint32_t size = town.end_person - town.first_person;
  for (std::uint32_t i = 0; i < std::clamp(size / 40, 8u, 70u); ++i) {
    const PersonId person = town.first_person + random.below(size);
    Household& household = population.households[population.people[person].household];
    if (household.members != 1 || household.home_count != 1) continue;
    household.homes[1] = hostel;
    household.moves[0] = population.first_day + random.between(-100, days_covered - 200);
    household.homes[2] = household.homes[0];
    household.moves[1] = household.moves[0] + random.between(40, 400);
    household.home_count = 3;
  }
}

}  // namespace

std::string_view name_of(HubKind kind) {
  static constexpr std::string_view names[] = {
      "taxi office",   "hostel",         "solicitor",   "phone shop", "school",
      "letting agent", "primary school", "supermarket", "warehouse",  "care home"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Organisation> plan_hubs(const RegionSettings& settings, const Places& places,
                                    Population& population) {
  static constexpr std::string_view titles[] = {
      "Cars",     "Hostel",         "Solicitors",  "Mobile Phones", "High School",
      "Lettings", "Primary School", "Supermarket", "Distribution",  "Care Home"};
  std::vector<Organisation> hubs;
  for (std::uint32_t t = 0; t < places.towns().size(); ++t) {
    const Town& town = places.towns()[t];
    for (std::uint32_t k = 0; k < hub_kinds; ++k) {
      Random random(settings.seed, "hub", {t, k});
      Organisation& hub = hubs.emplace_back();
      hub.kind = name_of(static_cast<HubKind>(k));
      hub.name = town.name + " " + std::string(titles[k]);
      const bool is_local = static_cast<HubKind>(k) <= HubKind::letting_agent;
      if (is_local) hub.owner = find_owner(town, population, random);
      hub.home = Home::of(t, 60 + 40 * k + random.below(40));
      hub.phone = population.new_number();
      if (static_cast<HubKind>(k) == HubKind::hostel) {
        fill_hostel(town, hub.home, population, random);
      }
      if (static_cast<HubKind>(k) != HubKind::taxi) continue;
      for (int i = 0; i < taxis; ++i) {
        hub.vehicles.push_back(static_cast<std::uint32_t>(population.vehicles.size()));
        population.vehicles.push_back({hub.owner, population.first_day - 200, nobody});
      }
    }
  }
  return hubs;
}

}  // namespace simulate
