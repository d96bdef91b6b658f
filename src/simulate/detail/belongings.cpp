#include "simulate/detail/belongings.hpp"

#include <array>
#include <utility>

namespace simulate {

void Belongings::give(PersonId first, Population& made) {
  for (PersonId id = first; id < made.people.size(); ++id) equip(id, made);
}

void Belongings::equip(PersonId id, Population& made) {
  Random random(seed_, "belongings", {id});
  const int age = made.age(id, made.first_day);
  if (age > 10) give_phones(random, id, made);
  if (age > 18 && random.chance(0.55)) give_vehicle(random, id, made);
}

void Belongings::give_phones(Random& random, PersonId id, Population& made) {
  Person& person = made.people[id];
  person.first_phone = static_cast<std::uint32_t>(made.phones.size());
  const double draw = random.unit();
  const int count = draw < 0.06 ? 0 : draw < 0.52 ? 1 : draw < 0.85 ? 2 : 3;
  std::array<std::int32_t, 4> days = {};
  for (int i = 1; i < count; ++i) {
    days[static_cast<std::size_t>(i)] = made.first_day + random.between(0, days_covered);
  }
  if (count == 3 && days[1] > days[2]) std::swap(days[1], days[2]);
  days[0] = made.first_day - 900;
  days[static_cast<std::size_t>(count)] = made.first_day + days_covered + 400;
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    made.phones.push_back({number_for(random, id, days[i], made), days[i], days[i + 1], id});
    lately_used_.push_back(static_cast<std::uint32_t>(made.phones.size()) - 1);
  }
  person.phones = static_cast<std::uint8_t>(count);
  if (lately_used_.size() > 4000)
    lately_used_.erase(lately_used_.begin(), lately_used_.end() - 2000);
}

std::uint32_t Belongings::number_for(Random& random, PersonId id, std::int32_t day,
                                     Population& made) {
  const PersonId head = made.households[made.people[id].household].first;
  if (head != id && made.people[head].phones > 0 && random.chance(0.05)) {
    const std::uint32_t number = made.phones[made.people[head].first_phone].number;
    made.hard_cases.push_back({"shared_phone", head, id});
    return number;
  }
  if (!lately_used_.empty() && day > made.first_day && random.chance(0.12)) {
    const PhoneUse& old = made.phones[random.pick(lately_used_)];
    if (old.user != id && old.to + 120 < day) {
      made.hard_cases.push_back({"recycled_number", old.user, id});
      return old.number;
    }
  }
  return made.new_number();
}

void Belongings::give_vehicle(Random& random, PersonId id, Population& made) {
  if (!made.vehicles.empty() && random.chance(0.12)) {
    const auto sold = random.below(static_cast<std::uint32_t>(made.vehicles.size()));
    Vehicle& vehicle = made.vehicles[sold];
    if (vehicle.earlier_keeper == nobody) {
      vehicle.earlier_keeper = vehicle.keeper;
      made.people[vehicle.keeper].vehicle = nobody;
      vehicle.keeper = id;
      vehicle.from = made.first_day + random.between(30, days_covered - 100);
      made.people[id].vehicle = sold;
      return;
    }
  }
  made.people[id].vehicle = static_cast<std::uint32_t>(made.vehicles.size());
  made.vehicles.push_back({id, made.first_day - random.between(10, 1500), nobody});
}

}  // namespace simulate
