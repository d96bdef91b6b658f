#pragma once

#include <vector>

#include "base/threads.hpp"
#include "network/graph.hpp"

namespace network {

/// The share of time a walker along the ties spends at each node: a tie is chosen in proportion to
/// its weight, and with probability 1 - damping, or where no tie leads on, the walk begins anew
/// anywhere. Sums to 1. Brin & Page (1998). Iterated until the shares change by less than
/// `change_max` in all.
struct PageRankRules {
  double damping = 0.85;
  double change_max = 1e-10;
  int rounds_max = 500;
};
std::vector<double> page_rank(const Graph& graph, base::Threads threads = {},
                              const PageRankRules& rules = {});

}  // namespace network
