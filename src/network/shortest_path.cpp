#include "network/shortest_path.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <set>
#include <utility>

#include "base/error.hpp"

namespace network {

namespace {

using Distance = std::int64_t;
constexpr Distance unreached = std::numeric_limits<Distance>::max();
// Divisible by 1 to 16: a third and two thirds are a whole.
constexpr double units_per_length = 720720;
constexpr double tie_units_max = 1e6 * units_per_length;

struct Route {
  Distance distance = 0;
  std::vector<Node> nodes;
  auto operator<=>(const Route&) const = default;
};

// Searches back from the target, so that walking forward from the source can choose the smaller
// node at every step. Keeps its arrays from one search to the next.
class BackwardSearch {
 public:
  BackwardSearch(const Graph& graph, Length length)
      : graph_(graph),
        turned_(graph.is_directed() ? graph.reversed() : Graph()),
        incoming_(graph.is_directed() ? turned_ : graph),
        length_(length),
        distance_(graph.node_count(), unreached),
        is_blocked_(graph.node_count(), false) {}

  void block(Node node) { is_blocked_[node] = true; }
  void unblock(Node node) { is_blocked_[node] = false; }

  // Never by way of a blocked node; the first step is not to a node of `not_first`.
  std::optional<Route> shortest(Node source, Node target, const std::set<Node>& not_first) {
    for (Node node : touched_) distance_[node] = unreached;
    touched_.clear();
    source_ = source;
    not_first_ = &not_first;
    if (length_ == Length::steps) {
      search_by_steps(target);
    } else {
      search_by_strength(target);
    }
    if (distance_[source] == unreached) return {};
    return walk(target);
  }

  // Whole units, so that sums are exact and equal lengths compare as equal.
  Distance units(double weight) const {
    if (length_ == Length::steps) return 1;
    return std::max<Distance>(1, std::llround(std::min(tie_units_max, units_per_length / weight)));
  }

 private:
  bool may_step(Node from, Node to) const {
    return !is_blocked_[from] && (from != source_ || !not_first_->contains(to));
  }

  void reach(Node node, Distance distance) {
    if (distance_[node] == unreached) touched_.push_back(node);
    distance_[node] = distance;
  }

  void search_by_steps(Node target) {
    reach(target, 0);
    for (std::size_t next = 0; next < touched_.size(); ++next) {
      const Node node = touched_[next];
      if (node == source_) return;
      for (Node before : incoming_.neighbours(node)) {
        if (distance_[before] == unreached && may_step(before, node)) {
          reach(before, distance_[node] + 1);
        }
      }
    }
  }

  void search_by_strength(Node target) {
    using Entry = std::pair<Distance, Node>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    reach(target, 0);
    queue.push({0, target});
    while (!queue.empty()) {
      const auto [distance, node] = queue.top();
      queue.pop();
      if (distance > distance_[node]) continue;
      if (node == source_) return;
      const auto before = incoming_.neighbours(node);
      for (std::size_t i = 0; i < before.size(); ++i) {
        const auto longer = distance + units(incoming_.weights(node)[i]);
        if (longer >= distance_[before[i]] || !may_step(before[i], node)) continue;
        reach(before[i], longer);
        queue.push({longer, before[i]});
      }
    }
  }

  Route walk(Node target) const {
    Route route{distance_[source_], {source_}};
    while (route.nodes.back() != target) route.nodes.push_back(next_of(route.nodes.back()));
    return route;
  }

  Node next_of(Node node) const {
    const auto after = graph_.neighbours(node);
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (distance_[after[i]] == unreached || !may_step(node, after[i])) continue;
      if (distance_[after[i]] + units(graph_.weights(node)[i]) == distance_[node]) return after[i];
    }
    base::expect(false, "a next step on a path that was found");
    return node;
  }

  const Graph& graph_;
  Graph turned_;
  const Graph& incoming_;
  Length length_;
  std::vector<Distance> distance_;
  std::vector<bool> is_blocked_;
  std::vector<Node> touched_;
  Node source_ = 0;
  const std::set<Node>* not_first_ = nullptr;
};

// The routes found so far and those that may come next, each leaving a found one at some node.
class Yen {
 public:
  Yen(const Graph& graph, Length length) : graph_(graph), search_(graph, length) {}

  std::vector<Route> find(Node source, Node target, std::size_t count) {
    auto next = count == 0 ? std::nullopt : search_.shortest(source, target, {});
    while (next) {
      found_.push_back(std::move(*next));
      if (found_.size() == count) break;
      add_candidates();
      next.reset();
      if (!candidates_.empty()) next = candidates_.extract(candidates_.begin()).value();
    }
    return std::move(found_);
  }

 private:
  void add_candidates() {
    const auto& last = found_.back().nodes;
    Distance distance = 0;
    for (std::size_t i = 0; i + 1 < last.size(); ++i) {
      const std::span<const Node> root{last.data(), i + 1};
      if (auto rest = search_.shortest(last[i], last.back(), taken_after(root))) {
        Route route{distance + rest->distance, {last.begin(), last.begin() + static_cast<int>(i)}};
        route.nodes.insert(route.nodes.end(), rest->nodes.begin(), rest->nodes.end());
        candidates_.insert(std::move(route));
      }
      distance += search_.units(graph_.weight(last[i], last[i + 1]));
      search_.block(last[i]);
    }
    for (Node node : last) search_.unblock(node);
  }

  std::set<Node> taken_after(std::span<const Node> root) const {
    std::set<Node> taken;
    for (const auto& route : found_) {
      if (route.nodes.size() > root.size() &&
          std::equal(root.begin(), root.end(), route.nodes.begin())) {
        taken.insert(route.nodes[root.size()]);
      }
    }
    return taken;
  }

  const Graph& graph_;
  BackwardSearch search_;
  std::vector<Route> found_;
  std::set<Route> candidates_;
};

Path to_path(Route route, Length length) {
  const double unit = length == Length::steps ? 1 : units_per_length;
  return {std::move(route.nodes), static_cast<double>(route.distance) / unit};
}

}  // namespace

std::optional<Path> shortest_path(const Graph& graph, Node source, Node target, Length length) {
  auto paths = k_shortest_paths(graph, source, target, 1, length);
  if (paths.empty()) return {};
  return std::move(paths.front());
}

std::vector<Path> k_shortest_paths(const Graph& graph, Node source, Node target, std::size_t count,
                                   Length length) {
  base::expect(source < graph.node_count() && target < graph.node_count(), "nodes of the graph");
  std::vector<Path> paths;
  for (auto& route : Yen(graph, length).find(source, target, count)) {
    paths.push_back(to_path(std::move(route), length));
  }
  return paths;
}

}  // namespace network
