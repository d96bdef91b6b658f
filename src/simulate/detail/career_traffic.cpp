#include "simulate/detail/career.hpp"
#include "simulate/detail/hubs.hpp"

namespace simulate {

using Role = NetworkRole;

void Career::call(std::int32_t day) {
  const Contact* contact = find_contact(day, false);
  if (contact == nullptr) return;
  const bool forth = random_.chance(0.5);
  const std::size_t from = forth ? contact->one : contact->other;
  const std::size_t to = forth ? contact->other : contact->one;
  const std::uint32_t a = number_of(from, day), b = number_of(to, day);
  if (a == nobody || b == nobody) return;
  if (random_.chance(0.08)) call_firm(from, day);
  const int seconds = random_.chance(0.35) ? 0 : 5 + static_cast<int>(200 * random_.unit());
  add(day, force_of(from),
      Call{a, b, member(from).person, member(to).person, seconds,
           Home::of(town_of(from), random_.below(4000))});
}

void Career::call_firm(std::size_t caller, std::int32_t day) {
  static constexpr HubKind firms[] = {HubKind::taxi, HubKind::taxi, HubKind::solicitor,
                                      HubKind::phone_shop, HubKind::letting_agent};
  const Organisation& firm = organisations_[hub_index(town_of(caller), random_.pick(firms))];
  add(day, force_of(caller),
      Call{number_of(caller, day), firm.phone, member(caller).person, nobody,
           random_.between(10, 200), Home::of(town_of(caller), random_.below(4000))});
}

void Career::advertise(std::int32_t day) {
  const std::size_t holder = find_member(day, Role::lieutenant, 0, true);
  if (is_none(holder) || member(holder).work_phone == nobody) return;
  const Town& town = places_.towns()[town_of(holder)];
  const Home mast = Home::of(town_of(holder), random_.below(4000));
  for (int i = random_.between(6, 16); i > 0; --i) {
    // The same customers again and again, so they are drawn by rank.
    const std::uint32_t place = random_.rank(400) * 7919 + network_.id * 104'729;
    const PersonId customer = town.first_person + place % (town.end_person - town.first_person);
    const std::uint32_t number = population_.phone(customer, day);
    if (number == nobody) continue;
    add(day, force_of(holder),
        Call{member(holder).work_phone, number, member(holder).person, customer, 0, mast});
  }
}

void Career::take_wages(std::int32_t day, const Holder& cashier) {
  const std::size_t victim = find_member(day, Role::victim, 0, true);
  if (is_none(victim)) return;
  const Holder worker{.person = member(victim).person};
  const std::int64_t wage = std::int64_t{100} * random_.between(180, 420);
  add(day, force_of(victim), Payment{{.organisation = network_.front}, worker, wage, "WAGES"});
  add(day + 1, force_of(victim), Payment{worker, cashier, wage * 9 / 10, "RENT"});
}

void Career::pay(std::int32_t day) {
  const std::size_t money = find_member(day, Role::money, 0, true);
  const std::size_t controller = find_member(day, Role::controller, 0, true);
  if (is_none(money) || is_none(controller)) return;
  const Holder cashier{.person = member(money).person};
  const Holder front{.organisation = network_.front};
  const bool hides = network_.nominee != nobody && random_.chance(0.6);
  const Holder top{.person = hides ? network_.nominee : member(controller).person};
  static constexpr std::string_view references[] = {"RENT", "LOAN", "CAR", "WAGES", "GIFT", "FOOD"};
  const std::int64_t amount = std::int64_t{100} * random_.between(80, 1500);
  const std::string_view reference = random_.pick(references);
  if (profile_.takes_wages && random_.chance(0.35)) return take_wages(day, cashier);
  const double draw = random_.unit();
  if (draw < 0.55) {
    const Role payer = random_.chance(0.7) ? Role::street : Role::lieutenant;
    const std::size_t from = find_member(day, payer, 0, true);
    if (is_none(from)) return;
    add(day, force_of(0), Payment{{.person = member(from).person}, cashier, amount, reference});
  } else if (draw < 0.75) {
    add(day, force_of(0), Payment{cashier, front, 3 * amount, reference});
  } else if (draw < 0.88) {
    add(day, force_of(0), Payment{cashier, top, 3 * amount, reference});
  } else {
    add(day, force_of(0), Payment{front, top, 5 * amount, reference});
  }
}

void Career::drive(std::int32_t day) {
  if (network_.vehicles.empty()) return;
  const std::uint32_t vehicle = random_.pick(network_.vehicles);
  const std::uint32_t town = random_.pick(network_.towns);
  add(day, places_.towns()[town].force, PlateRead{vehicle, Home::of(town, random_.below(6000))});
}

void Career::meet(std::int32_t day) {
  Meeting meeting;
  const bool at_the_top = random_.chance(0.3);
  const Role first = at_the_top ? Role::controller : Role::lieutenant;
  const Role second = at_the_top ? Role::lieutenant : Role::street;
  const std::size_t one = find_member(day, first, 0, true);
  if (is_none(one)) return;
  const std::size_t other = find_member(day, second, member(one).cell, at_the_top);
  const std::size_t third =
      find_member(day, random_.chance(0.5) ? Role::money : Role::recruiter, 0, true);
  for (const std::size_t i : {one, other, third}) {
    if (!is_none(i)) meeting.people.push_back(member(i).person);
  }
  if (meeting.people.size() < 2) return;
  meeting.place = somewhere(member(one).cell);
  meeting.operation = network_.operation;
  add(day, force_of(one), std::move(meeting));
}

void Career::attribute_phones() {
  for (std::size_t i = 0; i < network_.members.size(); ++i) {
    const double chance = member(i).role == Role::controller ? 0.4 : 0.7;
    if (member(i).work_phone == nobody || !random_.chance(chance)) continue;
    Report report{.threat = threat_flag(0.3), .said = "{0} is believed to use the number {p}."};
    report.people = {member(i).person};
    report.phone = member(i).work_phone;
    grade(report);
    add(member(i).from + random_.between(30, 200), force_of(i), std::move(report));
  }
}

}  // namespace simulate
