#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace network {

/// A person (or other entity) by position: 0 to node_count - 1.
using Node = std::uint32_t;

/// What joins two nodes, with its strength: a finite number; one of 0 is no tie.
struct Tie {
  Node source, target;
  double weight = 1;
  bool operator==(const Tie&) const = default;
};

/// A simple weighted graph in compressed sparse rows: parallel ties merged by summing their
/// weights, ties of a node to itself dropped, neighbours in order of node. The same ties in any
/// order make the same graph to the bit. A value: owns its arrays, never changes, may be read by
/// any number of threads. Building is O(nodes + ties); at most 2^32 - 2 nodes.
class Graph {
 public:
  Graph() = default;
  static Graph undirected(std::size_t node_count, std::span<const Tie> ties);
  static Graph directed(std::size_t node_count, std::span<const Tie> ties);

  std::size_t node_count() const { return begins_.size() - 1; }
  /// Each undirected tie is two arcs.
  std::size_t arc_count() const { return targets_.size(); }
  std::size_t tie_count() const { return is_directed_ ? arc_count() : arc_count() / 2; }
  bool is_directed() const { return is_directed_; }
  /// True when every weight is 1, so that a loop over ties may leave the weights alone.
  bool has_unit_weights() const { return has_unit_weights_; }

  std::size_t degree(Node node) const { return begins_[node + 1] - begins_[node]; }
  std::span<const Node> neighbours(Node node) const {
    return {targets_.data() + begins_[node], degree(node)};
  }
  /// In the order of neighbours(node).
  std::span<const double> weights(Node node) const {
    return {weights_.data() + begins_[node], degree(node)};
  }
  /// The sum of the weights of a node's ties.
  double strength(Node node) const;
  /// 0 where there is no tie.
  double weight(Node source, Node target) const;

  /// Every tie once, in order of source and target; of an undirected one source < target.
  std::vector<Tie> ties() const;
  /// The same ties, each of weight 1.
  Graph unweighted() const;
  /// Arcs turned round; an undirected graph is its own.
  Graph reversed() const;

 private:
  std::vector<std::size_t> begins_ = {0};
  std::vector<Node> targets_;
  std::vector<double> weights_;
  bool is_directed_ = false;
  bool has_unit_weights_ = true;

  void fill(std::size_t node_count, std::span<const Tie> ties);
  void merge_parallel();
  Graph transposed() const;
};

/// The graph among `members` (sorted, distinct) of an undirected graph; members[i] becomes node i.
Graph subgraph(const Graph& graph, std::span<const Node> members);

}  // namespace network
