#pragma once

#include "network/components.hpp"
#include "network/graph.hpp"

namespace network {

/// Parts that hold together more than chance would have them, by modularity: the Louvain method
/// (Blondel et al. 2008), and then every part divided into what is connected within it, which that
/// method does not promise (Traag, Waltman & van Eck 2019). Nodes are taken in order and ties go to
/// the part with the smaller number, so the same graph has the same parts. Undirected; weights
/// count; a higher resolution makes smaller parts.
Division communities(const Graph& graph, double resolution = 1);

/// The share of strength within groups less what chance would put there: Newman (2006).
double modularity(const Graph& graph, const Division& division, double resolution = 1);

}  // namespace network
