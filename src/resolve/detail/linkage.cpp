#include "resolve/detail/linkage.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <set>

namespace resolve::detail {

namespace {

Row root_of(std::vector<Row>& parents, Row row) {
  while (parents[row] != row) {
    parents[row] = parents[parents[row]];
    row = parents[row];
  }
  return row;
}

void unite(std::vector<Row>& parents, Pair pair) {
  const Row a = root_of(parents, pair.left), b = root_of(parents, pair.right);
  parents[std::max(a, b)] = std::min(a, b);
}

/// A component: its rows, and which of the task's lists concern it.
struct Component {
  std::vector<Row> rows;
  std::vector<Edge> edges;
  std::vector<Pair> same, different;
};

/// Clusters are named by position in `rows`; a merged cluster keeps the smaller name.
class ComponentLinkage {
 public:
  ComponentLinkage(const Component& component, Share merge_above, const Judge& judge)
      : component_(component), merge_above_(merge_above), judge_(judge) {
    for (Row row : component.rows) clusters_.push_back({{row}, {}, {}, 0, true});
    for (const auto& pair : component.different) {
      clusters_[at(pair.left)].never.insert(at(pair.right));
      clusters_[at(pair.right)].never.insert(at(pair.left));
    }
  }

  void run(std::vector<Row>& entities) {
    start();
    while (!queue_.empty()) {
      const auto best = queue_.top();
      queue_.pop();
      if (best.age != age(best.left, best.right)) continue;
      if (may_merge(best.left, best.right)) merge(best.left, best.right);
    }
    for (const auto& cluster : clusters_) {
      if (!cluster.alive) continue;
      const Row name = *std::min_element(cluster.rows.begin(), cluster.rows.end());
      for (Row row : cluster.rows) entities[row] = name;
    }
  }

 private:
  using Name = std::uint32_t;
  struct Cluster {
    std::vector<Row> rows;
    std::map<Name, std::int64_t> sums;  ///< of posteriors with each neighbouring cluster
    std::set<Name> never;
    std::uint32_t merges;
    bool alive;
  };
  struct Proposal {
    std::int64_t mean;
    Name left, right;
    std::uint64_t age;
    // The best is on top of the queue; ties go to the smaller names.
    bool operator<(const Proposal& other) const {
      if (mean != other.mean) return mean < other.mean;
      return left != other.left ? left > other.left : right > other.right;
    }
  };

  Name at(Row row) const {
    const auto found = std::lower_bound(component_.rows.begin(), component_.rows.end(), row);
    return static_cast<Name>(found - component_.rows.begin());
  }

  std::uint64_t age(Name left, Name right) const {
    if (!clusters_[left].alive || !clusters_[right].alive) return ~std::uint64_t{0};
    return std::uint64_t{clusters_[left].merges} << 32 | clusters_[right].merges;
  }

  void start() {
    for (const auto& edge : component_.edges) {
      const Name a = at(edge.pair.left), b = at(edge.pair.right);
      clusters_[a].sums[b] = clusters_[b].sums[a] = edge.posterior;
    }
    std::vector<Name> now(clusters_.size());
    for (Name i = 0; i < now.size(); ++i) now[i] = i;
    for (const auto& pair : component_.same) {
      const Name a = now[at(pair.left)], b = now[at(pair.right)];
      if (a == b) continue;
      merge(std::min(a, b), std::max(a, b));
      std::replace(now.begin(), now.end(), std::max(a, b), std::min(a, b));
    }
    for (Name a = 0; a < clusters_.size(); ++a) {
      if (!clusters_[a].alive) continue;
      for (auto [b, sum] : clusters_[a].sums) {
        if (a < b) propose(a, b, sum);
      }
    }
  }

  void propose(Name a, Name b, std::int64_t sum) {
    const auto pairs =
        static_cast<std::int64_t>(clusters_[a].rows.size() * clusters_[b].rows.size());
    const auto mean = sum / pairs;
    if (mean <= merge_above_) return;
    const Name left = std::min(a, b), right = std::max(a, b);
    queue_.push({mean, left, right, age(left, right)});
  }

  bool may_merge(Name left, Name right) const {
    if (clusters_[left].never.contains(right)) return false;
    return judge_.compatible(clusters_[left].rows, clusters_[right].rows);
  }

  std::int64_t sum_between(const Cluster& a, const Cluster& b) const {
    std::int64_t sum = 0;
    for (Row left : a.rows) {
      for (Row right : b.rows) sum += judge_.posterior(left, right);
    }
    return sum;
  }

  std::int64_t sum_with(Name cluster, Name other) const {
    const auto& sums = clusters_[cluster].sums;
    const auto known = sums.find(other);
    return known != sums.end() ? known->second : sum_between(clusters_[cluster], clusters_[other]);
  }

  void merge(Name kept, Name gone) {
    auto& into = clusters_[kept];
    auto& from = clusters_[gone];
    std::map<Name, std::int64_t> sums;
    for (const auto* side : {&into, &from}) {
      for (auto [other, sum] : side->sums) {
        if (other == kept || other == gone || sums.contains(other)) continue;
        sums[other] = sum_with(kept, other) + sum_with(gone, other);
      }
    }
    into.rows.insert(into.rows.end(), from.rows.begin(), from.rows.end());
    into.sums = std::move(sums);
    ++into.merges;
    from.alive = false;
    for (Name other : from.never) {
      into.never.insert(other);
      clusters_[other].never.insert(kept);
    }
    for (auto [other, sum] : into.sums) {
      clusters_[other].sums.erase(gone);
      clusters_[other].sums[kept] = sum;
      propose(kept, other, sum);
    }
    from.rows.clear();
    from.sums.clear();
  }

  const Component& component_;
  const Share merge_above_;
  const Judge& judge_;
  std::vector<Cluster> clusters_;
  std::priority_queue<Proposal> queue_;
};

std::vector<Component> components_of(const LinkageTask& task) {
  std::vector<Row> parents(task.rows);
  for (Row row = 0; row < task.rows; ++row) parents[row] = row;
  for (const auto& edge : task.edges) {
    if (edge.posterior > task.merge_above) unite(parents, edge.pair);
  }
  for (const auto& pair : task.same) unite(parents, pair);
  std::vector<std::uint32_t> number(task.rows), size(task.rows);
  for (Row row = 0; row < task.rows; ++row) ++size[root_of(parents, row)];
  std::vector<Component> components;
  for (Row row = 0; row < task.rows; ++row) {
    const Row root = root_of(parents, row);
    if (size[root] < 2) continue;
    if (root == row) {
      number[row] = static_cast<std::uint32_t>(components.size());
      components.emplace_back();
    }
    components[number[root]].rows.push_back(row);
  }
  for (const auto& edge : task.edges) {
    if (edge.posterior <= task.merge_above) continue;
    components[number[root_of(parents, edge.pair.left)]].edges.push_back(edge);
  }
  for (const auto& pair : task.same) {
    components[number[root_of(parents, pair.left)]].same.push_back(pair);
  }
  for (const auto& pair : task.different) {
    const Row root = root_of(parents, pair.left);
    if (root != root_of(parents, pair.right) || size[root] < 2) continue;
    components[number[root]].different.push_back(pair);
  }
  return components;
}

/// Components in runs of about equal work, so that a judge is made once a run.
std::vector<base::Slice> runs_of(const std::vector<Component>& components) {
  std::size_t all = 0;
  for (const auto& component : components) all += component.edges.size();
  std::vector<base::Slice> runs;
  std::size_t begin = 0, work = 0;
  for (std::size_t i = 0; i < components.size(); ++i) {
    work += components[i].edges.size();
    if (work * 64 < all && i + 1 < components.size()) continue;
    runs.push_back({begin, i + 1});
    begin = i + 1;
    work = 0;
  }
  return runs;
}

}  // namespace

std::vector<Row> link(const LinkageTask& task, const std::function<Judge()>& make_judge,
                      base::Threads threads) {
  std::vector<Row> entities(task.rows);
  for (Row row = 0; row < task.rows; ++row) entities[row] = row;
  const auto components = components_of(task);
  const auto runs = runs_of(components);
  base::for_each_slice(runs.size(), 1, threads, [&](base::Slice slice) {
    const auto judge = make_judge();
    for (auto i = runs[slice.begin].begin; i < runs[slice.begin].end; ++i) {
      ComponentLinkage(components[i], task.merge_above, judge).run(entities);
    }
  });
  return entities;
}

}  // namespace resolve::detail
