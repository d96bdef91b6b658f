#include "raptor/splink_report.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

namespace raptor {

namespace {

std::string words_of(const splink::Level& level) { return level.label.value_or(level.condition); }

void add_splink_levels(const splink::Model& model, plot::LinkageReport& report) {
  const auto& comparisons = model.settings().comparisons;
  for (std::size_t c = 0; c < comparisons.size(); ++c) {
    for (std::size_t l = 0; l < comparisons[c].levels.size(); ++l) {
      const auto& level = comparisons[c].levels[l];
      if (level.is_null) continue;
      report.levels.push_back({comparisons[c].name, words_of(level), model.weight(c, l),
                               model.m(c, l), model.u(c, l), true});
    }
  }
}

void add_splink_values(const splink::Model& model, const SplinkRecords& read,
                       plot::LinkageReport& report) {
  const auto& comparisons = model.settings().comparisons;
  for (std::size_t f = 0; f < model.frequency_columns().size(); ++f) {
    const auto column = model.frequency_columns()[f];
    std::map<std::string, double> shares;
    for (const auto& record : read.records) {
      if (record.frequencies[f])
        shares[splink::as_text(record.cells[column])] = *record.frequencies[f];
    }
    // The first level that this column adjusts: its exact match.
    for (std::size_t c = 0, found = 0; c < comparisons.size() && found == 0; ++c) {
      for (std::size_t l = 0; l < comparisons[c].levels.size() && found == 0; ++l) {
        if (comparisons[c].levels[l].term_frequency_column != model.columns()[column]) continue;
        found = 1;
        for (const auto& [value, share] : shares) {
          const auto weight = model.term_frequency_weight(c, l, share);
          if (weight) report.values.push_back({model.columns()[column], value, share, *weight});
        }
      }
    }
  }
}

void add_pairs(const SplinkRecords& read, const splink::Linkage& linkage,
               plot::LinkageReport& report) {
  report.has_labels = !read.truth.empty();
  for (const auto& scored : linkage.pairs) {
    const bool is_match =
        report.has_labels && read.truth[scored.pair.left] == read.truth[scored.pair.right];
    report.pairs.push_back({scored.weight, is_match});
  }
  std::map<std::uint32_t, std::size_t> rows;
  for (auto label : read.truth) ++rows[label];
  for (const auto& [label, count] : rows) report.true_pairs += count * (count - 1) / 2;
}

plot::Waterfall waterfall_of(const splink::Model& model, const splink::Record& left,
                             const splink::Record& right, const std::string& source) {
  plot::Waterfall waterfall;
  const auto score = model.score(left, right);
  waterfall.caption = {
      "waterfall", "Why " + left.id + " and " + right.id + " score what they do",
      "Each bar begins where the one above ended; right is for one person, left is against.",
      source};
  waterfall.axis = "Match weight (bits)";
  waterfall.steps.push_back({"prior", "any two rows", model.prior_weight()});
  for (std::size_t c = 0; c < score.parts.size(); ++c) {
    const auto& comparison = model.settings().comparisons[c];
    const auto& part = score.parts[c];
    waterfall.steps.push_back(
        {comparison.name, words_of(comparison.levels[part.level]), part.weight});
    if (part.term_frequency_weight != 0) {
      waterfall.steps.push_back(
          {comparison.name, "how common the value is", part.term_frequency_weight});
    }
  }
  char total[60];
  std::snprintf(total, sizeof total, "total: probability %.4f", score.probability);
  waterfall.total = total;
  return waterfall;
}

}  // namespace

plot::LinkageReport report_of(const splink::Model& model, const SplinkRecords& read,
                              const splink::Linkage& linkage, double threshold_weight,
                              std::optional<splink::RecordPair> pair, const std::string& source) {
  plot::LinkageReport report;
  report.source = source;
  report.prior_weight = model.prior_weight();
  report.threshold_weight = threshold_weight;
  report.about_shares = "As the Splink model has them. The match weight of a level is log2(m / u).";
  add_splink_levels(model, report);
  add_splink_values(model, read, report);
  add_pairs(read, linkage, report);
  for (std::size_t c = 0; c < model.columns().size(); ++c) {
    const auto filled =
        std::count_if(read.records.begin(), read.records.end(),
                      [&](const auto& record) { return !record.cells[c].is_null(); });
    report.completeness.push_back(
        {model.columns()[c],
         static_cast<double>(filled) / static_cast<double>(read.records.size())});
  }
  report.about_rules =
      "By the model's blocking rules, in their order; a pair that two rules find is compared once.";
  for (std::size_t r = 0; r < linkage.pairs_of_rule.size(); ++r) {
    report.rules.push_back({model.settings().blocking_rules[r].condition,
                            static_cast<double>(linkage.found_by_rule[r]),
                            static_cast<double>(linkage.pairs_of_rule[r])});
  }
  for (const auto& record : read.records)
    report.self_weights.push_back(model.score(record, record).weight);
  std::map<std::uint32_t, std::size_t> sizes;
  for (auto entity : linkage.entity) ++sizes[entity];
  for (const auto& [entity, size] : sizes) report.entity_sizes.push_back(size);
  if (!pair) {
    const splink::ScoredPair* weakest = nullptr;
    for (const auto& scored : linkage.pairs) {
      if (scored.weight >= threshold_weight &&
          (weakest == nullptr || scored.weight < weakest->weight))
        weakest = &scored;
    }
    if (weakest != nullptr) pair = weakest->pair;
  }
  if (pair)
    report.pair = waterfall_of(model, read.records[pair->left], read.records[pair->right], source);
  return report;
}

}  // namespace raptor
