#include "network/components.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::uint32_t none = 0xffffffffU;

// Union by smaller id with path halving: the root of a tree is its smallest node.
Node root_of(std::vector<Node>& parent, Node node) {
  while (parent[node] != node) {
    parent[node] = parent[parent[node]];
    node = parent[node];
  }
  return node;
}

Division division_by_reach(const Graph& graph) {
  Division division{std::vector<std::uint32_t>(graph.node_count(), none), 0};
  std::vector<Node> reached(graph.node_count());
  for (Node start = 0; start < graph.node_count(); ++start) {
    if (division.group_of[start] != none) continue;
    const auto group = static_cast<std::uint32_t>(division.group_count++);
    std::size_t next = 0, end = 0;
    division.group_of[start] = group;
    reached[end++] = start;
    while (next < end) {
      for (Node neighbour : graph.neighbours(reached[next++])) {
        if (division.group_of[neighbour] != none) continue;
        division.group_of[neighbour] = group;
        reached[end++] = neighbour;
      }
    }
  }
  return division;
}

Division division_by_union(const Graph& graph) {
  std::vector<Node> parent(graph.node_count());
  for (Node node = 0; node < parent.size(); ++node) parent[node] = node;
  for (Node node = 0; node < parent.size(); ++node) {
    for (Node neighbour : graph.neighbours(node)) {
      const Node a = root_of(parent, node), b = root_of(parent, neighbour);
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  Division division{std::vector<std::uint32_t>(parent.size()), 0};
  for (Node node = 0; node < parent.size(); ++node) {
    const Node root = root_of(parent, node);
    division.group_of[node] =
        root == node ? static_cast<std::uint32_t>(division.group_count++) : division.group_of[root];
  }
  return division;
}

}  // namespace

std::vector<std::vector<Node>> Division::groups() const {
  std::vector<std::vector<Node>> groups(group_count);
  for (Node node = 0; node < group_of.size(); ++node) groups[group_of[node]].push_back(node);
  return groups;
}

Division components(const Graph& graph) {
  return graph.is_directed() ? division_by_union(graph) : division_by_reach(graph);
}

}  // namespace network
