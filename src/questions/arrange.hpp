#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace questions {

/// Where a node of a chart stands, within a circle of arrange_radius around 0, 0.
struct ChartPoint {
  double x, y;
  bool operator==(const ChartPoint&) const = default;
};
constexpr double arrange_radius = 1000;

struct ChartTie {
  std::size_t one, other;  ///< nodes
  double weight;           ///< not negative
};

/// Places the nodes of a chart so that the tied stand near each other: springs after Fruchterman &
/// Reingold (1991), Graph drawing by force-directed placement, a fixed number of steps from a
/// spiral in the order of the nodes. Those of whom `at_rim` is true stand outside all others.
/// The same nodes and ties, the same points: it uses no function whose last digit is a library's.
/// About n² work a step, so n should be a few hundred at most.
std::vector<ChartPoint> arrange(const std::vector<bool>& at_rim, std::span<const ChartTie> ties);

}  // namespace questions
