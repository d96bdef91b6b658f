#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "simulate/detail/kin.hpp"
#include "simulate/detail/networks.hpp"

namespace simulate {
namespace {

// clang-format off
constexpr ThreatProfile profiles[] = {
    {"county_lines", 3, 2, 1, 2, 3, 12, 18, 9, 14, 13, 17, 0.70,
     {"drug_trafficking", "drug_possession", "possession_of_weapon"},
     {"child_criminal_exploitation", "cuckooing", "wounding_with_intent", "modern_slavery"},
     7.0, 1.2, 3.0, 0.5, 0.35, false, false},
    {"human_trafficking", 3, 2, 2, 3, 3, 8, 13, 7, 12, 19, 34, 0.30,
     {"immigration_facilitation", "controlling_prostitution", "fraud"},
     {"trafficking_for_exploitation", "controlling_prostitution", "false_imprisonment", "rape"},
     6.0, 1.6, 3.0, 0.0, 0.2, true, false},
    {"modern_slavery", 3, 2, 2, 3, 3, 8, 12, 9, 16, 21, 55, 0.25,
     {"fraud", "immigration_facilitation", "theft"},
     {"modern_slavery", "forced_labour", "false_imprisonment", "actual_bodily_harm"},
     4.5, 2.0, 3.0, 0.0, 0.0, true, false},
    {"child_sexual_exploitation", 3, 1, 2, 3, 3, 9, 15, 8, 14, 12, 16, 0.30,
     {"drug_possession", "harassment", "common_assault"},
     {"child_sexual_exploitation", "rape_of_child", "sexual_activity_with_child", "sexual_grooming"},
     5.0, 0.6, 2.0, 0.7, 0.0, false, true},
    {"child_sexual_abuse", 3, 1, 1, 1, 2, 9, 14, 5, 9, 6, 14, 0.05,
     {"indecent_images_of_children", "indecent_images_of_children", "harassment"},
     {"rape_of_child", "sexual_grooming", "indecent_images_of_children", "blackmail"},
     6.0, 1.0, 0.4, 0.15, 0.0, false, true},
};
// clang-format on

struct Wanted {
  std::uint32_t town;
  int youngest, oldest;
  double men;  ///< share
};

class Planner {
 public:
  Planner(const RegionSettings& settings, const Places& places, Population& population,
          std::vector<Organisation> hubs)
      : settings_(settings), places_(places), population_(population), kin_(population) {
    for (const Organisation& hub : hubs) taken_.insert(hub.owner);  // hubs are innocent
    plan_.organisations = std::move(hubs);
  }

  Plan run() {
    const int count =
        std::max(5, static_cast<int>(0.5 * std::pow(static_cast<double>(settings_.people), 0.36)));
    for (int i = 0; i < count; ++i) plan_network(static_cast<std::uint32_t>(i));
    return std::move(plan_);
  }

 private:
  void plan_network(std::uint32_t id) {
    Random random(settings_.seed, "network", {id});
    Network& network = plan_.networks.emplace_back();
    network.id = id;
    network.profile = &profiles[id % std::size(profiles)];
    network.is_exposed = random.chance(0.33);
    Random family(settings_.seed, "family network", {id});
    is_family_ = family.chance(0.5);
    static constexpr std::string_view operations[] = {"QUARTZWING", "FLINTMOTH", "AMBERSTOAT",
                                                      "TINWHISTLE", "SALTMARROW"};
    if (id % 5 == 2) network.operation = operations[id / 5 % std::size(operations)];
    choose_towns(network, random);
    network.from = population_.first_day + random.between(0, 420);
    network.to = population_.first_day + days_covered;
    network.phases.push_back({network.from, "started", ""});
    network.name = places_.towns()[network.towns[0]].name + " " + std::to_string(id + 1);
    enlist(network, random);
    choose_phases(network, random);
    equip(network, random);
    if (random.chance(0.45)) choose_nominee(network);
  }

  /// Another adult of the household of the first controller.
  void choose_nominee(Network& network) {
    const PersonId controller = network.members.front().person;
    const Household& household = population_.households[population_.people[controller].household];
    for (std::uint32_t i = 0; i < household.members; ++i) {
      const PersonId person = household.first + i;
      if (population_.age(person, network.from) < 18 || !taken_.insert(person).second) continue;
      network.nominee = person;
      return;
    }
  }

  void choose_towns(Network& network, Random& random) {
    const auto towns = static_cast<std::uint32_t>(places_.towns().size());
    network.towns.push_back(random.below(towns));
    const int cells = random.between(2, 3);
    for (int attempt = 0; attempt < 40 && static_cast<int>(network.towns.size()) < cells;
         ++attempt) {
      const std::uint32_t town = random.below(towns);
      const bool is_new_force =
          std::none_of(network.towns.begin(), network.towns.end(), [&](std::uint32_t known) {
            return known == town ||
                   (attempt < 30 && places_.towns()[known].force == places_.towns()[town].force);
          });
      if (is_new_force) network.towns.push_back(town);
    }
  }

  PersonId find(const Wanted& wanted, Random& random) {
    const Town& town = places_.towns()[wanted.town];
    const std::uint32_t size = town.end_person - town.first_person;
    const Sex sex = random.chance(wanted.men) ? Sex::male : Sex::female;
    PersonId found = nobody;
    for (int attempt = 0; attempt < 3000; ++attempt) {
      const PersonId person = town.first_person + random.below(size);
      if (taken_.count(person) != 0) continue;
      const int age = population_.age(person, population_.first_day + 300);
      const int slack = attempt / 600;  // a small town may have nobody of the age
      if (age < wanted.youngest - slack || age > wanted.oldest + slack) continue;
      found = person;
      if (population_.people[person].sex == sex || attempt > 1500) break;
    }
    if (found != nobody) taken_.insert(found);
    return found;
  }

  /// A brother, cousin or partner of somebody who is a member already, of about that age, and whose
  /// they are; nobody if there is none.
  std::pair<PersonId, PersonId> find_relative(const Network& network, const Wanted& wanted,
                                              Random& random) {
    for (int attempt = 0; attempt < 6 && !network.members.empty(); ++attempt) {
      const Member& member = random.pick(network.members);
      for (const PersonId relative : kin_.of(member.person)) {
        const int age = population_.age(relative, population_.first_day + 300);
        if (age < std::max(18, wanted.youngest - 4) || age > wanted.oldest + 8) continue;
        if (taken_.insert(relative).second) return {relative, member.person};
      }
    }
    return {nobody, nobody};
  }

  void enlist_some(Network& network, Random& random, NetworkRole role, int count, Wanted wanted) {
    for (int i = 0; i < count; ++i) {
      const auto cells = static_cast<std::uint32_t>(network.towns.size());
      const std::uint32_t cell =
          role == NetworkRole::controller ? 0 : static_cast<std::uint32_t>(i) % cells;
      const bool is_local = role >= NetworkRole::street && random.chance(0.7);
      wanted.town = network.towns[is_local ? cell : 0];
      const bool is_kin = is_family_ && role != NetworkRole::victim && random.chance(0.3);
      const auto [relative, of] =
          is_kin ? find_relative(network, wanted, random) : std::pair{nobody, nobody};
      const PersonId person = relative != nobody ? relative : find(wanted, random);
      if (person == nobody) continue;
      network.members.push_back({person, role, cell, network.from, network.to, nobody, false, of});
    }
  }

  void enlist(Network& network, Random& random) {
    const ThreatProfile& profile = *network.profile;
    const auto about = [&](int count) { return count + random.between(0, 1); };
    const auto add = [&](NetworkRole role, int count, int youngest, int oldest, double men) {
      enlist_some(network, random, role, count, {0, youngest, oldest, men});
    };
    add(NetworkRole::controller, random.chance(0.35) ? 2 : 1, 27, 50, 0.85);
    add(NetworkRole::lieutenant, about(profile.lieutenants), 22, 42, 0.8);
    add(NetworkRole::money, about(profile.money), 22, 60, 0.5);
    add(NetworkRole::premises, about(profile.premises), 25, 65, 0.6);
    add(NetworkRole::transport, about(profile.transport), 20, 55, 0.85);
    add(NetworkRole::recruiter, about(profile.recruiters), 19, 40, 0.55);
    add(NetworkRole::street, random.between(profile.street_min, profile.street_max), 18, 38, 0.85);
    const bool of_girls = profile.threat == "child_sexual_exploitation";
    add(NetworkRole::victim, random.between(profile.victims_min, profile.victims_max),
        profile.victim_age_min, profile.victim_age_max, of_girls ? 0.15 : 0.5);
    for (Member& member : network.members) {
      if (member.role == NetworkRole::victim) {
        member.is_suspected = random.chance(profile.victims_suspected);
      }
      const bool joins_later = member.role >= NetworkRole::recruiter && random.chance(0.45);
      if (joins_later) member.from += random.between(40, 240);
    }
    network.phases.push_back({network.from + random.between(90, 160), "grew", ""});
  }

  void choose_phases(Network& network, Random& random) {
    if (!random.chance(0.8)) return;
    const std::int32_t day = network.from + random.between(280, 480);
    const double draw = random.unit();
    const std::string_view follow = draw < 0.35 ? "moved" : draw < 0.7 ? "re-formed" : "declined";
    network.phases.push_back({day, "disrupted", follow});
    const std::size_t before = network.members.size();
    for (std::size_t i = 0; i < before; ++i) {
      Member& member = network.members[i];
      const bool is_struck = member.role == NetworkRole::street       ? random.chance(0.55)
                             : member.role == NetworkRole::lieutenant ? random.chance(0.4)
                             : member.role == NetworkRole::recruiter  ? random.chance(0.4)
                             : member.role == NetworkRole::victim     ? random.chance(0.5)
                                                                      : random.chance(0.1);
      if (member.role != NetworkRole::controller && is_struck)
        member.to = std::max(member.from, day);
    }
    if (follow == "declined") {
      network.to = day + random.between(60, 130);
      for (Member& member : network.members) member.to = std::min(member.to, network.to);
      return;
    }
    if (follow == "moved") move_on(network, random);
    recruit_anew(network, random, day);
  }

  void move_on(Network& network, Random& random) {
    network.towns.push_back(random.below(static_cast<std::uint32_t>(places_.towns().size())));
  }

  /// Those who take the place of the arrested, in the newest cell if the network moved.
  void recruit_anew(Network& network, Random& random, std::int32_t day) {
    const auto cell = static_cast<std::uint32_t>(network.towns.size()) - 1;
    const ThreatProfile& profile = *network.profile;
    const auto join = [&](NetworkRole role, int youngest, int oldest, double men) {
      const PersonId person = find({network.towns[cell], youngest, oldest, men}, random);
      if (person == nobody) return;
      const std::int32_t from = day + random.between(20, 120);
      const bool suspected =
          role == NetworkRole::victim && random.chance(profile.victims_suspected);
      network.members.push_back({person, role, cell, from, network.to, nobody, suspected, nobody});
    };
    join(NetworkRole::lieutenant, 22, 40, 0.8);
    join(NetworkRole::recruiter, 19, 38, 0.5);
    for (int i = random.between(3, 6); i > 0; --i) join(NetworkRole::street, 18, 36, 0.85);
    for (int i = random.between(2, 5); i > 0; --i) {
      join(NetworkRole::victim, profile.victim_age_min, profile.victim_age_max, 0.4);
    }
  }

  void equip(Network& network, Random& random) {
    for (Member& member : network.members) {
      const bool has_burner = member.role == NetworkRole::controller ||
                              (member.role == NetworkRole::lieutenant && random.chance(0.6));
      if (has_burner) member.work_phone = population_.new_number();
    }
    for (const std::uint32_t town : network.towns) {
      network.premises.push_back(Home::of(town, 200 + random.below(1500)));
    }
    add_vehicle(network, NetworkRole::controller);
    add_vehicle(network, NetworkRole::transport);
    add_vehicle(network, random.chance(0.5) ? NetworkRole::controller : NetworkRole::money);
    network.front = static_cast<std::uint32_t>(plan_.organisations.size());
    static constexpr std::string_view trades[] = {"Hand Car Wash", "Nails",    "Recruitment Ltd",
                                                  "Lettings Ltd",  "Takeaway", "Property Services"};
    plan_.organisations.push_back(
        {.name = places_.towns()[network.towns[0]].name + " " + std::string(random.pick(trades)),
         .kind = "front",
         .owner = network.members.front().person,
         .home = network.premises[0],
         .network = network.id});
  }

  void add_vehicle(Network& network, NetworkRole keeper) {
    for (const Member& member : network.members) {
      if (member.role != keeper) continue;
      network.vehicles.push_back(static_cast<std::uint32_t>(population_.vehicles.size()));
      population_.vehicles.push_back({member.person, network.from - 60, nobody});
      return;
    }
  }

  const RegionSettings& settings_;
  const Places& places_;
  Population& population_;
  const Kin kin_;
  Plan plan_;
  bool is_family_ = false;              // the network that is being planned
  std::unordered_set<PersonId> taken_;  // only asked, never walked
};

}  // namespace

std::string_view name_of(NetworkRole role) {
  static constexpr std::string_view names[] = {"controller", "lieutenant", "money",  "premises",
                                               "transport",  "recruiter",  "street", "victim"};
  return names[static_cast<std::size_t>(role)];
}

std::span<const ThreatProfile> threat_profiles() { return profiles; }

Plan plan_networks(const RegionSettings& settings, const Places& places, Population& population,
                   std::vector<Organisation> hubs) {
  return Planner(settings, places, population, std::move(hubs)).run();
}

}  // namespace simulate
