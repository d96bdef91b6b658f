#include <algorithm>
#include <cmath>

#include "plot/histogram.hpp"
#include "plot/lines.hpp"
#include "plot/linkage_report.hpp"

namespace plot {

namespace {

constexpr double bin_width = 1;

struct Range {
  double from, to;
};

Range range_of(const std::vector<LinkageReport::Pair>& pairs) {
  Range range{0, 1};
  for (const auto& pair : pairs) {
    if (!std::isfinite(pair.weight)) continue;
    range.from = std::min(range.from, std::floor(pair.weight));
    range.to = std::max(range.to, std::floor(pair.weight) + 1);
  }
  return range;
}

/// Whole numbers of bits across the weights, and how many pairs lie at or above each.
struct Counts {
  std::vector<double> threshold, pairs, matches;
};

Counts at_or_above(const LinkageReport& report, double step) {
  const auto range = range_of(report.pairs);
  Counts counts;
  for (double at = range.from; at <= range.to; at += step) counts.threshold.push_back(at);
  counts.pairs.assign(counts.threshold.size(), 0);
  counts.matches.assign(counts.threshold.size(), 0);
  for (const auto& pair : report.pairs) {
    if (std::isnan(pair.weight)) continue;
    const auto place = std::clamp((pair.weight - range.from) / step, 0.0,
                                  static_cast<double>(counts.pairs.size() - 1));
    const auto at = static_cast<std::size_t>(place);
    counts.pairs[at] += 1;
    counts.matches[at] += pair.is_match;
  }
  for (auto at = counts.pairs.size() - 1; at-- > 0;) {
    counts.pairs[at] += counts.pairs[at + 1];
    counts.matches[at] += counts.matches[at + 1];
  }
  return counts;
}

struct Worth {
  double precision, recall, f1;
};

// No pair at all above a threshold is no wrong pair.
Worth worth(const Counts& counts, std::size_t at, double true_pairs) {
  const double precision = counts.pairs[at] > 0 ? counts.matches[at] / counts.pairs[at] : 1;
  const double recall = counts.matches[at] / true_pairs;
  return {precision, recall,
          precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0};
}

std::size_t best_f1(const Counts& counts, double true_pairs) {
  std::size_t best = 0;
  for (std::size_t at = 1; at < counts.threshold.size(); ++at) {
    if (worth(counts, at, true_pairs).f1 > worth(counts, best, true_pairs).f1) best = at;
  }
  return best;
}

std::string bits(double weight) {
  const auto rounded = std::lround(weight * 10);
  return (rounded < 0 ? "-" : "") + std::to_string(std::labs(rounded) / 10) + "." +
         std::to_string(std::labs(rounded) % 10);
}

}  // namespace

Chart weight_histogram(const LinkageReport& report) {
  Histogram histogram;
  histogram.caption = {"weight-histogram", "Match weights of the pairs compared",
                       "Two humps with a valley between are what a model should give: non-matches "
                       "left, matches right.",
                       report.source};
  histogram.x_axis = "Match weight (bits)";
  histogram.y_axis = "Pairs";
  histogram.by_logarithm = !report.has_labels;
  histogram.series = report.has_labels
                         ? std::vector<std::string>{"not one, by the labels", "one, by the labels"}
                         : std::vector<std::string>{"pairs"};
  const auto range = range_of(report.pairs);
  for (double from = range.from; from < range.to; from += bin_width) {
    histogram.bins.push_back(
        {from, from + bin_width, std::vector<double>(histogram.series.size())});
  }
  for (const auto& pair : report.pairs) {
    if (std::isnan(pair.weight)) continue;
    const auto place =
        std::clamp(pair.weight - range.from, 0.0, static_cast<double>(histogram.bins.size() - 1));
    histogram.bins[static_cast<std::size_t>(place)]
        .counts[report.has_labels && pair.is_match ? 1 : 0] += 1;
  }
  histogram.marked_x = report.threshold_weight;
  histogram.mark = "threshold " + bits(report.threshold_weight);
  return draw(histogram);
}

Chart precision_recall(const LinkageReport& report) {
  Path path;
  path.caption = {"precision-recall", "Precision and recall of pairs, by threshold",
                  "Before clustering. True pairs that were never compared count as missed.",
                  report.source};
  path.x_axis = "Recall (share of true pairs found)";
  path.y_axis = "Precision (share of found pairs that are true)";
  const auto counts = at_or_above(report, 0.25);
  const auto true_pairs = static_cast<double>(report.true_pairs);
  const auto best = best_f1(counts, true_pairs);
  for (std::size_t at = 0; at < counts.threshold.size(); ++at) {
    const auto value = worth(counts, at, true_pairs);
    std::string label;
    if (at == best)
      label = "best F1 " + std::to_string(value.f1).substr(0, 5) + " at " +
              bits(counts.threshold[at]) + " bits";
    path.points.push_back({value.recall, value.precision, label});
  }
  return draw(path);
}

Chart threshold_selection(const LinkageReport& report) {
  Lines lines;
  lines.caption = {"threshold-selection", "Choosing a threshold",
                   "What each threshold would give, before clustering; true pairs never compared "
                   "count as missed.",
                   report.source};
  lines.x_axis = "Threshold (match weight, bits)";
  lines.y_axis = "Share";
  lines.series = {{"precision", {}}, {"recall", {}}, {"F1", {}}};
  const auto counts = at_or_above(report, 0.25);
  for (std::size_t at = 0; at < counts.threshold.size(); ++at) {
    const auto value = worth(counts, at, static_cast<double>(report.true_pairs));
    lines.x.push_back(counts.threshold[at]);
    lines.series[0].y.push_back(value.precision);
    lines.series[1].y.push_back(value.recall);
    lines.series[2].y.push_back(value.f1);
  }
  lines.marked_x = report.threshold_weight;
  lines.mark = "used: " + bits(report.threshold_weight);
  return draw(lines);
}

Chart unlinkables(const LinkageReport& report) {
  Lines lines;
  lines.caption = {
      "unlinkables", "Rows that could not be linked even to themselves",
      "A row that scores below the threshold against itself holds too little to be found again.",
      report.source};
  lines.x_axis = "Threshold (match weight, bits)";
  lines.y_axis = "Share of rows below it";
  auto weights = report.self_weights;
  std::sort(weights.begin(), weights.end());
  const auto last = std::max(std::ceil(weights.back()), std::ceil(report.threshold_weight) + 1);
  lines.series = {{"share of rows", {}}};
  for (double at = std::min(0.0, std::floor(weights.front())); at <= last; at += 0.25) {
    const auto below = std::lower_bound(weights.begin(), weights.end(), at) - weights.begin();
    lines.x.push_back(at);
    lines.series[0].y.push_back(static_cast<double>(below) / static_cast<double>(weights.size()));
  }
  lines.marked_x = report.threshold_weight;
  lines.mark = "threshold " + bits(report.threshold_weight);
  return draw(lines);
}

Chart entity_sizes(const LinkageReport& report) {
  Histogram histogram;
  histogram.caption = {
      "entity-sizes", "How many rows an entity has",
      "A few entities far to the right of all others are where to look for wrong merges.",
      report.source};
  histogram.x_axis = "Rows of an entity";
  histogram.y_axis = "Entities";
  histogram.series = {"entities"};
  histogram.by_logarithm = true;
  const auto largest = *std::max_element(report.entity_sizes.begin(), report.entity_sizes.end());
  const auto width = std::max<std::size_t>(1, (largest + 79) / 80);
  for (std::size_t from = 1; from <= largest; from += width) {
    histogram.bins.push_back(
        {static_cast<double>(from) - 0.5, static_cast<double>(from + width) - 0.5, {0}});
  }
  for (auto size : report.entity_sizes) histogram.bins[(size - 1) / width].counts[0] += 1;
  return draw(histogram);
}

}  // namespace plot
