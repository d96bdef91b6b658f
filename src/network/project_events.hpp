#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "network/graph.hpp"

namespace network {

/// One person at one shared event: an offence, a meeting, a search, a journey.
struct Attendance {
  std::uint64_t event;
  Node person;
  auto operator<=>(const Attendance&) const = default;
};

struct Projection {
  std::vector<Tie> ties;  ///< in order of event and people; not merged: a Graph does that
  std::size_t events_too_large = 0;
};

/// Each pair of people at an event gets a tie of 1 / (people - 1), so that whoever was there gains
/// 1 by it, however many were (Newman 2001, Scientific collaboration networks II). Being at an
/// event twice is being there once. An event of more than `people_max` (a match, a festival) says
/// nothing of who knows whom and joins nobody, but is counted.
Projection project_events(std::vector<Attendance> attendances, std::size_t people_max = 150);

}  // namespace network
