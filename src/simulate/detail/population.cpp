#include "simulate/detail/population.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "simulate/detail/belongings.hpp"

namespace simulate {
namespace {

constexpr double days_a_year = 365.25;
constexpr double spare_homes = 1.3;  // for each household: people move into what others left

/// Fills one town after the other with households.
class Settler {
 public:
  Settler(const RegionSettings& settings, const Names& names, Places& places)
      : settings_(settings), names_(names), places_(places), belongings_(settings.seed) {
    made_.first_day = base::day_number(settings.first_day);
    for (std::uint32_t i = 0; i < names.origins(); ++i) shares_.push_back(names.origin_share(i));
  }

  Population run() {
    auto& towns = places_.towns();
    double sum = 0;
    for (std::size_t t = 0; t < towns.size(); ++t) sum += weight(t);
    made_.people.reserve(static_cast<std::size_t>(settings_.people) + 16);
    double until = 0;
    for (std::size_t t = 0; t < towns.size(); ++t) {
      until += settings_.people * weight(t) / sum;
      towns[t].first_person = static_cast<std::uint32_t>(made_.people.size());
      settle(static_cast<std::uint32_t>(t), static_cast<std::size_t>(std::lround(until)));
      towns[t].end_person = static_cast<std::uint32_t>(made_.people.size());
    }
    return std::move(made_);
  }

 private:
  static double weight(std::size_t town) { return 1.0 / (2.0 + static_cast<double>(town % 6)); }

  void settle(std::uint32_t town, std::size_t until) {
    town_ = town;
    const std::size_t first = made_.people.size();
    town_size_ = static_cast<std::uint32_t>(until - std::min(until, first)) + 1;
    first_household_ = static_cast<std::uint32_t>(made_.households.size());
    clan_left_ = 0;
    while (made_.people.size() < until) settle_household();
    belongings_.give(static_cast<PersonId>(first), made_);
  }

  void settle_household() {
    const auto index = static_cast<std::uint32_t>(made_.households.size());
    Random random(settings_.seed, "household", {index});
    Household household;
    household.first = static_cast<PersonId>(made_.people.size());
    household.origin =
        clan_left_ > 0 ? clan_origin_ : static_cast<std::uint8_t>(random.weighted(shares_));
    choose_homes(household, index, random);
    made_.households.push_back(household);
    static constexpr double kinds[] = {26, 22, 28, 12, 7, 5};
    const std::size_t kind = clan_left_ > 0 ? 2 : random.weighted(kinds);
    switch (kind) {
      case 0:
        add_adult(random, 18, 88);
        break;
      case 1:
        add_couple(random, 22, 85);
        break;
      case 2:
        add_family(random, true);
        break;
      case 3:
        add_family(random, false);
        break;
      case 4:
        add_sharers(random);
        break;
      default:
        begin_clan(random);
        break;
    }
    if (clan_left_ > 0 && kind == 2) --clan_left_;
    Household& made = made_.households.back();
    made.members = static_cast<std::uint16_t>(made_.people.size() - made.first);
  }

  void choose_homes(Household& household, std::uint32_t index, Random& random) {
    const auto pool = static_cast<std::uint32_t>(town_size_ / 2.2 * spare_homes) + 40;
    const std::uint64_t key = mix(settings_.seed, 1000 + town_);
    household.homes[0] = Home::of(
        town_, static_cast<std::uint32_t>(shuffled((index - first_household_) % pool, pool, key)));
    const double moves = random.unit();
    household.home_count = static_cast<std::uint8_t>(moves < 0.62 ? 1 : moves < 0.9 ? 2 : 3);
    for (int i = 1; i < household.home_count; ++i) {
      std::uint32_t town = town_;
      const auto towns = static_cast<std::uint32_t>(places_.towns().size());
      if (random.chance(0.12)) town = random.below(towns);
      household.homes[i] = Home::of(town, random.below(pool));
      household.moves[i - 1] = made_.first_day - 300 + random.between(0, days_covered + 250);
    }
    if (household.home_count == 3 && household.moves[0] > household.moves[1]) {
      std::swap(household.moves[0], household.moves[1]);
    }
  }

  std::uint32_t origin() const { return made_.households.back().origin; }

  PersonId add(Random& random, std::int32_t born, std::uint32_t of_origin) {
    Person person;
    person.born = born;
    person.sex = random.chance(0.5) ? Sex::male : Sex::female;
    person.given = names_.draw_given(of_origin, person.sex, random);
    person.family = names_.draw_family(of_origin, random);
    person.has_middle = random.chance(0.45);
    person.middle = names_.draw_given(of_origin, person.sex, random);
    person.household = static_cast<std::uint32_t>(made_.households.size()) - 1;
    made_.people.push_back(person);
    return static_cast<PersonId>(made_.people.size() - 1);
  }

  std::int32_t born_at_age(Random& random, int age) {
    const double days = (age + random.unit()) * days_a_year;
    return made_.first_day - static_cast<std::int32_t>(days);
  }

  PersonId add_adult(Random& random, int youngest, int oldest) {
    const int age = youngest + static_cast<int>((oldest - youngest) * std::pow(random.unit(), 1.3));
    const PersonId person = add(random, born_at_age(random, age), origin());
    if (random.chance(0.45)) find_parents(random, person);
    return person;
  }

  /// Makes somebody of the town's older couples of one origin the parents.
  void find_parents(Random& random, PersonId child) {
    const auto count = static_cast<std::uint32_t>(made_.households.size()) - 1 - first_household_;
    for (int attempt = 0; count > 0 && attempt < 6; ++attempt) {
      const Household& house = made_.households[first_household_ + random.below(count)];
      if (house.members < 2 || house.origin != origin()) continue;
      if (adopt(child, house.first, house.first + 1)) return;
    }
  }

  bool adopt(PersonId child, PersonId one, PersonId other) {
    if (made_.people[one].sex == made_.people[other].sex) return false;
    const bool first_is_father = made_.people[one].sex == Sex::male;
    const PersonId father = first_is_father ? one : other, mother = first_is_father ? other : one;
    Person& person = made_.people[child];
    const double gap = (person.born - made_.people[mother].born) / days_a_year;
    if (gap < 17 || gap > 43) return false;
    person.father = father;
    person.mother = mother;
    person.family = made_.people[father].family;
    return true;
  }

  std::pair<PersonId, PersonId> add_couple(Random& random, int youngest, int oldest) {
    const PersonId one = add_adult(random, youngest, oldest);
    const std::uint32_t of = random.chance(0.92) ? origin() : pick_origin(random);
    const auto gap = static_cast<std::int32_t>(random.normal() * 3 * days_a_year);
    const std::int32_t born =
        std::min(made_.people[one].born + gap, made_.first_day - static_cast<std::int32_t>(6600));
    const PersonId other = add(random, born, of);
    made_.people[other].sex = made_.people[one].sex == Sex::male ? Sex::female : Sex::male;
    Person& second = made_.people[other];
    second.given = names_.draw_given(of, second.sex, random);
    second.middle = names_.draw_given(of, second.sex, random);
    if (random.chance(0.8)) marry(one, other);
    return {one, other};
  }

  std::uint32_t pick_origin(Random& random) {
    return static_cast<std::uint32_t>(random.weighted(shares_));
  }

  void marry(PersonId one, PersonId other) {
    const bool first_is_wife = made_.people[one].sex == Sex::female;
    Person& wife = made_.people[first_is_wife ? one : other];
    wife.maiden = wife.family;
    wife.has_maiden = true;
    wife.family = made_.people[first_is_wife ? other : one].family;
  }

  void add_family(Random& random, bool both_parents) {
    PersonId one = nobody, other = nobody;
    if (both_parents) {
      std::tie(one, other) = add_couple(random, 24, 52);
    } else {
      one = add_adult(random, 19, 50);
    }
    if (clan_left_ > 0) join_clan(one);
    if (clan_left_ > 0 && both_parents && made_.people[other].sex == Sex::female) {
      made_.people[other].family = made_.people[one].family;
    }
    const int children = 1 + std::min(4, random.poisson(clan_left_ > 0 ? 1.8 : 0.9));
    for (int i = 0; i < children; ++i) add_child(random, one, other);
  }

  void join_clan(PersonId head) {
    if (made_.people[head].mother == nobody) adopt(head, clan_first_, clan_first_ + 1);
  }

  void add_child(Random& random, PersonId one, PersonId other) {
    const int parent_age =
        static_cast<int>((made_.first_day - made_.people[one].born) / days_a_year);
    const int age = random.between(0, std::clamp(parent_age - 19, 0, 20));
    const PersonId child = add(random, born_at_age(random, age), origin());
    take_after(random, child, one, other);
    if (clan_left_ > 0) name_after_cousin(random, child);
    if (random.chance(0.012)) {
      const PersonId twin = add(random, made_.people[child].born, origin());
      take_after(random, twin, one, other);
      made_.hard_cases.push_back({"twins", child, twin});
    }
  }

  void take_after(Random& random, PersonId child, PersonId one, PersonId other) {
    Person& person = made_.people[child];
    const bool first_is_father = made_.people[one].sex == Sex::male;
    person.father = first_is_father ? one : other;
    person.mother = first_is_father ? other : one;
    person.family = made_.people[one].family;
    if (person.father != nobody) person.family = made_.people[person.father].family;
    if (person.sex == Sex::male && person.father != nobody && random.chance(0.06)) {
      person.given = made_.people[person.father].given;
      made_.hard_cases.push_back({"junior", person.father, child});
    }
  }

  void name_after_cousin(Random& random, PersonId child) {
    Person& person = made_.people[child];
    for (const PersonId cousin : clan_children_) {
      const Person& known = made_.people[cousin];
      if (known.household == person.household || known.sex != person.sex) continue;
      if (known.family.value != person.family.value || !random.chance(0.12)) continue;
      person.given = known.given;
      person.born = known.born + random.between(-150, 150);
      made_.hard_cases.push_back({"cousins_of_one_name", cousin, child});
      break;
    }
    clan_children_.push_back(child);
  }

  void add_sharers(Random& random) {
    const int count = random.between(2, 6);
    for (int i = 0; i < count; ++i) {
      const PersonId person = add_adult(random, 18, 40);
      if (!random.chance(0.4)) continue;
      const std::uint32_t of = pick_origin(random);
      made_.people[person].given = names_.draw_given(of, made_.people[person].sex, random);
      made_.people[person].family = names_.draw_family(of, random);
      made_.people[person].mother = made_.people[person].father = nobody;
    }
  }

  /// Grandparents, of whose sons and daughters the next households will be.
  void begin_clan(Random& random) {
    add_couple(random, 60, 74);
    clan_first_ = made_.households.back().first;
    clan_origin_ = made_.households.back().origin;
    clan_children_.clear();
    clan_left_ = random.chance(0.4) ? random.between(3, 8) : 0;
  }

  const RegionSettings& settings_;
  const Names& names_;
  Places& places_;
  Population made_;
  std::vector<double> shares_;
  Belongings belongings_;
  std::uint32_t town_ = 0, town_size_ = 0, first_household_ = 0;
  int clan_left_ = 0;
  std::uint8_t clan_origin_ = 0;
  PersonId clan_first_ = 0;
  std::vector<PersonId> clan_children_;
};

}  // namespace

Home Population::home(PersonId person, std::int32_t day) const {
  const Household& household = households[people[person].household];
  int now = 0;
  while (now + 1 < household.home_count && household.moves[now] <= day) ++now;
  return household.homes[now];
}

Home Population::earlier_home(PersonId person, std::int32_t day) const {
  const Household& household = households[people[person].household];
  const Home now = home(person, day);
  for (int i = 0; i < household.home_count; ++i) {
    if (household.homes[i] == now) return household.homes[i > 0 ? i - 1 : 0];
  }
  return now;
}

int Population::age(PersonId person, std::int32_t day) const {
  return static_cast<int>((day - people[person].born) / days_a_year);
}

std::uint32_t Population::phone(PersonId person, std::int32_t day) const {
  const Person& of = people[person];
  for (std::uint32_t i = 0; i < of.phones; ++i) {
    const PhoneUse& use = phones[of.first_phone + i];
    if (use.from <= day && day < use.to) return use.number;
  }
  return nobody;
}

std::uint32_t Population::earlier_phone(PersonId person, std::int32_t day) const {
  const Person& of = people[person];
  for (std::uint32_t i = 0; i < of.phones; ++i) {
    const PhoneUse& use = phones[of.first_phone + i];
    if (use.to <= day) return use.number;
  }
  return phone(person, day);
}

Population make_population(const RegionSettings& settings, const Names& names, Places& places) {
  return Settler(settings, names, places).run();
}

}  // namespace simulate
