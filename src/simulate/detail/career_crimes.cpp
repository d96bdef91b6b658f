#include <algorithm>

#include "simulate/detail/career.hpp"

namespace simulate {

using Role = NetworkRole;
using model::LinkRole;

Home Career::somewhere(std::uint32_t cell) {
  if (random_.chance(0.45)) return network_.premises[cell];
  return Home::of(network_.towns[cell], random_.below(2500));
}

std::string_view Career::outcome(double draw) {
  return draw < 0.35 ? "Charged" : draw < 0.6 ? "No further action" : "Under investigation";
}

void Career::street_crime(std::int32_t day) {
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

std::string_view Career::threat_flag(double chance) {
  return random_.chance(chance) ? profile_.threat : std::string_view{};
}

void Career::harm(std::int32_t day) {
  const std::size_t victim = find_member(day, Role::victim, 0, true);
  if (is_none(victim)) return;
  const std::uint32_t cell = member(victim).cell;
  Crime crime{random_.pick(profile_.harm_offences), threat_flag(0.6), somewhere(cell), {}, nobody};
  crime.parties.push_back({member(victim).person, LinkRole::victim_of, "", false});
  const auto accuse = [&](double chance, Role role, bool any_cell) {
    const std::size_t found = find_member(day, role, cell, any_cell);
    if (is_none(found) || !random_.chance(chance)) return;
    crime.parties.push_back(
        {member(found).person, LinkRole::suspect_in, outcome(random_.unit()), random_.chance(0.5)});
  };
  accuse(0.7, Role::street, false);
  accuse(0.35, Role::recruiter, true);
  accuse(0.25, Role::lieutenant, false);
  accuse(0.12, Role::premises, true);
  accuse(network_.is_exposed ? 0.12 : 0.03, Role::controller, true);
  add(day, force_of(victim), std::move(crime));
}

void Career::tell(std::int32_t day) {
  static constexpr std::string_view said[] = {
      "{0} has been seen with {1} at {h}. They were using {v}.",
      "{1} is said to be working for {0}. Contact is by {p}.",
      "{0} and {1} are believed to move goods between towns in {v}.",
      "Information that {0} collects money from {1} at {h}.",
      "{0} was dropped off at {h} by {1}. The vehicle was {v}.",
      "{1} takes orders by telephone and passes them to {0}.",
      "Young people have been seen at {h} with {0} and {1}."};
  if (profile_.is_online && random_.chance(0.2)) return tell_of_contact(day);
  const Contact* contact = find_contact(day, true);
  if (contact == nullptr) return;
  Report report{.threat = threat_flag(0.35), .said = random_.pick(said)};
  report.people = {member(contact->one).person, member(contact->other).person};
  const std::size_t third = find_member(day, Role::street, member(contact->other).cell, false);
  if (!is_none(third) && third != contact->one && third != contact->other && random_.chance(0.3)) {
    report.people.push_back(member(third).person);
  }
  grade(report);
  if (random_.chance(0.4)) report.vehicle = random_.pick(network_.vehicles);
  if (random_.chance(0.4)) report.phone = number_of(contact->other, day);
  if (random_.chance(0.5)) report.place = somewhere(member(contact->other).cell);
  add(day, force_of(contact->other), std::move(report));
}

void Career::tell_of_contact(std::int32_t day) {
  const std::size_t victim = find_member(day, Role::victim, 0, true);
  if (is_none(victim)) return;
  const std::size_t recruiter = find_member(day, Role::recruiter, member(victim).cell, false);
  if (is_none(recruiter)) return;
  Report report{.threat = threat_flag(0.4)};
  report.account_of = member(recruiter).person;
  // A parent or a school may know the account and not who is behind it.
  if (random_.chance(0.6)) {
    report.said = "{0} is being contacted from an account, {o}.";
    report.people = {member(victim).person};
  } else {
    report.said = "{0} is in touch with {1}, who uses an account, {o}.";
    report.people = {member(victim).person, member(recruiter).person};
  }
  grade(report);
  add(day, force_of(victim), std::move(report));
}

void Career::grade(Report& report) {
  report.source = random_.chance(0.25) ? 1 : random_.chance(0.85) ? 2 : 3;
  report.assessment = "AABBCCCCDDE"[random_.below(11)];
  report.is_restricted = random_.chance(0.2);
  if (report.is_restricted) report.operation = network_.operation;
}

void Career::go_missing(std::int32_t day) {
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

void Career::refer(std::size_t i) {
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
    referral.is_online = profile_.is_online && random_.chance(0.5);
  }
  add(day, force_of(i), referral);
}

void Career::strike(std::int32_t day) {
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

}  // namespace simulate
