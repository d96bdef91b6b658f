#include "network/graph.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/error.hpp"

namespace network {

namespace {

bool is_kept(const Tie& tie) { return tie.source != tie.target && tie.weight != 0; }

// Smallest first, so that the sum does not depend on the order in which the ties came.
double ordered_sum(std::span<double> weights) {
  if (weights.size() > 1) std::sort(weights.begin(), weights.end());
  return std::accumulate(weights.begin(), weights.end(), 0.0);
}

}  // namespace

Graph Graph::undirected(std::size_t node_count, std::span<const Tie> ties) {
  Graph unsorted;
  unsorted.fill(node_count, ties);
  auto graph = unsorted.transposed();
  graph.merge_parallel();
  return graph;
}

Graph Graph::directed(std::size_t node_count, std::span<const Tie> ties) {
  Graph unsorted;
  unsorted.is_directed_ = true;
  unsorted.fill(node_count, ties);
  auto graph = unsorted.transposed().transposed();  // each turn sorts the neighbours
  graph.merge_parallel();
  return graph;
}

// One bucket per source, in the order the ties came; an undirected tie goes in both.
void Graph::fill(std::size_t node_count, std::span<const Tie> ties) {
  base::expect(node_count < 0xffffffffU, "fewer than 2^32 - 1 nodes");
  begins_.assign(node_count + 1, 0);
  for (const auto& tie : ties) {
    base::expect(tie.source < node_count && tie.target < node_count, "ties between known nodes");
    base::expect(std::isfinite(tie.weight) && tie.weight >= 0, "finite weights of ties");
    if (!is_kept(tie)) continue;
    ++begins_[tie.source + 1];
    if (!is_directed_) ++begins_[tie.target + 1];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  targets_.resize(begins_.back());
  weights_.resize(begins_.back());
  auto next = begins_;
  const auto place = [&](Node from, Node to, double weight) {
    const auto at = next[from]++;
    targets_[at] = to;
    weights_[at] = weight;
  };
  for (const auto& tie : ties) {
    if (!is_kept(tie)) continue;
    place(tie.source, tie.target, tie.weight);
    if (!is_directed_) place(tie.target, tie.source, tie.weight);
  }
}

// Sources are visited in order, so every neighbour list of the result is sorted.
Graph Graph::transposed() const {
  Graph turned;
  turned.is_directed_ = is_directed_;
  turned.has_unit_weights_ = has_unit_weights_;
  turned.begins_.assign(begins_.size(), 0);
  for (Node target : targets_) ++turned.begins_[target + 1];
  std::partial_sum(turned.begins_.begin(), turned.begins_.end(), turned.begins_.begin());
  turned.targets_.resize(targets_.size());
  turned.weights_.resize(weights_.size());
  auto next = turned.begins_;
  for (Node source = 0; source < node_count(); ++source) {
    for (auto i = begins_[source]; i < begins_[source + 1]; ++i) {
      const auto at = next[targets_[i]]++;
      turned.targets_[at] = source;
      turned.weights_[at] = weights_[i];
    }
  }
  return turned;
}

void Graph::merge_parallel() {
  std::size_t kept = 0, begin = 0;
  for (Node source = 0; source < node_count(); ++source) {
    const auto end = begins_[source + 1];
    for (auto i = begin; i < end;) {
      auto after = i + 1;
      while (after < end && targets_[after] == targets_[i]) ++after;
      targets_[kept] = targets_[i];
      weights_[kept] = ordered_sum({weights_.data() + i, after - i});
      has_unit_weights_ = has_unit_weights_ && weights_[kept] == 1;
      ++kept;
      i = after;
    }
    begin = end;
    begins_[source + 1] = kept;
  }
  targets_.resize(kept);
  weights_.resize(kept);
}

double Graph::strength(Node node) const {
  const auto all = weights(node);
  return std::accumulate(all.begin(), all.end(), 0.0);
}

double Graph::weight(Node source, Node target) const {
  const auto all = neighbours(source);
  const auto found = std::lower_bound(all.begin(), all.end(), target);
  if (found == all.end() || *found != target) return 0;
  return weights(source)[static_cast<std::size_t>(found - all.begin())];
}

std::vector<Tie> Graph::ties() const {
  std::vector<Tie> all;
  all.reserve(tie_count());
  for (Node source = 0; source < node_count(); ++source) {
    for (std::size_t i = 0; i < degree(source); ++i) {
      const Node target = neighbours(source)[i];
      if (is_directed_ || source < target) all.push_back({source, target, weights(source)[i]});
    }
  }
  return all;
}

Graph Graph::unweighted() const {
  Graph graph = *this;
  graph.weights_.assign(weights_.size(), 1.0);
  graph.has_unit_weights_ = true;
  return graph;
}

Graph Graph::reversed() const { return is_directed_ ? transposed() : *this; }

Graph subgraph(const Graph& graph, std::span<const Node> members) {
  std::vector<Tie> ties;
  for (Node i = 0; i < members.size(); ++i) {
    const auto neighbours = graph.neighbours(members[i]);
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      if (neighbours[k] <= members[i]) continue;
      const auto found = std::lower_bound(members.begin() + i, members.end(), neighbours[k]);
      if (found == members.end() || *found != neighbours[k]) continue;
      ties.push_back({i, static_cast<Node>(found - members.begin()), graph.weights(members[i])[k]});
    }
  }
  return Graph::undirected(members.size(), ties);
}

}  // namespace network
