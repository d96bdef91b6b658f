#include "network/page_rank.hpp"

#include <cmath>
#include <numeric>

namespace network {

namespace {

constexpr std::size_t grain = 16384;

// One power iteration after the other, pulling along incoming ties: every node is written by one
// slice only, and what is summed over nodes is summed per slice and then in order.
class Walk {
 public:
  Walk(const Graph& graph, base::Threads threads, const PageRankRules& rules)
      : incoming_(graph.is_directed() ? graph.reversed() : Graph()),
        in_(graph.is_directed() ? incoming_ : graph),
        threads_(threads),
        rules_(rules),
        size_(graph.node_count()),
        share_(size_, 1 / static_cast<double>(size_)),
        per_strength_(size_),
        strength_(size_),
        changes_((size_ + grain - 1) / grain),
        stranded_(changes_.size()) {
    each_slice([&](Node node, std::size_t) {
      strength_[node] =
          graph.has_unit_weights() ? static_cast<double>(graph.degree(node)) : graph.strength(node);
    });
  }

  std::vector<double> run() {
    for (int round = 0; round < rules_.rounds_max && step() >= rules_.change_max; ++round) {
    }
    const double total = std::accumulate(share_.begin(), share_.end(), 0.0);
    for (auto& share : share_) share /= total;
    return std::move(share_);
  }

 private:
  template <class Body>
  void each_slice(const Body& body) {
    base::for_each_slice(size_, grain, threads_, [&](base::Slice slice) {
      for (auto i = slice.begin; i < slice.end; ++i) body(static_cast<Node>(i), i / grain);
    });
  }

  double step() {
    std::fill(stranded_.begin(), stranded_.end(), 0.0);
    std::fill(changes_.begin(), changes_.end(), 0.0);
    each_slice([&](Node node, std::size_t slice) {
      if (strength_[node] > 0) {
        per_strength_[node] = share_[node] / strength_[node];
      } else {
        stranded_[slice] += share_[node];
      }
    });
    const double stranded = std::accumulate(stranded_.begin(), stranded_.end(), 0.0);
    const double anew =
        (1 - rules_.damping + rules_.damping * stranded) / static_cast<double>(size_);
    each_slice([&](Node node, std::size_t slice) {
      const double share = anew + rules_.damping * pulled(node);
      changes_[slice] += std::abs(share - share_[node]);
      share_[node] = share;
    });
    return std::accumulate(changes_.begin(), changes_.end(), 0.0);
  }

  double pulled(Node node) const {
    double sum = 0;
    const auto sources = in_.neighbours(node);
    if (in_.has_unit_weights()) {
      for (Node source : sources) sum += per_strength_[source];
      return sum;
    }
    const auto weights = in_.weights(node);
    for (std::size_t i = 0; i < sources.size(); ++i) sum += weights[i] * per_strength_[sources[i]];
    return sum;
  }

  Graph incoming_;
  const Graph& in_;
  base::Threads threads_;
  const PageRankRules& rules_;
  std::size_t size_;
  std::vector<double> share_, per_strength_, strength_;
  std::vector<double> changes_, stranded_;
};

}  // namespace

std::vector<double> page_rank(const Graph& graph, base::Threads threads,
                              const PageRankRules& rules) {
  if (graph.node_count() == 0) return {};
  return Walk(graph, threads, rules).run();
}

}  // namespace network
