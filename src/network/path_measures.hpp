#pragma once

#include <cstddef>
#include <vector>

#include "base/threads.hpp"
#include "network/graph.hpp"

namespace network {

/// Above `exact_nodes_max` nodes, shortest paths are counted from `pivots` nodes only.
struct PivotRule {
  std::size_t exact_nodes_max = 5000;
  std::size_t pivots = 200;
};

/// What the shortest paths of an undirected graph say of each node; the weights do not count.
struct PathMeasures {
  /// Of how many pairs of others the node lies between, a pair with several shortest paths counted
  /// by the share of them through the node. Brandes (2001), A faster algorithm for betweenness
  /// centrality.
  std::vector<double> betweenness;
  /// The sum of 1 / steps to every other node; one that cannot be reached adds nothing.
  std::vector<double> harmonic_closeness;
  /// From how many nodes paths were counted: all, or the pivots.
  std::size_t sources = 0;
};

/// Both at once, as they come out of the same search. Sampled, both are estimates scaled by nodes /
/// pivots (Brandes & Pich 2007, Centrality estimation in large networks); the pivots are the nodes
/// whose number, mixed, is smallest, so the same graph has the same pivots.
PathMeasures path_measures(const Graph& graph, base::Threads threads = {},
                           const PivotRule& rule = {});

/// The pivots of the rule, sorted; all nodes up to exact_nodes_max.
std::vector<Node> pivots_of(std::size_t node_count, const PivotRule& rule);

}  // namespace network
