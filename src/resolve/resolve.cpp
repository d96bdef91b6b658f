#include "resolve/resolve.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "resolve/detail/caution.hpp"
#include "resolve/detail/engine.hpp"
#include "resolve/detail/linkage.hpp"

namespace resolve {

namespace detail {

namespace {

constexpr Bits strong_difference = -4 * one_bit;

/// Scores pairs for one thread.
class Scorer {
 public:
  Scorer(const Comparer& comparer, const Model& model, Memories& memories)
      : comparer_(comparer), model_(model), memory_(memories), levels_(comparer.fields()) {}

  Share support(Row left, Row right) {
    comparer_.compare(left, right, *memory_, levels_);
    return detail::support(model_, levels_);
  }

 private:
  const Comparer& comparer_;
  const Model& model_;
  Memories::Loan memory_;
  std::vector<Level> levels_;
};

/// A person has one date of birth: when the commonest values of two clusters clearly differ, and
/// each is supported by more than a typing error, they stay apart.
class Veto {
 public:
  Veto(const EncodedTable& table, const Model& model)
      : table_(table), supporters_(model.from_reference ? 1 : 2) {
    for (std::size_t f = 0; f < model.fields.size(); ++f) {
      const auto& field = model.fields[f];
      if (field.kind != Kind::date || field.weights[different] > strong_difference) continue;
      columns_.push_back(table.value_field(f).column);
    }
  }

  bool compatible(std::span<const Row> left, std::span<const Row> right) const {
    for (auto column : columns_) {
      const auto a = commonest(left, column), b = commonest(right, column);
      if (a < 0 || b < 0) continue;
      const auto& values = table_.table->values(column);
      const auto& p = values[static_cast<std::size_t>(a)];
      const auto& q = values[static_cast<std::size_t>(b)];
      if (a != b && compare_dates(p, q) == different) return false;
    }
    return true;
  }

 private:
  /// -1 if no value has support; ties go to the value seen first in the table.
  std::int64_t commonest(std::span<const Row> rows, std::size_t column) const {
    std::map<Table::Value, std::size_t> counts;
    for (Row row : rows) {
      for (auto value : table_.table->cell(row, column)) ++counts[value];
    }
    std::int64_t best = -1;
    std::size_t most = supporters_ - 1;
    for (auto [value, count] : counts) {
      if (count <= most) continue;
      most = count;
      best = value;
    }
    return best;
  }

  const EncodedTable& table_;
  const std::size_t supporters_;
  std::vector<std::size_t> columns_;
};

std::vector<Edge> likely_edges(std::span<const Pair> pairs, const std::vector<Level>& levels,
                               const Model& model, base::Threads threads) {
  const auto fields = model.fields.size();
  const std::size_t grain = std::max<std::size_t>(4096, pairs.size() / 32 + 1);
  std::vector<std::vector<Edge>> parts((pairs.size() + grain - 1) / grain);
  base::for_each_slice(pairs.size(), grain, threads, [&](base::Slice slice) {
    for (auto i = slice.begin; i < slice.end; ++i) {
      const auto likely = posterior(model, std::span(levels).subspan(i * fields, fields));
      if (likely > model.merge_above) parts[slice.begin / grain].push_back({pairs[i], likely});
    }
  });
  std::vector<Edge> edges;
  for (const auto& part : parts) edges.insert(edges.end(), part.begin(), part.end());
  return edges;
}

// Of two entities that somebody decided to be two people nothing is in doubt any more.
std::vector<RowPair> doubts_of(std::span<const Pair> pairs, const std::vector<Level>& levels,
                               const Model& model, const std::vector<std::uint32_t>& entity,
                               const std::vector<Pair>& different) {
  const auto fields = model.fields.size();
  std::set<std::pair<Row, Row>> decided;
  for (const auto& pair : different)
    decided.insert(std::minmax(entity[pair.left], entity[pair.right]));
  std::vector<RowPair> doubts;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [left, right] = pairs[i];
    if (entity[left] == entity[right]) continue;
    if (decided.contains(std::minmax(entity[left], entity[right]))) continue;
    if (support(model, std::span(levels).subspan(i * fields, fields)) > model.merge_above)
      doubts.emplace_back(left, right);
  }
  std::sort(doubts.begin(), doubts.end());
  return doubts;
}

Pair ordered(RowPair pair, std::size_t rows) {
  if (pair.first >= rows || pair.second >= rows || pair.first == pair.second) {
    throw base::Error(base::Fault::invalid, "a decision must name two different rows of the table");
  }
  return {std::min(pair.first, pair.second), std::max(pair.first, pair.second)};
}

std::vector<Pair> ordered(const std::vector<RowPair>& pairs, std::size_t rows) {
  std::vector<Pair> list;
  for (const auto& pair : pairs) list.push_back(ordered(pair, rows));
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

/// The `same` pairs that can be honoured beside every `different` pair, taken in order.
class Decisions {
 public:
  explicit Decisions(const std::vector<Pair>& different) : different_(different) {}

  bool may_join(Pair pair) {
    const auto a = members(pair.left), b = members(pair.right);
    if (a == b) return true;
    for (const auto& apart : different_) {
      const auto left = members(apart.left), right = members(apart.right);
      if ((left == a && right == b) || (left == b && right == a)) return false;
    }
    for (auto& [row, group] : group_of_) {
      if (group == b) group = a;
    }
    return true;
  }

 private:
  Row members(Row row) { return group_of_.try_emplace(row, row).first->second; }

  const std::vector<Pair>& different_;
  std::map<Row, Row> group_of_;
};

}  // namespace

void expect_same_fields(const EncodedTable& table, const Model& model) {
  bool fits = table.fields() == model.fields.size();
  for (std::size_t f = 0; fits && f < table.fields(); ++f) {
    fits = table.kind(f) == model.fields[f].kind && table.name(f) == model.fields[f].name;
  }
  if (!fits) {
    throw base::Error(base::Fault::invalid,
                      "the model was made for other columns than this table has");
  }
}

Resolution resolve_prepared(const Prepared& prepared, const Model& model, std::vector<Level> levels,
                            const Constraints& constraints, base::Threads threads) {
  const auto& pairs = prepared.candidates.pairs;
  const Comparer comparer(prepared.table, model);
  if (levels.size() != pairs.size() * comparer.fields()) {
    levels = compare_all(comparer, pairs, *prepared.memories, threads);
  }
  Resolution resolution;
  LinkageTask task;
  task.rows = prepared.table.rows();
  task.merge_above = model.merge_above;
  task.edges = likely_edges(pairs, levels, model, threads);
  task.different = ordered(constraints.different, task.rows);
  Decisions decisions(task.different);
  for (const auto& pair : ordered(constraints.same, task.rows)) {
    if (decisions.may_join(pair)) {
      task.same.push_back(pair);
    } else {
      resolution.warnings.push_back("rows " + std::to_string(pair.left) + " and " +
                                    std::to_string(pair.right) +
                                    " were decided to be the same, but other decisions keep them "
                                    "apart; they stay apart");
    }
  }
  const Veto veto(prepared.table, model);
  resolution.entity = link(
      task,
      [&] {
        auto scorer = std::make_shared<Scorer>(
            comparer, model, *prepared.memories);  // shared by copies of the judge
        return Judge{[scorer](Row a, Row b) { return scorer->support(a, b); },
                     [&veto](std::span<const Row> a, std::span<const Row> b) {
                       return veto.compatible(a, b);
                     }};
      },
      threads);
  resolution.doubts = doubts_of(pairs, levels, model, resolution.entity, task.different);
  resolution.candidate_pairs = pairs.size();
  resolution.likely_pairs = task.edges.size();
  if (model.from_reference) {
    resolution.warnings.push_back(
        "too few rows to learn from, so the shipped reference weights were used: cautious, and "
        "blind to what is particular to this data");
  }
  return resolution;
}

}  // namespace detail

Resolution resolve(const Table& table, const Model& model, const Constraints& constraints,
                   base::Threads threads) {
  const auto prepared = detail::prepare(table, model.limits, threads);
  detail::expect_same_fields(prepared.table, model);
  return detail::resolve_prepared(prepared, model, {}, constraints, threads);
}

TrainedResolution train_and_resolve(const Table& table, const TrainOptions& options,
                                    const Constraints& constraints, base::Threads threads) {
  const auto prepared = detail::prepare(table, options.limits, threads);
  auto trained = detail::train_prepared(prepared, options, threads);
  auto resolution = detail::resolve_prepared(prepared, trained.model, std::move(trained.levels),
                                             constraints, threads);
  return {std::move(trained.model), std::move(resolution)};
}

}  // namespace resolve
