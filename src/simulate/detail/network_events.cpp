#include <algorithm>
#include <array>

#include "simulate/detail/networks.hpp"

namespace simulate {
namespace {

using Role = NetworkRole;
using model::LinkRole;

constexpr base::Seconds a_day = 86'400;

/// Two members who deal with each other, and how often.
struct Contact {
  std::size_t one, other;
  double weight;
};

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

/// One network through its weeks.
class Career {
 public:
  Career(const Network& network, const RegionSettings& settings, const Places& places,
         const Population& population)
      : network_(network),
        profile_(*network.profile),
        places_(places),
        population_(population),
        random_(settings.seed, "career", {network.id}) {
    make_contacts();
  }

  std::vector<Event> run() {
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

 private:
  const Member& member(std::size_t i) const { return network_.members[i]; }
  bool is_active(std::size_t i, std::int32_t day) const {
    return member(i).from <= day && day < member(i).to;
  }

  void make_contacts() {
    const std::size_t count = network_.members.size();
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count; ++b) {
        const double weight = closeness(member(a), member(b));
        if (weight > 0) contacts_.push_back({a, b, weight});
      }
    }
  }

  /// How much two members deal with each other; 0 if not at all. Drawn once for each pair.
  double closeness(const Member& a, const Member& b) {
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
        if (low.role == Role::lieutenant) return if_chance(0.6, 0.8);
        if (low.role == Role::street) return same_cell ? 1.5 : if_chance(0.12, 0.5);
        if (low.role == Role::victim) return same_cell ? if_chance(0.25, 0.5) : 0;
        return if_chance(0.6, 0.9);
      case Role::money:
        return low.role == Role::victim ? 0 : if_chance(0.25, 0.4);
      case Role::premises:
        return if_chance(same_cell ? 0.35 : 0.1, 0.5);
      case Role::transport:
        return if_chance(same_cell ? 0.45 : 0.2, 0.6);
      case Role::recruiter:
        if (low.role == Role::victim) return if_chance(same_cell ? 0.7 : 0.2, 1.2);
        return if_chance(same_cell ? 0.5 : 0.2, 0.8);
      case Role::street:
        if (low.role == Role::victim) return same_cell ? if_chance(0.5, 1.2) : if_chance(0.05, 0.5);
        return same_cell ? if_chance(0.6, 1.2) : if_chance(0.06, 0.5);
      case Role::victim:
        return same_cell ? if_chance(0.3, 0.8) : 0;
    }
    return 0;
  }

  double tempo(std::int32_t week) const {
    const double age = week - network_.from;
    double tempo = std::min(1.0, 0.35 + age / 200);
    for (const Phase& phase : network_.phases) {
      if (phase.what != "disrupted" || week < phase.day) continue;
      const double since = week - phase.day;
      tempo = phase.follow == "declined" ? 0.15 : std::min(1.0, 0.1 + since / 150);
    }
    return tempo;
  }

  void live(std::int32_t week) {
    const double now = tempo(week);
    const auto some = [&](double rate, auto act) {
      for (int n = random_.poisson(rate * now); n > 0; --n) act(week + random_.between(0, 6));
    };
    some(profile_.calls, [&](std::int32_t day) { call(day); });
    some(profile_.payments, [&](std::int32_t day) { pay(day); });
    some(profile_.reads, [&](std::int32_t day) { drive(day); });
    some(profile_.missing, [&](std::int32_t day) { go_missing(day); });
    some(0.55, [&](std::int32_t day) { street_crime(day); });
    some(0.20, [&](std::int32_t day) { harm(day); });
    some(0.60, [&](std::int32_t day) { tell(day); });
    some(0.16, [&](std::int32_t day) { meet(day); });
  }

  base::Seconds at(std::int32_t day) { return day * a_day + random_.between(7 * 3600, 86'000); }
  std::uint32_t town_of(std::size_t i) const { return network_.towns[member(i).cell]; }
  std::uint32_t force_of(std::size_t i) const { return places_.towns()[town_of(i)].force; }

  template <class What>
  void add(std::int32_t day, std::uint32_t force, What what) {
    if (day >= population_.first_day + days_covered) return;
    events_.push_back({at(day), force, std::move(what)});
  }

  /// A contact of two who are active, by how often they deal and how visible both are.
  const Contact* find_contact(std::int32_t day, bool by_visibility) {
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

  std::size_t find_member(std::int32_t day, Role role, std::uint32_t cell, bool any_cell) {
    std::size_t found = network_.members.size(), seen = 0;
    for (std::size_t i = 0; i < network_.members.size(); ++i) {
      if (member(i).role != role || !is_active(i, day)) continue;
      if (!any_cell && member(i).cell != cell) continue;
      if (random_.below(static_cast<std::uint32_t>(++seen)) == 0) found = i;
    }
    return found;
  }
  bool is_none(std::size_t i) const { return i == network_.members.size(); }

  std::uint32_t number_of(std::size_t i, std::int32_t day) const {
    return member(i).work_phone != nobody ? member(i).work_phone
                                          : population_.phone(member(i).person, day);
  }

  void call(std::int32_t day) {
    const Contact* contact = find_contact(day, false);
    if (contact == nullptr) return;
    const bool forth = random_.chance(0.5);
    const std::size_t from = forth ? contact->one : contact->other;
    const std::size_t to = forth ? contact->other : contact->one;
    const std::uint32_t a = number_of(from, day), b = number_of(to, day);
    if (a == nobody || b == nobody) return;
    const int seconds = random_.chance(0.35) ? 0 : 5 + static_cast<int>(200 * random_.unit());
    add(day, force_of(from),
        Call{a, b, member(from).person, member(to).person, seconds,
             Home::of(town_of(from), random_.below(4000))});
  }

  /// Takings go up: street to money, money to a controller or the front, the front to a controller.
  void pay(std::int32_t day) {
    const std::size_t money = find_member(day, Role::money, 0, true);
    const std::size_t controller = find_member(day, Role::controller, 0, true);
    if (is_none(money) || is_none(controller)) return;
    const Holder cashier{.person = member(money).person};
    const Holder front{.organisation = network_.front};
    const Holder top{.person = member(controller).person};
    static constexpr std::string_view references[] = {"RENT",  "LOAN", "CAR",
                                                      "WAGES", "GIFT", "FOOD"};
    const std::int64_t amount = 100 * random_.between(80, 1500);
    const std::string_view reference = random_.pick(references);
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

  void drive(std::int32_t day) {
    if (network_.vehicles.empty()) return;
    const std::uint32_t vehicle = random_.pick(network_.vehicles);
    const std::uint32_t town = random_.pick(network_.towns);
    add(day, places_.towns()[town].force, PlateRead{vehicle, Home::of(town, random_.below(6000))});
  }

  Home somewhere(std::uint32_t cell) {
    if (random_.chance(0.45)) return network_.premises[cell];
    return Home::of(network_.towns[cell], random_.below(2500));
  }

  static std::string_view outcome(double draw) {
    return draw < 0.35 ? "Charged" : draw < 0.6 ? "No further action" : "Under investigation";
  }

  void street_crime(std::int32_t day) {
    const std::size_t first = find_member(day, Role::street, 0, true);
    if (is_none(first)) return;
    const std::uint32_t cell = member(first).cell;
    std::vector<std::size_t> people{first};
    const auto join = [&](double chance, Role role, bool any_cell) {
      if (!random_.chance(chance)) return;
      const std::size_t found = find_member(day, role, cell, any_cell);
      if (!is_none(found) && std::find(people.begin(), people.end(), found) == people.end()) {
        people.push_back(found);
      }
    };
    join(0.6, Role::street, false);
    join(0.3, Role::street, random_.chance(0.15));
    join(0.14, Role::lieutenant, false);
    join(0.18, Role::transport, true);
    join(network_.is_exposed ? 0.10 : 0.006, Role::controller, true);
    join(0.45, Role::victim, false);
    Crime crime{
        random_.pick(profile_.street_offences), threat_flag(0.3), somewhere(cell), {}, nobody};
    for (const std::size_t i : people) {
      if (member(i).role == Role::victim && !member(i).is_suspected) continue;
      crime.parties.push_back(
          {member(i).person, LinkRole::suspect_in, outcome(random_.unit()), random_.chance(0.45)});
    }
    if (random_.chance(0.3) && !network_.vehicles.empty()) {
      crime.vehicle = random_.pick(network_.vehicles);
    }
    add(day, force_of(first), std::move(crime));
  }

  std::string_view threat_flag(double chance) {
    return random_.chance(chance) ? profile_.threat : std::string_view{};
  }

  void harm(std::int32_t day) {
    const std::size_t victim = find_member(day, Role::victim, 0, true);
    if (is_none(victim)) return;
    const std::uint32_t cell = member(victim).cell;
    Crime crime{
        random_.pick(profile_.harm_offences), threat_flag(0.6), somewhere(cell), {}, nobody};
    crime.parties.push_back({member(victim).person, LinkRole::victim_of, "", false});
    const auto accuse = [&](double chance, Role role, bool any_cell) {
      const std::size_t found = find_member(day, role, cell, any_cell);
      if (is_none(found) || !random_.chance(chance)) return;
      crime.parties.push_back({member(found).person, LinkRole::suspect_in, outcome(random_.unit()),
                               random_.chance(0.5)});
    };
    accuse(0.7, Role::street, false);
    accuse(0.35, Role::recruiter, true);
    accuse(0.25, Role::lieutenant, false);
    accuse(0.12, Role::premises, true);
    accuse(network_.is_exposed ? 0.12 : 0.03, Role::controller, true);
    add(day, force_of(victim), std::move(crime));
  }

  void tell(std::int32_t day) {
    static constexpr std::string_view said[] = {
        "{0} has been seen with {1} at {h}. They were using {v}.",
        "{1} is said to be working for {0}. Contact is by {p}.",
        "{0} and {1} are believed to move goods between towns in {v}.",
        "Information that {0} collects money from {1} at {h}.",
        "{0} was dropped off at {h} by {1}. The vehicle was {v}.",
        "{1} takes orders by telephone and passes them to {0}.",
        "Young people have been seen at {h} with {0} and {1}."};
    const Contact* contact = find_contact(day, true);
    if (contact == nullptr) return;
    Report report{.threat = threat_flag(0.35), .said = random_.pick(said)};
    report.people = {member(contact->one).person, member(contact->other).person};
    const std::size_t third = find_member(day, Role::street, member(contact->other).cell, false);
    if (!is_none(third) && third != contact->one && third != contact->other &&
        random_.chance(0.3)) {
      report.people.push_back(member(third).person);
    }
    grade(report);
    if (random_.chance(0.4)) report.vehicle = random_.pick(network_.vehicles);
    if (random_.chance(0.4)) report.phone = number_of(contact->other, day);
    if (random_.chance(0.5)) report.place = somewhere(member(contact->other).cell);
    add(day, force_of(contact->other), std::move(report));
  }

  void grade(Report& report) {
    report.source = random_.chance(0.25) ? 1 : random_.chance(0.85) ? 2 : 3;
    report.assessment = "AABBCCCCDDE"[random_.below(11)];
    report.is_restricted = random_.chance(0.2);
    if (report.is_restricted) report.operation = network_.operation;
  }

  /// Surveillance: those at the top are seen with those just below.
  void meet(std::int32_t day) {
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

  void go_missing(std::int32_t day) {
    const std::size_t child = find_member(day, Role::victim, 0, true);
    if (is_none(child) || population_.age(member(child).person, day) >= 18) return;
    const Home home = population_.home(member(child).person, day);
    MissingEpisode episode{member(child).person, random_.between(8, 120),
                           random_.chance(0.4) ? "High" : "Medium"};
    if (random_.chance(0.5)) episode.found = network_.premises[member(child).cell];
    if (random_.chance(0.35)) {
      const std::size_t with = find_member(day, random_.chance(0.5) ? Role::street : Role::victim,
                                           member(child).cell, false);
      if (!is_none(with) && with != child) episode.companion = member(with).person;
    }
    add(day, places_.towns()[home.town()].force, episode);
  }

  void refer(std::size_t i) {
    if (member(i).role != Role::victim || !random_.chance(0.55)) return;
    const std::int32_t day = member(i).from + random_.between(60, 300);
    const bool is_child = population_.age(member(i).person, day) < 18;
    Referral referral{member(i).person, nobody,
                      random_.chance(0.6) ? "NRM"
                      : is_child          ? "Child safeguarding"
                                          : "Duty to notify",
                      threat_flag(0.8), network_.premises[member(i).cell]};
    if (random_.chance(0.45)) {
      const std::size_t by = find_member(day, random_.chance(0.6) ? Role::recruiter : Role::street,
                                         member(i).cell, false);
      if (!is_none(by)) referral.exploiter = member(by).person;
    }
    add(day, force_of(i), referral);
  }

  /// A disruption: warrants on one day, and those who leave on that day are charged.
  void strike(std::int32_t day) {
    for (std::uint32_t cell = 0; cell < network_.towns.size(); ++cell) {
      Crime crime{profile_.harm_offences[0], profile_.threat, network_.premises[cell], {}, nobody};
      for (std::size_t i = 0; i < network_.members.size(); ++i) {
        const Member& of = member(i);
        if (of.to != day || of.cell != cell || of.role == Role::victim) continue;
        crime.parties.push_back({of.person, LinkRole::charged_with, "Charged", true});
      }
      if (!crime.parties.empty()) add(day, places_.towns()[network_.towns[cell]].force, crime);
    }
  }

  /// Reports that put a number into a hand; of a controller's work phone only now and then.
  void attribute_phones() {
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

  const Network& network_;
  const ThreatProfile& profile_;
  const Places& places_;
  const Population& population_;
  Random random_;
  std::vector<Contact> contacts_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> events_of(const Network& network, const RegionSettings& settings,
                             const Places& places, const Population& population) {
  return Career(network, settings, places, population).run();
}

}  // namespace simulate
