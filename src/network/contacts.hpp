#pragma once

#include <vector>

#include "base/threads.hpp"
#include "network/graph.hpp"

namespace network {

/// How many contacts each node has that do not know each other: the sum over its ties of
/// 1 / (1 + contacts it shares with the other). Ten people who all know each other count as one
/// group, ten strangers as ten. Weights do not count; the graph is undirected.
std::vector<double> separate_contacts(const Graph& graph, base::Threads threads = {});

/// Burt's constraint: how far a node's ties all lead to the same few people; low for a broker.
///   c_i = sum over contacts j of (p_ij + sum over contacts q of both p_iq p_qj)^2,
/// p_ij being the share of i's strength that goes to j. Burt (1992), Structural Holes, eq. 2.4;
/// undirected, weights count (Graph::unweighted leaves them out). NaN for a node without ties, of
/// which nothing can be said.
std::vector<double> constraint(const Graph& graph, base::Threads threads = {});

}  // namespace network
