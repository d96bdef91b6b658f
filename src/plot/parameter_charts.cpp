#include <algorithm>
#include <limits>

#include "plot/bars.hpp"
#include "plot/linkage_report.hpp"

namespace plot {

namespace {

constexpr std::size_t values_shown = 8;  // of each column, from either end

}  // namespace

Chart match_weights(const LinkageReport& report) {
  Bars bars;
  bars.caption = {
      "match-weights", "Match weights: what each level of agreement is worth",
      "Bits: +1 doubles the odds that two rows are one, -1 halves them. 0 says nothing.",
      report.source};
  bars.axis = "Match weight (bits, log2(m / u))";
  bars.series = {"match weight"};
  bars.group_column = "comparison";
  bars.label_column = "level";
  bars.rows.push_back(
      {"Before anything is compared", "prior: any two rows", {report.prior_weight}, ""});
  for (const auto& level : report.levels) {
    bars.rows.push_back({level.comparison, level.level, {level.weight}, ""});
  }
  return draw(bars);
}

Chart m_and_u(const LinkageReport& report) {
  Bars bars;
  bars.caption = {"m-and-u", "How often each level occurs: m and u", report.about_shares,
                  report.source};
  bars.axis = "Share of pairs at this level";
  bars.series = {"m: among pairs that are one", "u: among pairs that are not"};
  bars.group_column = "comparison";
  bars.label_column = "level";
  constexpr auto nothing = std::numeric_limits<double>::quiet_NaN();
  for (const auto& level : report.levels) {
    const auto shown = [&](double share) { return level.has_shares ? share : nothing; };
    bars.rows.push_back({level.comparison, level.level, {shown(level.m), shown(level.u)}, ""});
  }
  return draw(bars);
}

Chart term_frequencies(const LinkageReport& report) {
  Bars bars;
  bars.caption = {
      "term-frequencies", "What the rarity of a value adds",
      "Agreeing on a rare value says more than on a common one. The ends of each column are shown.",
      report.source};
  bars.axis = "Bits added to the weight of agreeing";
  bars.series = {"adjustment"};
  bars.group_column = "column";
  bars.label_column = "value";
  auto values = report.values;
  // At one weight the commonest come first, so that either end of a column is a real end.
  std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
    if (a.column != b.column) return a.column < b.column;
    if (a.adjustment != b.adjustment) return a.adjustment < b.adjustment;
    return a.share != b.share ? a.share > b.share : a.value < b.value;
  });
  for (std::size_t begin = 0; begin < values.size();) {
    auto end = begin;
    while (end < values.size() && values[end].column == values[begin].column) ++end;
    for (auto i = begin; i < end; ++i) {
      if (i >= begin + values_shown && i + values_shown < end) continue;
      bars.rows.push_back({values[i].column, values[i].value, {values[i].adjustment}, ""});
    }
    begin = end;
  }
  return draw(bars);
}

Chart completeness(const LinkageReport& report) {
  Bars bars;
  bars.caption = {"completeness", "Completeness: how many rows have a value",
                  "What is blank says nothing for or against a match.", report.source};
  bars.axis = "Share of rows with a value";
  bars.series = {"share with a value"};
  bars.label_column = "column";
  for (const auto& column : report.completeness)
    bars.rows.push_back({"", column.name, {column.share}, ""});
  return draw(bars);
}

Chart blocking_counts(const LinkageReport& report) {
  Bars bars;
  bars.caption = {"blocking-counts", "Which pairs were put up for comparison", report.about_rules,
                  report.source};
  bars.axis = "Pairs";
  bars.series = {"found by this rule", "not found by a rule above it"};
  bars.group_column = "rule";
  bars.label_column = "of";
  for (const auto& rule : report.rules)
    // The rule as a heading: it is too long to stand beside its bars.
    bars.rows.push_back({rule.rule, "pairs", {rule.pairs, rule.added}, ""});
  return draw(bars);
}

std::vector<Chart> charts_of(const LinkageReport& report) {
  std::vector<Chart> charts;
  if (!report.completeness.empty()) charts.push_back(completeness(report));
  if (!report.rules.empty()) charts.push_back(blocking_counts(report));
  if (!report.levels.empty()) charts.push_back(match_weights(report));
  const bool has_shares = std::any_of(report.levels.begin(), report.levels.end(),
                                      [](const auto& level) { return level.has_shares; });
  if (has_shares) charts.push_back(m_and_u(report));
  if (!report.values.empty()) charts.push_back(term_frequencies(report));
  if (!report.pairs.empty()) charts.push_back(weight_histogram(report));
  if (report.pair) charts.push_back(draw(*report.pair));
  if (report.has_labels && report.true_pairs > 0 && !report.pairs.empty()) {
    charts.push_back(precision_recall(report));
    charts.push_back(threshold_selection(report));
  }
  if (!report.self_weights.empty()) charts.push_back(unlinkables(report));
  if (!report.entity_sizes.empty()) charts.push_back(entity_sizes(report));
  return charts;
}

}  // namespace plot
