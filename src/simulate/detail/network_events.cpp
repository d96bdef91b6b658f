#include <algorithm>

#include "simulate/detail/career.hpp"

namespace simulate {

using Role = NetworkRole;

namespace {

// How readily a force learns the name of one who plays this part.
constexpr double visibility(Role role, bool is_exposed) {
  switch (role) {
    case Role::controller:
      return is_exposed ? 0.85 : 0.2;
    case Role::lieutenant:
      return 0.75;
    case Role::money:
      return 0.35;
    case Role::premises:
      return 0.45;
    case Role::transport:
      return 0.6;
    case Role::recruiter:
      return 0.8;
    case Role::street:
      return 1.0;
    case Role::victim:
      return 0.55;
  }
  return 0;
}

}  // namespace

Career::Career(const Network& network, const RegionSettings& settings, const Places& places,
               const Population& population, const std::vector<Organisation>& organisations)
    : network_(network),
      profile_(*network.profile),
      places_(places),
      population_(population),
      organisations_(organisations),
      random_(settings.seed, "career", {network.id}) {
  make_contacts();
}

std::vector<Event> Career::run() {
  for (std::int32_t week = network_.from; week < network_.to; week += 7) live(week);
  for (const Phase& phase : network_.phases) {
    if (phase.what == "disrupted") strike(phase.day);
  }
  for (std::size_t i = 0; i < network_.members.size(); ++i) refer(i);
  attribute_phones();
  std::stable_sort(events_.begin(), events_.end(),
                   [](const Event& a, const Event& b) { return a.time < b.time; });
  return std::move(events_);
}

void Career::make_contacts() {
  const std::size_t count = network_.members.size();
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count; ++b) {
      const double weight = closeness(member(a), member(b));
      if (weight > 0) contacts_.push_back({a, b, weight});
    }
  }
}

double Career::closeness(const Member& a, const Member& b) {
  const Member& high = a.role <= b.role ? a : b;
  const Member& low = a.role <= b.role ? b : a;
  const bool same_cell = a.cell == b.cell;
  const auto if_chance = [&](double probability, double weight) {
    return random_.chance(probability) ? weight : 0.0;
  };
  switch (high.role) {
    case Role::controller:
      if (low.role == Role::controller) return 0.6;
      if (low.role == Role::lieutenant) return if_chance(0.85, 0.8);
      if (low.role == Role::money) return if_chance(0.8, 0.5);
      if (low.role == Role::victim) return 0;
      return network_.is_exposed ? if_chance(0.65, 0.6) : if_chance(0.1, 0.3);
    case Role::lieutenant:
      if (low.role == Role::lieutenant) return if_chance(0.4, 0.8);
      if (low.role == Role::street) return same_cell ? 1.5 : if_chance(0.03, 0.5);
      if (low.role == Role::victim) return same_cell ? if_chance(0.25, 0.5) : 0;
      return if_chance(0.6, 0.9);
    case Role::money:
      return low.role == Role::victim ? 0 : if_chance(0.25, 0.4);
    case Role::premises:
      return if_chance(same_cell ? 0.35 : 0.1, 0.5);
    case Role::transport:
      return if_chance(same_cell ? 0.45 : 0.1, 0.6);
    case Role::recruiter:
      if (low.role == Role::victim) return if_chance(same_cell ? 0.7 : 0.1, 1.2);
      return if_chance(same_cell ? 0.5 : 0.1, 0.8);
    case Role::street:
      if (low.role == Role::victim) return same_cell ? if_chance(0.5, 1.2) : if_chance(0.05, 0.5);
      return same_cell ? if_chance(0.6, 1.2) : if_chance(0.03, 0.5);
    case Role::victim:
      return same_cell ? if_chance(0.3, 0.8) : 0;
  }
  return 0;
}

double Career::tempo(std::int32_t week) const {
  const double age = week - network_.from;
  double tempo = std::min(1.0, 0.35 + age / 200);
  for (const Phase& phase : network_.phases) {
    if (phase.what != "disrupted" || week < phase.day) continue;
    const double since = week - phase.day;
    tempo = phase.follow == "declined" ? 0.15 : std::min(1.0, 0.1 + since / 150);
  }
  return tempo;
}

void Career::live(std::int32_t week) {
  const double now = tempo(week);
  const auto some = [&](double rate, auto act) {
    for (int n = random_.poisson(rate * now); n > 0; --n) act(week + random_.between(0, 6));
  };
  some(profile_.adverts, [&](std::int32_t day) { advertise(day); });
  some(profile_.calls, [&](std::int32_t day) { call(day); });
  some(profile_.payments, [&](std::int32_t day) { pay(day); });
  some(profile_.reads, [&](std::int32_t day) { drive(day); });
  some(profile_.missing, [&](std::int32_t day) { go_missing(day); });
  some(0.55, [&](std::int32_t day) { street_crime(day); });
  some(0.20, [&](std::int32_t day) { harm(day); });
  some(0.60, [&](std::int32_t day) { tell(day); });
  some(0.16, [&](std::int32_t day) { meet(day); });
}

const Career::Contact* Career::find_contact(std::int32_t day, bool by_visibility) {
  const Contact* found = nullptr;
  double sum = 0;
  for (const Contact& contact : contacts_) {
    if (!is_active(contact.one, day) || !is_active(contact.other, day)) continue;
    double weight = contact.weight;
    if (by_visibility) {
      weight *= visibility(member(contact.one).role, network_.is_exposed) *
                visibility(member(contact.other).role, network_.is_exposed);
    }
    sum += weight;
    if (random_.unit() * sum < weight) found = &contact;  // a reservoir of one
  }
  return found;
}

std::size_t Career::find_member(std::int32_t day, Role role, std::uint32_t cell, bool any_cell) {
  std::size_t found = network_.members.size(), seen = 0;
  for (std::size_t i = 0; i < network_.members.size(); ++i) {
    if (member(i).role != role || !is_active(i, day)) continue;
    if (!any_cell && member(i).cell != cell) continue;
    if (random_.below(static_cast<std::uint32_t>(++seen)) == 0) found = i;
  }
  return found;
}

std::uint32_t Career::number_of(std::size_t i, std::int32_t day) const {
  return member(i).work_phone != nobody ? member(i).work_phone
                                        : population_.phone(member(i).person, day);
}

std::vector<Event> events_of(const Network& network, const RegionSettings& settings,
                             const Places& places, const Population& population,
                             const std::vector<Organisation>& organisations) {
  return Career(network, settings, places, population, organisations).run();
}

}  // namespace simulate
