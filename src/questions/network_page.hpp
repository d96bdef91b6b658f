#pragma once

#include <cstddef>
#include <vector>

#include "questions/answer.hpp"
#include "questions/index.hpp"

namespace questions {

/// Where a member stands on the chart of their network: in a square of side 2 about the origin.
struct ChartPoint {
  double x, y;
};

/// Positions for all members of a network, by position in its list: springs along ties, repulsion
/// between all (Fruchterman and Reingold 1991), begun on a spiral in order of place and run for a
/// fixed number of steps, so that the same network is always drawn the same.
std::vector<ChartPoint> chart_of(const Index& index, std::size_t network);

/// One network: its members with standing, place, prominence and evidence of control; the lines
/// between them; its harm with its terms.
Answer network_page(const Index& index, std::size_t network);

}  // namespace questions
