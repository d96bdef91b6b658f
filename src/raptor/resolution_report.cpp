#include "raptor/resolution_report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "resolve/explain.hpp"
#include "resolve/inspect.hpp"

namespace raptor {

namespace {

void add_levels(const resolve::Model& model, const resolve::Inspection& inspection,
                plot::LinkageReport& report) {
  for (const auto& level : inspection.levels) {
    const auto& field = model.fields[level.field];
    const auto weight = resolve::to_double(field.weights[level.level]);
    report.levels.push_back(
        {field.name, level.means, weight, level.share, level.share / std::exp2(weight), true});
  }
}

/// Against what agreeing is worth on average over pairs of equal values.
void add_values(const resolve::Model& model, plot::LinkageReport& report) {
  constexpr std::size_t bits_of_a_bin = 2;
  for (const auto& field : model.fields) {
    if (field.kind == resolve::Kind::name || field.weights.size() < 10) continue;
    const auto first_exact = field.weights.size() - 8;
    const auto weight_of = [&](resolve::Bits rarity) {
      const auto bin =
          static_cast<std::size_t>(std::max(0.0, resolve::to_double(rarity)) / bits_of_a_bin);
      return resolve::to_double(field.weights[first_exact + std::min<std::size_t>(7, bin)]);
    };
    double mass = 0, sum = 0;
    for (const auto& [value, rarity] : field.rarity) {
      if (value.starts_with(':')) continue;  // a word inside a text
      const auto share = std::exp2(-2 * resolve::to_double(rarity));
      mass += share;
      sum += share * weight_of(rarity);
    }
    for (const auto& [value, rarity] : field.rarity) {
      if (value.starts_with(':')) continue;
      report.values.push_back({field.name, value, std::exp2(-resolve::to_double(rarity)),
                               weight_of(rarity) - sum / mass});
    }
  }
}

void add_pairs(const PersonTable& people, const resolve::Inspection& inspection,
               plot::LinkageReport& report) {
  report.has_labels = !people.truth.empty();
  for (const auto& pair : inspection.pairs) {
    const bool is_match =
        report.has_labels && people.truth[pair.rows.first] == people.truth[pair.rows.second];
    report.pairs.push_back({resolve::to_double(pair.weight), is_match});
  }
  std::map<std::uint32_t, std::size_t> rows;
  for (auto label : people.truth) ++rows[label];
  for (const auto& [label, count] : rows) report.true_pairs += count * (count - 1) / 2;
}

plot::Waterfall waterfall_of(const PersonTable& people, const resolve::Model& model,
                             resolve::RowPair pair, const std::string& source) {
  const resolve::Explainer explain(people.table, model);
  const auto explanation = explain(pair.first, pair.second);
  plot::Waterfall waterfall;
  waterfall.caption = {
      "waterfall",
      "Why " + people.ids[pair.first] + " and " + people.ids[pair.second] + " score what they do",
      "Each bar begins where the one above ended; right is for one person, left is against.",
      source};
  waterfall.axis = "Match weight (bits)";
  waterfall.steps.push_back({"prior", "any two rows", resolve::to_double(explanation.prior)});
  for (const auto& reason : explanation.reasons) {
    waterfall.steps.push_back({reason.field, reason.comparison, resolve::to_double(reason.weight)});
  }
  char total[60];
  std::snprintf(total, sizeof total, "total: probability %.4f", explanation.probability);
  waterfall.total = total;
  return waterfall;
}

void add_completeness(const PersonTable& people, plot::LinkageReport& report) {
  const auto& columns = people.table.columns();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::size_t filled = 0;
    for (std::size_t row = 0; row < people.table.rows(); ++row)
      filled += !people.table.cell(row, c).empty();
    report.completeness.push_back(
        {columns[c].name, static_cast<double>(filled) / static_cast<double>(people.table.rows())});
  }
}

}  // namespace

plot::LinkageReport report_of(const PersonTable& people, const resolve::Model& model,
                              const resolve::Resolution& resolution,
                              std::optional<resolve::RowPair> pair, const std::string& source,
                              base::Threads threads) {
  const auto inspection = resolve::inspect(people.table, model, threads);
  plot::LinkageReport report;
  report.source = source;
  report.prior_weight = resolve::to_double(model.prior);
  const auto threshold =
      static_cast<double>(model.merge_above) / static_cast<double>(resolve::whole);
  report.threshold_weight = std::log2(threshold / (1 - threshold));
  report.about_shares =
      "m: counted over the compared pairs by their probability. u: what the weight makes of it, m "
      "/ 2^weight.";
  add_levels(model, inspection, report);
  add_values(model, report);
  add_pairs(people, inspection, report);
  add_completeness(people, report);
  report.about_rules =
      "Candidates share rare keys; each row chooses its best. A pair may share keys of several "
      "kinds.";
  for (const auto& key : inspection.keys) {
    report.rules.push_back(
        {key.family, static_cast<double>(key.pairs), static_cast<double>(key.added)});
  }
  for (auto weight : inspection.with_itself)
    report.self_weights.push_back(resolve::to_double(weight));
  std::map<std::uint32_t, std::size_t> sizes;
  for (auto entity : resolution.entity) ++sizes[entity];
  for (const auto& [entity, size] : sizes) report.entity_sizes.push_back(size);
  if (!pair) {
    const resolve::Inspection::WeighedPair* weakest = nullptr;
    for (const auto& weighed : inspection.pairs) {
      if (resolution.entity[weighed.rows.first] != resolution.entity[weighed.rows.second]) continue;
      // Entities also hold pairs together that would not have met by themselves.
      if (resolve::to_double(weighed.weight) < report.threshold_weight) continue;
      if (weakest == nullptr || weighed.weight < weakest->weight) weakest = &weighed;
    }
    if (weakest != nullptr) pair = weakest->rows;
  }
  if (pair) report.pair = waterfall_of(people, model, *pair, source);
  return report;
}

}  // namespace raptor
