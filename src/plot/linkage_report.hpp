#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "plot/chart.hpp"
#include "plot/waterfall.hpp"

namespace plot {

/// What is known of one linkage, whichever engine did it: what its charts are drawn from. What is
/// empty has no chart.
struct LinkageReport {
  std::string source;  ///< "people.csv; model.json"

  struct LevelWeight {
    std::string comparison, level;
    double weight = 0, m = 0, u = 0;  ///< weight in bits: log2(m / u)
    bool has_shares = true;           ///< m and u are known, not the weight alone
  };
  double prior_weight = 0;
  std::vector<LevelWeight> levels;
  std::string about_shares;  ///< how m and u were come by, a sentence

  struct Pair {
    double weight = 0;
    bool is_match = false;  ///< by the labels, if there are any
  };
  std::vector<Pair> pairs;  ///< all that were compared
  bool has_labels = false;
  std::size_t true_pairs = 0;  ///< by the labels, those never compared too
  double threshold_weight = 0;

  struct Share {
    std::string name;
    double share = 0;
  };
  std::vector<Share> completeness;  ///< of each column: rows with a value

  struct RuleCount {
    std::string rule;
    double pairs = 0, added = 0;  ///< added: that none before it found
  };
  std::vector<RuleCount> rules;
  std::string about_rules;

  std::vector<double> self_weights;       ///< of each row with itself
  std::vector<std::size_t> entity_sizes;  ///< rows of each entity

  struct ValueWeight {
    std::string column, value;
    double share = 0, adjustment = 0;  ///< bits that its rarity adds
  };
  std::vector<ValueWeight> values;

  std::optional<Waterfall> pair;  ///< of one pair; its caption is written here
};

/// All charts that the report has the figures for, in the order in which they are read.
std::vector<Chart> charts_of(const LinkageReport& report);

Chart match_weights(const LinkageReport& report);
Chart m_and_u(const LinkageReport& report);
Chart term_frequencies(const LinkageReport& report);
Chart completeness(const LinkageReport& report);
Chart blocking_counts(const LinkageReport& report);
Chart weight_histogram(const LinkageReport& report);
Chart precision_recall(const LinkageReport& report);
Chart threshold_selection(const LinkageReport& report);
Chart unlinkables(const LinkageReport& report);
Chart entity_sizes(const LinkageReport& report);

}  // namespace plot
