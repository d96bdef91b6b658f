#pragma once

#include <cstdint>
#include <vector>

#include "simulate/detail/events.hpp"
#include "simulate/detail/livelihood.hpp"

namespace simulate {

/// A day on which somebody comes to notice.
struct Occasion {
  std::int32_t day = 0;
  PersonId person = nobody;
  auto operator<=>(const Occasion&) const = default;
};

/// What forces record all the time, and no network is behind: everyday crime and its regulars, lone
/// serious offenders, incidents that are no crime, missing children, intelligence of every grade,
/// wages, bills and payments.
class Everyday {
 public:
  Everyday(const RegionSettings& settings, const Places& places, const Population& population,
           const Livelihoods& livelihoods, const std::vector<Organisation>& organisations);

  std::vector<Occasion> agenda() const;  ///< by day; a person's number of them has a heavy tail
  /// What happened on it: one event, or a burst of calls, payments or plate reads.
  void happen(const Occasion& occasion, std::uint64_t index, std::vector<Event>& events) const;
  bool is_lone_offender(PersonId person) const;

 private:
  int count_occasions(PersonId person) const;
  bool is_offender(PersonId person) const;
  void crime(const Occasion& occasion, model::LinkRole role, Random& random,
             std::vector<Event>& events) const;
  void incident(const Occasion& occasion, Random& random, std::vector<Event>& events) const;
  void report(const Occasion& occasion, Random& random, std::vector<Event>& events) const;
  void calls(const Occasion& occasion, Random& random, std::vector<Event>& events) const;
  void payments(const Occasion& occasion, Random& random, std::vector<Event>& events) const;
  void wages(const Occasion& occasion, Random& random, std::vector<Event>& events) const;
  void reads(const Occasion& occasion, Random& random, std::vector<Event>& events) const;
  void missing(const Occasion& occasion, Random& random, std::vector<Event>& events) const;
  PersonId adult_at_home(PersonId person, std::int32_t day) const;
  PersonId friend_of(PersonId person, std::uint32_t which) const;
  PersonId stranger(std::uint32_t town, Random& random) const;
  Event event_of(const Occasion& occasion, Random& random) const;
  std::uint32_t town_of(const Occasion& occasion) const;

  std::uint64_t seed_;
  const Places& places_;
  const Population& population_;
  const Livelihoods& livelihoods_;
  const std::vector<Organisation>& organisations_;
  std::vector<std::uint8_t> occasions_of_;  // by person
};

}  // namespace simulate
