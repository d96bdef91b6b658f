#pragma once

#include <algorithm>
#include <cstddef>

#include "network/graph.hpp"

namespace network {

/// Calls body(position among a's neighbours, position among b's) for each neighbour the two share,
/// in order of node. Costs the shorter list times the logarithm of the longer, or the sum of both
/// where that is less, so a hub does not make every one of its contacts dear.
template <class Body>
void for_each_shared(const Graph& graph, Node a, Node b, const Body& body) {
  const auto of_a = graph.neighbours(a), of_b = graph.neighbours(b);
  const bool a_is_shorter = of_a.size() <= of_b.size();
  const auto shorter = a_is_shorter ? of_a : of_b, longer = a_is_shorter ? of_b : of_a;
  constexpr std::size_t worth_searching = 8;
  const bool search = longer.size() > worth_searching * shorter.size();
  std::size_t at = 0;
  for (std::size_t i = 0; i < shorter.size() && at < longer.size(); ++i) {
    if (search) {
      const auto from = longer.begin() + static_cast<std::ptrdiff_t>(at);
      at = static_cast<std::size_t>(std::lower_bound(from, longer.end(), shorter[i]) -
                                    longer.begin());
    } else {
      while (at < longer.size() && longer[at] < shorter[i]) ++at;
    }
    if (at == longer.size() || longer[at] != shorter[i]) continue;
    body(a_is_shorter ? i : at, a_is_shorter ? at : i);
  }
}

}  // namespace network
