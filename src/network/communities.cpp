#include "network/communities.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/error.hpp"

namespace network {

namespace {

constexpr int passes_max = 100;
// A move must gain more than rounding could: shares of the whole strength.
constexpr double gain_min = 1e-12;

// Groups numbered in order of their smallest node.
Division numbered_in_order(const std::vector<std::uint32_t>& labels) {
  constexpr std::uint32_t none = 0xffffffffU;
  std::vector<std::uint32_t> number(labels.size(), none);
  Division division{std::vector<std::uint32_t>(labels.size()), 0};
  for (std::size_t node = 0; node < labels.size(); ++node) {
    auto& given = number[labels[node]];
    if (given == none) given = static_cast<std::uint32_t>(division.group_count++);
    division.group_of[node] = given;
  }
  return division;
}

// A graph whose nodes may stand for groups; inner is twice the weight within each.
struct Level {
  Graph graph;
  std::vector<double> inner;
};

// Moves single nodes to where they gain most until nobody gains.
class LocalMoves {
 public:
  LocalMoves(const Level& level, double resolution)
      : graph_(level.graph),
        strength_(level.inner),
        label_(graph_.node_count()),
        weight_to_(graph_.node_count()) {
    for (Node node = 0; node < label_.size(); ++node) strength_[node] += graph_.strength(node);
    std::iota(label_.begin(), label_.end(), 0U);
    label_strength_ = strength_;
    whole_ = std::accumulate(strength_.begin(), strength_.end(), 0.0);
    chance_ = whole_ > 0 ? resolution / whole_ : 0;
  }

  std::vector<std::uint32_t> run() {
    for (int pass = 0; pass < passes_max && move_all(); ++pass) {
    }
    return std::move(label_);
  }

 private:
  bool move_all() {
    bool moved = false;
    for (Node node = 0; node < label_.size(); ++node) moved = move(node) || moved;
    return moved;
  }

  bool move(Node node) {
    const auto home = label_[node];
    gather_neighbouring_labels(node);
    label_strength_[home] -= strength_[node];
    const auto gain = [&](std::uint32_t label) {
      return weight_to_[label] - chance_ * strength_[node] * label_strength_[label];
    };
    auto best = home;
    for (auto label : labels_) {
      if (gain(label) > gain(best) + gain_min * whole_) best = label;
    }
    label_strength_[best] += strength_[node];
    label_[node] = best;
    for (auto label : labels_) weight_to_[label] = 0;
    return best != home;
  }

  void gather_neighbouring_labels(Node node) {
    labels_.clear();
    const auto neighbours = graph_.neighbours(node);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const auto label = label_[neighbours[i]];
      if (weight_to_[label] == 0) labels_.push_back(label);
      weight_to_[label] += graph_.weights(node)[i];
    }
    std::sort(labels_.begin(), labels_.end());
  }

  const Graph& graph_;
  std::vector<double> strength_;
  std::vector<std::uint32_t> label_;
  std::vector<double> label_strength_;
  std::vector<double> weight_to_;
  std::vector<std::uint32_t> labels_;
  double whole_ = 0, chance_ = 0;
};

Level groups_as_nodes(const Level& level, const Division& division) {
  Level above;
  above.inner.assign(division.group_count, 0);
  std::vector<Tie> ties;
  for (Node node = 0; node < level.inner.size(); ++node) {
    above.inner[division.group_of[node]] += level.inner[node];
  }
  for (const auto& tie : level.graph.ties()) {
    const auto a = division.group_of[tie.source], b = division.group_of[tie.target];
    if (a == b) above.inner[a] += 2 * tie.weight;
    if (a != b) ties.push_back({a, b, tie.weight});
  }
  above.graph = Graph::undirected(division.group_count, ties);
  return above;
}

Division connected_parts(const Graph& graph, const std::vector<std::uint32_t>& labels) {
  std::vector<Tie> inside;
  for (const auto& tie : graph.ties()) {
    if (labels[tie.source] == labels[tie.target]) inside.push_back(tie);
  }
  return components(Graph::undirected(graph.node_count(), inside));
}

}  // namespace

Division communities(const Graph& graph, double resolution) {
  base::expect(!graph.is_directed(), "an undirected graph for communities");
  std::vector<std::uint32_t> labels(graph.node_count());
  std::iota(labels.begin(), labels.end(), 0U);
  Level level{graph, std::vector<double>(graph.node_count())};
  while (true) {
    const auto division = numbered_in_order(LocalMoves(level, resolution).run());
    if (division.group_count == level.inner.size()) break;
    for (auto& label : labels) label = division.group_of[label];
    level = groups_as_nodes(level, division);
  }
  return connected_parts(graph, labels);
}

double modularity(const Graph& graph, const Division& division, double resolution) {
  std::vector<double> strength(division.group_count), inner(division.group_count);
  for (Node node = 0; node < graph.node_count(); ++node) {
    strength[division.group_of[node]] += graph.strength(node);
  }
  for (const auto& tie : graph.ties()) {
    const auto group = division.group_of[tie.source];
    if (group == division.group_of[tie.target]) inner[group] += 2 * tie.weight;
  }
  const double whole = std::accumulate(strength.begin(), strength.end(), 0.0);
  if (whole == 0) return 0;
  double sum = 0;
  for (std::size_t group = 0; group < strength.size(); ++group) {
    const double share = strength[group] / whole;
    sum += inner[group] / whole - resolution * share * share;
  }
  return sum;
}

}  // namespace network
