#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "simulate/detail/networks.hpp"
#include "simulate/random.hpp"

namespace simulate {

/// One network through its weeks: what its members do, as far as some force comes to hold it.
class Career {
 public:
  Career(const Network& network, const RegionSettings& settings, const Places& places,
         const Population& population, const std::vector<Organisation>& organisations);

  std::vector<Event> run();  ///< by time

 private:
  /// Two members who deal with each other, and how often.
  struct Contact {
    std::size_t one, other;
    double weight;
  };

  void make_contacts();
  /// How much two members deal with each other; 0 if not at all. Drawn once for each pair.
  double closeness(const Member& a, const Member& b);
  double tempo(std::int32_t week) const;
  void live(std::int32_t week);

  // network_events.cpp: who
  /// A contact of two who are active, by how often they deal (and how visible both are).
  const Contact* find_contact(std::int32_t day, bool by_visibility);
  std::size_t find_member(std::int32_t day, NetworkRole role, std::uint32_t cell, bool any_cell);
  std::uint32_t number_of(std::size_t i, std::int32_t day) const;

  // career_traffic.cpp
  void call(std::int32_t day);
  void call_firm(std::size_t caller, std::int32_t day);
  /// A line's bulk messages to its customers, who are in no network.
  void advertise(std::int32_t day);
  /// Takings go up: street to money, money to the front or a controller, the front to a controller,
  /// now and then through a nominee. Where people are made to work their wages go the same way.
  void pay(std::int32_t day);
  void take_wages(std::int32_t day, const Holder& cashier);
  void drive(std::int32_t day);
  /// Surveillance: those at the top are seen with those just below.
  void meet(std::int32_t day);
  /// Reports that put a number into a hand; of a controller's work phone only now and then.
  void attribute_phones();

  // career_crimes.cpp
  Home somewhere(std::uint32_t cell);
  static std::string_view outcome(double draw);
  void street_crime(std::int32_t day);
  std::string_view threat_flag(double chance);
  void harm(std::int32_t day);
  void tell(std::int32_t day);
  /// A report that a recruiter and a victim are in touch online.
  void tell_of_contact(std::int32_t day);
  void grade(Report& report);
  void go_missing(std::int32_t day);
  void refer(std::size_t i);
  /// A disruption: warrants on one day, and those who leave on that day are charged.
  void strike(std::int32_t day);

  const Member& member(std::size_t i) const { return network_.members[i]; }
  bool is_none(std::size_t i) const { return i == network_.members.size(); }
  bool is_active(std::size_t i, std::int32_t day) const {
    return member(i).from <= day && day < member(i).to;
  }
  std::uint32_t town_of(std::size_t i) const { return network_.towns[member(i).cell]; }
  std::uint32_t force_of(std::size_t i) const { return places_.towns()[town_of(i)].force; }

  template <class What>
  void add(std::int32_t day, std::uint32_t force, What what) {
    if (day >= population_.first_day + days_covered) return;
    const base::Seconds time = day * base::Seconds{86'400} + random_.between(7 * 3600, 86'000);
    events_.push_back({time, force, std::move(what)});
  }

  const Network& network_;
  const ThreatProfile& profile_;
  const Places& places_;
  const Population& population_;
  const std::vector<Organisation>& organisations_;
  Random random_;
  std::vector<Contact> contacts_;
  std::vector<Event> events_;
};

}  // namespace simulate
