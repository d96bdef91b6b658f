#pragma once

#include <cstddef>
#include <vector>

namespace raptor {

struct Scored {
  double score;
  bool is_positive;
};

/// How well scores put the positives first, ties counted against: a positive stands behind every
/// negative of the same score.
struct RankingWorth {
  double auc = 0;  ///< the share of pairs of a positive and a negative with the positive ahead
  double average_precision = 0;  ///< the precision at each positive, averaged
  std::size_t positives = 0, negatives = 0;
};

/// Both are 0 where there are no positives or no negatives to tell apart.
RankingWorth worth_of(std::vector<Scored> all);

}  // namespace raptor
