#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolve/detail/levels.hpp"

namespace resolve::detail {

/// The distinct agreement patterns of candidates and of the sample, with their counts: what
/// learning works on, so that its time does not grow with the number of pairs.
struct Patterns {
  std::size_t fields = 0;
  std::vector<Level> levels;       ///< `fields` a pattern
  std::vector<double> candidates;  ///< how many candidates have it
  std::vector<double> sampled;     ///< how many pairs of the table have it, by the sample
  std::vector<double> drawn;       ///< how many drawn pairs that rests on

  std::size_t size() const { return candidates.size(); }
  std::span<const Level> operator[](std::size_t i) const {
    return {levels.data() + i * fields, fields};
  }
};

Patterns count_patterns(std::size_t fields, std::span<const Level> candidate_levels,
                        std::span<const Level> sample_levels, std::span<const double> weights);

}  // namespace resolve::detail
