#include "resolve/resolve.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "resolve/detail/caution.hpp"
#include "resolve/detail/decisions.hpp"
#include "resolve/detail/engine.hpp"
#include "resolve/detail/judges.hpp"
#include "resolve/detail/linkage.hpp"

namespace resolve {

namespace detail {

namespace {

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

Resolution resolve_prepared(const Prepared& prepared, const Model& model, Compared compared,
                            const Constraints& constraints, base::Threads threads) {
  if (!compared.candidates)
    compared = {find_candidates(prepared.keys, prepared.table.rows(), model, threads), {}};
  const auto& pairs = compared.candidates->pairs;
  auto& levels = compared.levels;
  const Comparer comparer(prepared.table, model);
  if (levels.size() != pairs.size() * comparer.fields())
    levels = compare_all(comparer, pairs, prepared.memories, threads);
  Resolution resolution;
  LinkageTask task;
  task.rows = prepared.table.rows();
  task.merge_above = model.merge_above;
  task.edges = likely_edges(pairs, levels, model, threads);
  task.different = ordered(constraints.different, task.rows);
  auto decided = honoured(ordered(constraints.same, task.rows), task.different);
  task.same = std::move(decided.same);
  for (const auto& pair : decided.refused) {
    resolution.warnings.push_back("rows " + std::to_string(pair.left) + " and " +
                                  std::to_string(pair.right) +
                                  " were decided to be the same, but other decisions keep them "
                                  "apart; they stay apart");
  }
  const Judges judges(prepared.table, comparer, model, prepared.memories);
  resolution.entity = link(
      task, [&] { return judges.make(); }, threads);
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
  const detail::Prepared prepared(table, threads);
  detail::expect_same_fields(prepared.table, model);
  return detail::resolve_prepared(prepared, model, {}, constraints, threads);
}

TrainedResolution train_and_resolve(const Table& table, const TrainOptions& options,
                                    const Constraints& constraints, base::Threads threads) {
  const detail::Prepared prepared(table, threads);
  auto trained = detail::train_prepared(prepared, options, threads);
  auto resolution = detail::resolve_prepared(prepared, trained.model, std::move(trained.compared),
                                             constraints, threads);
  return {std::move(trained.model), std::move(resolution)};
}

}  // namespace resolve
