#pragma once

#include <optional>
#include <vector>

#include "network/graph.hpp"

namespace network {

/// What makes a path short.
enum class Length {
  steps,             ///< every tie counts 1
  inverse_strength,  ///< a tie counts 1 / weight: strong ties are short
};

/// From the first node to the last, both included.
struct Path {
  std::vector<Node> nodes;
  double length = 0;
  bool operator==(const Path&) const = default;
};

/// A shortest path along the ties (and their direction, if the graph has one); nothing if the
/// target cannot be reached. Ties go to the smaller node at the first step where they differ, so
/// the answer is the same on every run. Lengths are compared in whole millionths (at least one, at
/// most a million units a tie), so that equal lengths are equal. A node is at length 0 of itself.
std::optional<Path> shortest_path(const Graph& graph, Node source, Node target,
                                  Length length = Length::steps);

/// The `count` shortest paths without a repeated node, shortest first, ties to the smaller node as
/// above; fewer if there are not as many. Yen (1971), Finding the k shortest loopless paths in a
/// network, Management Science 17.
std::vector<Path> k_shortest_paths(const Graph& graph, Node source, Node target, std::size_t count,
                                   Length length = Length::steps);

}  // namespace network
