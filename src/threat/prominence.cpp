#include "threat/prominence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "network/contacts.hpp"
#include "network/path_measures.hpp"
#include "threat/normal_score.hpp"

namespace threat {

namespace {

using Values = std::array<std::vector<double>, measure_rules.size()>;
using Key = std::int64_t;

constexpr double equal_within = 1e-9;
constexpr double deleted_share = 0.2;
constexpr std::size_t copies_min = 20;
// Steps of path searching over all copies; about ten seconds of one core.
constexpr double copies_work_max = 1e9;

Values measure(const network::Graph& graph, base::Threads threads, std::size_t& path_sources) {
  std::vector<double> degree(graph.node_count());
  for (network::Node node = 0; node < degree.size(); ++node) {
    degree[node] = static_cast<double>(graph.degree(node));
  }
  auto paths = network::path_measures(graph, threads);
  path_sources = paths.sources;
  return {std::move(degree), network::separate_contacts(graph, threads),
          std::move(paths.betweenness), std::move(paths.harmonic_closeness),
          network::constraint(graph, threads)};
}

// Whole numbers that order as the measure does, equal where only rounding tells values apart.
std::vector<Key> keys_of(Measure measure, const std::vector<double>& values) {
  double greatest = 0;
  for (double value : values) greatest = std::max(greatest, std::isnan(value) ? 0 : value);
  const double unit = greatest > 0 ? greatest * equal_within : 1;
  std::vector<Key> keys(values.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    keys[i] = std::isnan(values[i]) ? std::numeric_limits<Key>::max()
                                    : static_cast<Key>(std::llround(values[i] / unit));
    if (measure == Measure::constraint) keys[i] = -keys[i];
  }
  return keys;
}

// Places from the lowest, 1 to size, tied ones averaged.
std::vector<double> average_places(const std::vector<Key>& keys) {
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
  std::vector<double> places(keys.size());
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && keys[order[end]] == keys[order[begin]]) ++end;
    const double place = (static_cast<double>(begin + end) + 1) / 2;
    for (auto i = begin; i < end; ++i) places[order[i]] = place;
  }
  return places;
}

std::vector<std::uint32_t> ranks_of(const std::vector<Key>& scores) {
  auto sorted = scores;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  std::vector<std::uint32_t> ranks;
  ranks.reserve(scores.size());
  for (Key score : scores) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), score, std::greater<>());
    ranks.push_back(1 + static_cast<std::uint32_t>(found - sorted.begin()));
  }
  return ranks;
}

// Scores in millionths, and what the measures say of each node if `nodes` is given.
std::vector<Key> score(const Values& values, std::vector<Prominence>* nodes) {
  const auto size = values[0].size();
  const double count = static_cast<double>(size);
  const double top_tenth = std::ceil(count / 10);
  std::vector<double> sums(size);
  for (std::size_t m = 0; m < measure_rules.size(); ++m) {
    const auto& rule = measure_rules[m];
    const auto places = average_places(keys_of(rule.measure, values[m]));
    for (std::size_t i = 0; i < size; ++i) {
      const double below = (places[i] - 0.5) / count;
      sums[i] += rule.share * normal_score(below);
      if (nodes == nullptr) continue;
      const bool is_top = count + 1 - places[i] <= top_tenth;
      (*nodes)[i].measures[m] = {values[m][i], 100 * below, is_top};
      if (is_top && rule.counts_in_agreement) ++(*nodes)[i].agreement;
    }
  }
  std::vector<Key> scores(size);
  std::transform(sums.begin(), sums.end(), scores.begin(),
                 [](double sum) { return static_cast<Key>(std::llround(sum * 1e6)); });
  return scores;
}

// splitmix64 (Steele, Lea & Flood 2014): one stream per copy, whatever thread makes it.
class Stream {
 public:
  Stream(std::uint64_t seed, std::uint64_t number) : state_(seed) { state_ = next() + number; }

  std::uint64_t next() {
    std::uint64_t x = state_ += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
  }

 private:
  std::uint64_t state_;
};

network::Graph thinned(std::size_t node_count, std::vector<network::Tie> ties, Stream stream) {
  const auto deleted =
      static_cast<std::size_t>(std::llround(deleted_share * static_cast<double>(ties.size())));
  for (std::size_t i = 0; i < deleted; ++i) {
    std::swap(ties[stream.next() % ties.size()], ties.back());
    ties.pop_back();
  }
  return network::Graph::undirected(node_count, ties);
}

std::size_t affordable_copies(const network::Graph& graph, const ProminenceRules& rules,
                              std::size_t path_sources) {
  const double work = static_cast<double>(path_sources) *
                      static_cast<double>(graph.node_count() + graph.arc_count());
  if (work * copies_min > copies_work_max) return 0;
  const auto affordable = static_cast<std::size_t>(copies_work_max / std::max(work, 1.0));
  const auto copies = std::min(rules.copies_max, affordable);
  return copies < copies_min ? 0 : copies;
}

RankInterval interval_of(std::vector<std::uint32_t> ranks) {
  std::sort(ranks.begin(), ranks.end());
  const auto nearest = [&](std::size_t percent) {
    return ranks[(ranks.size() * percent + 99) / 100 - 1];
  };
  return {nearest(5), nearest(95)};
}

void add_intervals(const network::Graph& graph, const ProminenceRules& rules,
                   ProminenceRanking& ranking) {
  const auto top = (ranking.nodes.size() + 4) / 5;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < ranking.nodes.size(); ++i) {
    if (ranking.nodes[i].rank <= top) shown.push_back(i);
  }
  const auto ties = graph.ties();
  std::vector<std::vector<std::uint32_t>> ranks(shown.size(),
                                                std::vector<std::uint32_t>(ranking.copies));
  base::for_each_slice(ranking.copies, 1, rules.threads, [&](base::Slice slice) {
    const auto copy = thinned(graph.node_count(), ties, Stream(rules.seed, slice.begin));
    std::size_t sources = 0;
    const auto all = ranks_of(score(measure(copy, {1}, sources), nullptr));
    for (std::size_t i = 0; i < shown.size(); ++i) ranks[i][slice.begin] = all[shown[i]];
  });
  for (std::size_t i = 0; i < shown.size(); ++i) {
    ranking.nodes[shown[i]].interval = interval_of(std::move(ranks[i]));
  }
}

}  // namespace

ProminenceRanking rank_by_prominence(const network::Graph& weighted, const ProminenceRules& rules) {
  ProminenceRanking ranking;
  if (weighted.node_count() == 0) return ranking;
  const auto graph = weighted.unweighted();
  ranking.nodes.resize(graph.node_count());
  const auto scores = score(measure(graph, rules.threads, ranking.path_sources), &ranking.nodes);
  const auto ranks = ranks_of(scores);
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    ranking.nodes[i].score = static_cast<double>(scores[i]) / 1e6;
    ranking.nodes[i].rank = ranks[i];
  }
  ranking.copies = affordable_copies(graph, rules, ranking.path_sources);
  if (ranking.copies > 0) add_intervals(graph, rules, ranking);
  return ranking;
}

}  // namespace threat
