#include "resolve/detail/learning.hpp"

#include <algorithm>
#include <cmath>

namespace resolve::detail {

namespace {

constexpr int rounds_without_dependence = 3;
constexpr int rounds_with_dependence = 4;
constexpr int rounds_to_go_on = 2;
constexpr int steps_max = 15;
constexpr double pseudo_matches = 20;
constexpr double weight_max = 25, weight_min = -14;  // bits; what a few hundred pairs can support
constexpr double least_lift = 0.3;                   // bits of joint agreement worth a correction
constexpr double pairs_to_believe = 6;               // drawn, per cell
constexpr double informative = 1.5;                  // bits a field gives about a match, at least

double odds_to_probability(double log_odds) { return 1 / (1 + std::exp2(-log_odds)); }

using Table2 = std::vector<std::vector<double>>;

class Learner {
 public:
  Learner(const Patterns& patterns, const LearningTask& task)
      : patterns_(patterns), task_(task), now_(task.before ? *task.before : task.start) {
    find_groups();
    make_weights();
  }

  Learned run() {
    if (!task_.before) {
      for (int round = 0; round < rounds_without_dependence; ++round) learn_shares();
    }
    const int rounds = task_.before ? rounds_to_go_on : rounds_with_dependence;
    for (int round = 0; round < rounds; ++round) {
      learn_dependence();
      learn_shares();
    }
    return now_;
  }

 private:
  std::size_t fields() const { return patterns_.fields; }

  void make_weights() {
    weights_.resize(fields());
    for (std::size_t f = 0; f < fields(); ++f) {
      const auto& m = now_.among_matches[f];
      const auto& u = now_.among_strangers[f];
      weights_[f].assign(m.size(), 0);
      for (std::size_t level = 1; level < m.size(); ++level) {
        weights_[f][level] = std::clamp(std::log2(m[level] / u[level]), weight_min, weight_max);
      }
    }
  }

  void find_groups() {
    groups_.resize(patterns_.levels.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      groups_[i] =
          static_cast<std::uint8_t>(group_of(task_.kinds[i % fields()], patterns_.levels[i]));
    }
  }

  std::size_t group(std::size_t pattern, std::size_t field) const {
    return groups_[pattern * fields() + field];
  }

  double correction(const Learned::Lift& lift, std::size_t pattern) const {
    return lift.log_lift[group(pattern, lift.first)][group(pattern, lift.second)];
  }

  double log_odds(std::size_t pattern) const {
    const auto levels = patterns_[pattern];
    double sum = now_.prior;
    for (std::size_t f = 0; f < fields(); ++f) sum += weights_[f][levels[f]];
    for (const auto& lift : now_.lifts) sum -= correction(lift, pattern);
    return sum;
  }

  void learn_shares() {
    learn_strangers();
    make_weights();
    for (int step = 0; step < steps_max; ++step) {
      const double before = now_.matches;
      learn_matches();
      make_weights();
      if (std::abs(now_.matches - before) < 1e-4 * (1 + before)) break;
    }
  }

  void learn_strangers() {
    Table2 counts(fields());
    double drawn = 0, all = 0;
    for (std::size_t f = 0; f < fields(); ++f) counts[f].resize(weights_[f].size());
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      if (patterns_.sampled[i] == 0) continue;
      const auto levels = patterns_[i];
      const double strange = patterns_.sampled[i] * (1 - odds_to_probability(log_odds(i)));
      for (std::size_t f = 0; f < fields(); ++f) counts[f][levels[f]] += strange;
      drawn += patterns_.drawn[i];
      all += patterns_.sampled[i];
    }
    const double floor = 0.02 * all / std::max(1.0, drawn);
    for (std::size_t f = 0; f < fields(); ++f) {
      const auto start = task_.start.among_strangers[f];
      double sum = 0;
      for (std::size_t level = 1; level < counts[f].size(); ++level) {
        counts[f][level] += floor * start[level];
        sum += counts[f][level];
      }
      for (std::size_t level = 1; level < counts[f].size(); ++level) {
        now_.among_strangers[f][level] = sum > 0 ? counts[f][level] / sum : start[level];
      }
    }
  }

  void learn_matches() {
    Table2 counts(fields());
    for (std::size_t f = 0; f < fields(); ++f) counts[f].resize(weights_[f].size());
    double matches = 0;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      if (patterns_.candidates[i] == 0) continue;
      const auto levels = patterns_[i];
      const double alike = patterns_.candidates[i] * odds_to_probability(log_odds(i));
      matches += alike;
      for (std::size_t f = 0; f < fields(); ++f) counts[f][levels[f]] += alike;
    }
    for (std::size_t f = 0; f < fields(); ++f) {
      const auto& start = task_.start.among_matches[f];
      double sum = pseudo_matches;
      for (std::size_t level = 1; level < counts[f].size(); ++level) sum += counts[f][level];
      for (std::size_t level = 1; level < counts[f].size(); ++level) {
        now_.among_matches[f][level] = (counts[f][level] + pseudo_matches * start[level]) / sum;
      }
    }
    now_.matches = matches;
    const double share = std::clamp((matches + 0.5) / task_.pairs, 1e-15, 0.5);
    now_.prior = std::log2(share / (1 - share));
  }

  double information(std::size_t f) const {
    double sum = 0;
    for (std::size_t level = 1; level < weights_[f].size(); ++level) {
      sum += now_.among_matches[f][level] * weights_[f][level];
    }
    return sum;
  }

  /// The odds of each pattern by everything but two fields; very high where the rest says too
  /// little to tell strangers from matches, so that such pairs do not count.
  double log_odds_without(std::size_t pattern, std::size_t first, std::size_t second) const {
    const auto levels = patterns_[pattern];
    double sum = now_.prior;
    int known = 0;
    for (std::size_t f = 0; f < fields(); ++f) {
      if (f == first || f == second) continue;
      sum += weights_[f][levels[f]];
      known += levels[f] != missing;
    }
    for (const auto& lift : now_.lifts) {
      const bool touches = lift.first == first || lift.second == first || lift.first == second ||
                           lift.second == second;
      if (!touches) sum -= correction(lift, pattern);
    }
    return known < 2 ? 100 : sum;
  }

  struct Joint {
    Table2 pairs, drawn;
    double strength = 0;  ///< log2 lift of both agreeing
  };

  // Matches that the other fields do not show are left in. Taking off as many as the model expects
  // was tried (2026-11-22): the same at 50,000 rows, ruinous at 500,000 (F1 .65 instead of .97), as
  // it is a small difference of great numbers.
  Joint joint_of(std::size_t first, std::size_t second) const {
    const auto rows = group_count(task_.kinds[first]), columns = group_count(task_.kinds[second]);
    Joint joint{Table2(rows, std::vector<double>(columns)),
                Table2(rows, std::vector<double>(columns))};
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      const auto levels = patterns_[i];
      if (patterns_.sampled[i] == 0 || levels[first] == missing || levels[second] == missing) {
        continue;
      }
      const double strange = 1 - odds_to_probability(log_odds_without(i, first, second));
      const auto a = group(i, first), b = group(i, second);
      joint.pairs[a][b] += patterns_.sampled[i] * strange;
      joint.drawn[a][b] += patterns_.drawn[i] * strange;
    }
    joint.strength = strength(joint, first_agreeing_group(task_.kinds[first]),
                              first_agreeing_group(task_.kinds[second]));
    return joint;
  }

  static double strength(const Joint& joint, std::size_t from_first, std::size_t from_second) {
    double all = 0, first = 0, second = 0, both = 0, drawn = 0;
    for (std::size_t a = 1; a < joint.pairs.size(); ++a) {
      for (std::size_t b = 1; b < joint.pairs[a].size(); ++b) {
        const double pairs = joint.pairs[a][b];
        all += pairs;
        if (a >= from_first) first += pairs;
        if (b >= from_second) second += pairs;
        if (a >= from_first && b >= from_second) {
          both += pairs;
          drawn += joint.drawn[a][b];
        }
      }
    }
    if (both <= 0 || drawn < pairs_to_believe) return 0;
    return std::log2(both * all / (first * second));
  }

  static Table2 log_lifts(const Joint& joint) {
    const auto rows = joint.pairs.size(), columns = joint.pairs[0].size();
    std::vector<double> first(rows), second(columns);
    double all = 0;
    for (std::size_t a = 1; a < rows; ++a) {
      for (std::size_t b = 1; b < columns; ++b) {
        first[a] += joint.pairs[a][b];
        second[b] += joint.pairs[a][b];
        all += joint.pairs[a][b];
      }
    }
    Table2 lifts(rows, std::vector<double>(columns));
    for (std::size_t a = 1; a < rows; ++a) {
      for (std::size_t b = 1; b < columns; ++b) {
        if (joint.pairs[a][b] <= 0) continue;
        const double lift = std::log2(joint.pairs[a][b] * all / (first[a] * second[b]));
        const double belief = joint.drawn[a][b] / (joint.drawn[a][b] + pairs_to_believe);
        lifts[a][b] = std::clamp(lift * belief, -4.0, 14.0);
      }
    }
    return lifts;
  }

  void learn_dependence() {
    std::vector<std::size_t> telling;
    for (std::size_t f = 0; f < fields(); ++f) {
      if (information(f) >= informative) telling.push_back(f);
    }
    struct Edge {
      double strength;
      std::size_t first, second;
      Joint joint;
    };
    std::vector<Edge> edges;
    for (std::size_t a = 0; a < fields(); ++a) {
      for (std::size_t b = a + 1; b < fields(); ++b) {
        // With fewer than two others to tell strangers by, the tree would eat the evidence itself.
        const auto others = std::count_if(telling.begin(), telling.end(),
                                          [&](std::size_t f) { return f != a && f != b; });
        if (others < 2) continue;
        auto joint = joint_of(a, b);
        if (joint.strength >= least_lift) edges.push_back({joint.strength, a, b, std::move(joint)});
      }
    }
    std::stable_sort(edges.begin(), edges.end(),
                     [](const Edge& a, const Edge& b) { return a.strength > b.strength; });
    std::vector<std::size_t> tree(fields());
    for (std::size_t f = 0; f < fields(); ++f) tree[f] = f;
    std::vector<Learned::Lift> lifts;
    for (const auto& edge : edges) {
      const auto from = tree[edge.first], to = tree[edge.second];
      if (from == to) continue;
      std::replace(tree.begin(), tree.end(), from, to);
      lifts.push_back({edge.first, edge.second, log_lifts(edge.joint)});
    }
    now_.lifts = std::move(lifts);
  }

  const Patterns& patterns_;
  const LearningTask& task_;
  Learned now_;
  Table2 weights_;
  std::vector<std::uint8_t> groups_;  ///< of the patterns' levels
};

}  // namespace

Learned learn(const Patterns& patterns, const LearningTask& task) {
  return Learner(patterns, task).run();
}

}  // namespace resolve::detail
