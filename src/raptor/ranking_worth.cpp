#include "raptor/ranking_worth.hpp"

#include <algorithm>
#include <tuple>

namespace raptor {

RankingWorth worth_of(std::vector<Scored> all) {
  std::sort(all.begin(), all.end(), [](const Scored& a, const Scored& b) {
    return std::tie(b.score, a.is_positive) < std::tie(a.score, b.is_positive);
  });
  RankingWorth worth;
  double pairs_in_order = 0, precisions = 0;
  for (const auto& one : all) {
    if (one.is_positive) {
      ++worth.positives;
      precisions += static_cast<double>(worth.positives) /
                    static_cast<double>(worth.positives + worth.negatives);
    } else {
      ++worth.negatives;
      pairs_in_order += static_cast<double>(worth.positives);
    }
  }
  if (worth.positives == 0 || worth.negatives == 0) return worth;
  const auto positives = static_cast<double>(worth.positives);
  worth.auc = pairs_in_order / (positives * static_cast<double>(worth.negatives));
  worth.average_precision = precisions / positives;
  return worth;
}

}  // namespace raptor
