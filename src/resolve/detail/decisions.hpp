#pragma once

#include <vector>

#include "resolve/detail/candidates.hpp"

namespace resolve::detail {

/// Decisions that contradict each other keep rows apart.
struct Honoured {
  std::vector<Pair> same;     ///< those that can be honoured beside every pair that is `apart`
  std::vector<Pair> refused;  ///< the others
};

/// Both lists ascending; `same` pairs are taken in their order. A function of each group of rows
/// that `same` pairs join.
Honoured honoured(const std::vector<Pair>& same, const std::vector<Pair>& apart);

}  // namespace resolve::detail
