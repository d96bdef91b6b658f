#include "network/path_measures.hpp"

#include <algorithm>
#include <numeric>

#include "base/error.hpp"

namespace network {

namespace {

constexpr std::uint32_t no_steps = 0xffffffffU;
// A sum per node is kept for each slice of sources; more slices than this would only cost memory.
constexpr std::size_t slices_max = 16;

// The finaliser of splitmix64 (Steele, Lea & Flood 2014): spreads neighbouring numbers.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// The searches of one slice of sources, one after the other.
class Searches {
 public:
  Searches(const Graph& graph, PathMeasures& sums)
      : graph_(graph),
        sums_(sums),
        steps_(graph.node_count(), no_steps),
        path_count_(graph.node_count()),
        dependence_per_path_(graph.node_count()),
        order_(graph.node_count()) {}

  void search_from(Node source) {
    walk_out(source);
    add_closeness();
    walk_back();
    for (std::size_t i = 0; i < reached_; ++i) steps_[order_[i]] = no_steps;
  }

 private:
  void walk_out(Node source) {
    reached_ = 0;
    steps_[source] = 0;
    path_count_[source] = 1;
    order_[reached_++] = source;
    // Plain pointers: the bounds checks of the hardened build would cost half the time here.
    auto* const steps = steps_.data();
    auto* const path_count = path_count_.data();
    auto* const order = order_.data();
    std::size_t reached = reached_;
    for (std::size_t next = 0; next < reached; ++next) {
      const auto beyond = steps[order[next]] + 1;
      const double paths = path_count[order[next]];
      for (Node neighbour : graph_.neighbours(order[next])) {
        if (steps[neighbour] == no_steps) {
          steps[neighbour] = beyond;
          path_count[neighbour] = paths;
          order[reached++] = neighbour;
        } else if (steps[neighbour] == beyond) {
          path_count[neighbour] += paths;
        }
      }
    }
    reached_ = reached;
  }

  void add_closeness() {
    for (std::size_t i = 1; i < reached_; ++i) {
      sums_.harmonic_closeness[order_[i]] += 1.0 / steps_[order_[i]];
    }
  }

  // Each node pulls from those one step further out (Brandes 2001, theorem 6), which need no list.
  void walk_back() {
    const auto* const steps = steps_.data();
    auto* const dependence_per_path = dependence_per_path_.data();
    for (std::size_t i = reached_; i-- > 1;) {
      const Node node = order_[i];
      const auto beyond = steps[node] + 1;
      double pulled = 0;
      for (Node neighbour : graph_.neighbours(node)) {
        if (steps[neighbour] == beyond) pulled += dependence_per_path[neighbour];
      }
      const double dependence = path_count_[node] * pulled;
      dependence_per_path[node] = (1 + dependence) / path_count_[node];
      sums_.betweenness[node] += dependence;
    }
  }

  const Graph& graph_;
  PathMeasures& sums_;
  std::vector<std::uint32_t> steps_;
  std::vector<double> path_count_, dependence_per_path_;
  std::vector<Node> order_;
  std::size_t reached_ = 0;
};

void add_to(std::vector<double>& total, const std::vector<double>& part, double factor) {
  for (std::size_t i = 0; i < total.size(); ++i) total[i] += part[i] * factor;
}

}  // namespace

std::vector<Node> pivots_of(std::size_t node_count, const PivotRule& rule) {
  std::vector<Node> nodes(node_count);
  std::iota(nodes.begin(), nodes.end(), Node{0});
  if (node_count <= rule.exact_nodes_max || node_count <= rule.pivots) return nodes;
  const auto end = nodes.begin() + static_cast<std::ptrdiff_t>(rule.pivots);
  std::nth_element(nodes.begin(), end, nodes.end(),
                   [](Node a, Node b) { return mixed(a) < mixed(b); });
  nodes.erase(end, nodes.end());
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

PathMeasures path_measures(const Graph& graph, base::Threads threads, const PivotRule& rule) {
  base::expect(!graph.is_directed(), "an undirected graph for path measures");
  const auto size = graph.node_count();
  const auto sources = pivots_of(size, rule);
  PathMeasures nothing{std::vector<double>(size), std::vector<double>(size), sources.size()};
  if (sources.empty()) return nothing;

  const auto grain = (sources.size() + slices_max - 1) / slices_max;
  std::vector<PathMeasures> parts((sources.size() + grain - 1) / grain);
  base::for_each_slice(sources.size(), grain, threads, [&](base::Slice slice) {
    auto& part = parts[slice.begin / grain] = nothing;
    Searches searches(graph, part);
    for (auto i = slice.begin; i < slice.end; ++i) searches.search_from(sources[i]);
  });

  auto sum = nothing;
  const double scale = static_cast<double>(size) / static_cast<double>(sources.size());
  for (const auto& part : parts) {
    add_to(sum.betweenness, part.betweenness, scale / 2);  // a pair is met from either end
    add_to(sum.harmonic_closeness, part.harmonic_closeness, scale);
  }
  return sum;
}

}  // namespace network
