#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/graph.hpp"

namespace network {

/// A division of the nodes: group_of[node], groups numbered from 0 in order of their smallest node.
struct Division {
  std::vector<std::uint32_t> group_of;
  std::size_t group_count = 0;

  /// The nodes of each group, sorted.
  std::vector<std::vector<Node>> groups() const;
};

/// Who can be reached from whom; the direction of ties does not count.
Division components(const Graph& graph);

}  // namespace network
