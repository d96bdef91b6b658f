#include "resolve/train.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "resolve/detail/alias_learning.hpp"
#include "resolve/detail/engine.hpp"
#include "resolve/detail/learning.hpp"
#include "resolve/detail/pair_sample.hpp"
#include "resolve/detail/reference.hpp"
#include "resolve/detail/score.hpp"

namespace resolve {

namespace detail {

namespace {

constexpr double matches_to_learn_from = 200;
constexpr std::size_t pairs_to_learn_from = 4'000'000;  // of the candidates, evenly spaced
constexpr Bits beyond_doubt = 8 * one_bit;

void take_over(const Learned& learned, Model& model) {
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    const auto& m = learned.among_matches[f];
    const auto& u = learned.among_strangers[f];
    auto& weights = model.fields[f].weights;
    weights.assign(m.size(), 0);
    for (std::size_t level = 1; level < m.size(); ++level) {
      weights[level] = to_bits(std::clamp(std::log2(m[level] / u[level]), -14.0, 25.0));
    }
  }
  model.dependences.clear();
  for (const auto& lift : learned.lifts) {
    Dependence dependence{lift.first, lift.second, {}};
    for (const auto& row : lift.log_lift) {
      auto& line = dependence.correction.emplace_back();
      for (double bits : row) line.push_back(to_bits(-bits));
    }
    model.dependences.push_back(std::move(dependence));
  }
  model.prior = to_bits(learned.prior);
}

std::vector<Pair> pairs_beyond_doubt(const Model& model, std::span<const Pair> pairs,
                                     const std::vector<Level>& levels) {
  const auto fields = model.fields.size();
  std::vector<Pair> sure;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (score(model, std::span(levels).subspan(i * fields, fields)) >= beyond_doubt) {
      sure.push_back(pairs[i]);
    }
  }
  return sure;
}

/// The candidates, or every n-th of them: learning gains nothing from more.
std::vector<Pair> pairs_to_learn(const std::vector<Pair>& candidates, double& stands_for) {
  const auto step = candidates.size() / pairs_to_learn_from + 1;
  stands_for = static_cast<double>(step);
  if (step == 1) return candidates;
  std::vector<Pair> chosen;
  for (std::size_t i = 0; i < candidates.size(); i += step) chosen.push_back(candidates[i]);
  return chosen;
}

EncodedTable encoded(const Table& table, base::Threads threads) {
  if (table.columns().empty()) {
    throw base::Error(base::Fault::invalid,
                      "no column was taken for evidence, so no two rows can be "
                      "compared; name some with --columns");
  }
  return encode(table, threads);
}

std::vector<Kind> kinds_of(const Model& model) {
  std::vector<Kind> kinds;
  for (const auto& field : model.fields) kinds.push_back(field.kind);
  return kinds;
}

}  // namespace

Prepared::Prepared(const Table& from, base::Threads threads)
    : table(encoded(from, threads)),
      keys(find_keys(table, threads)),
      memories(table.fields(), table.rows()) {}

Trained train_prepared(const Prepared& prepared, const TrainOptions& options,
                       base::Threads threads) {
  const auto& table = prepared.table;
  const auto as_reference = [&] {
    Trained trained{reference_model(table, prepared.keys, options.limits, threads), {}};
    trained.model.is_cautious = options.is_cautious;
    return trained;
  };
  if (table.rows() < options.rows_to_learn_from) return as_reference();
  auto& memories = prepared.memories;
  Model model;
  model.fields = rarities_of(table, prepared.keys, threads);
  model.limits = options.limits;
  model.rows = static_cast<std::int64_t>(table.rows());
  model.is_cautious = options.is_cautious;
  auto candidates = find_candidates(prepared.keys, table.rows(), model, threads);
  double stands_for = 1;
  const auto pairs = pairs_to_learn(candidates.pairs, stands_for);
  const auto sample =
      sample_pairs(prepared.keys, table.rows(), options.sample_pairs, options.seed, threads);
  const auto rows = static_cast<double>(table.rows());
  LearningTask task{kinds_of(model), rows * (rows - 1) / 2 / stands_for,
                    starting_point(table, model.fields), nullptr};
  Learned learned;
  std::vector<Level> levels, sample_levels;
  for (int round = 0; round <= (table.has_names ? options.alias_rounds : 0); ++round) {
    const Comparer comparer(table, model);
    if (round == 0) {
      levels = compare_all(comparer, pairs, memories, threads);
      sample_levels = compare_all(comparer, sample.pairs, memories, threads);
    } else {
      compare_names_again(comparer, pairs, memories, threads, levels);
      compare_names_again(comparer, sample.pairs, memories, threads, sample_levels);
    }
    const auto patterns = count_patterns(table.fields(), levels, sample_levels, sample.weights);
    learned = learn(patterns, task);
    task.before = &learned;
    if (learned.matches * stands_for < matches_to_learn_from) return as_reference();
    take_over(learned, model);
    if (table.has_names && round < options.alias_rounds) {
      // Words that meet by now are not left over, so that each round can only add.
      model.aliases.merge(learn_aliases(table, comparer, pairs_beyond_doubt(model, pairs, levels),
                                        memories, threads));
    }
  }
  if (pairs.size() != candidates.pairs.size()) levels.clear();
  return {std::move(model), {std::move(candidates), std::move(levels)}};
}

}  // namespace detail

Model train(const Table& table, const TrainOptions& options, base::Threads threads) {
  return detail::train_prepared(detail::Prepared(table, threads), options, threads).model;
}

}  // namespace resolve
