#pragma once

#include <cstdint>
#include <vector>

#include "network/graph.hpp"

namespace network {

/// The largest k for which the node is in the k-core: the part of an undirected graph in which
/// everybody keeps at least k contacts. Weights do not count. O(nodes + ties): Batagelj & Zaversnik
/// (2003), An O(m) algorithm for cores decomposition of networks.
std::vector<std::uint32_t> coreness(const Graph& graph);

}  // namespace network
