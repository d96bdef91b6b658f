#include "network/coreness.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace network {

namespace {

// Nodes in order of remaining degree, with where each is and where each degree begins.
struct DegreeOrder {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> place;
  std::vector<std::uint32_t> begin;

  explicit DegreeOrder(const std::vector<std::uint32_t>& degree)
      : nodes(degree.size()), place(degree.size()) {
    const auto highest = degree.empty() ? 0 : *std::max_element(degree.begin(), degree.end());
    begin.assign(highest + 2, 0);
    for (auto d : degree) ++begin[d + 1];
    for (std::size_t d = 1; d < begin.size(); ++d) begin[d] += begin[d - 1];
    auto next = begin;
    for (Node node = 0; node < degree.size(); ++node) {
      place[node] = next[degree[node]]++;
      nodes[place[node]] = node;
    }
  }

  // To the front of its degree, whose range then begins one later: it has one contact less.
  void lower(Node node, std::uint32_t& degree) {
    const auto front = begin[degree]++;
    const Node other = nodes[front];
    std::swap(nodes[front], nodes[place[node]]);
    place[other] = place[node];
    place[node] = front;
    --degree;
  }
};

}  // namespace

std::vector<std::uint32_t> coreness(const Graph& graph) {
  base::expect(!graph.is_directed(), "an undirected graph for coreness");
  std::vector<std::uint32_t> core(graph.node_count());
  for (Node node = 0; node < core.size(); ++node) {
    core[node] = static_cast<std::uint32_t>(graph.degree(node));
  }
  DegreeOrder order(core);
  for (std::size_t i = 0; i < order.nodes.size(); ++i) {
    const Node node = order.nodes[i];
    for (Node neighbour : graph.neighbours(node)) {
      if (core[neighbour] > core[node]) order.lower(neighbour, core[neighbour]);
    }
  }
  return core;
}

}  // namespace network
