#include "network/project_events.hpp"

#include <algorithm>

namespace network {

namespace {

void join_pairs(std::span<const Attendance> present, std::vector<Tie>& ties) {
  const double weight = 1 / static_cast<double>(present.size() - 1);
  for (std::size_t i = 0; i < present.size(); ++i) {
    for (std::size_t k = i + 1; k < present.size(); ++k) {
      ties.push_back({present[i].person, present[k].person, weight});
    }
  }
}

}  // namespace

Projection project_events(std::vector<Attendance> attendances, std::size_t people_max) {
  std::sort(attendances.begin(), attendances.end());
  attendances.erase(std::unique(attendances.begin(), attendances.end()), attendances.end());
  Projection projection;
  for (std::size_t begin = 0, end = 0; begin < attendances.size(); begin = end) {
    while (end < attendances.size() && attendances[end].event == attendances[begin].event) ++end;
    if (end - begin > people_max) ++projection.events_too_large;
    if (end - begin <= people_max) {
      join_pairs({attendances.data() + begin, end - begin}, projection.ties);
    }
  }
  return projection;
}

}  // namespace network
