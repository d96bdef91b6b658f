#pragma once

#include <cstdint>
#include <vector>

#include "base/threads.hpp"
#include "resolve/detail/candidates.hpp"
#include "resolve/detail/keys.hpp"

namespace resolve::detail {

/// Pairs drawn with known density from all pairs of a table.
struct PairSample {
  std::vector<Pair> pairs;
  std::vector<double> weights;  ///< how many pairs of the table each stands for
};

/// Half of them at random, the rest from pairs that share a key of each family meant for sampling:
/// rare joint agreement of strangers vanishes from a purely random sample as tables grow. All
/// pairs, each weighing one, when there are not more than `size`.
PairSample sample_pairs(const std::vector<KeyFamily>& families, std::size_t rows, std::size_t size,
                        std::uint64_t seed, base::Threads threads);

}  // namespace resolve::detail
