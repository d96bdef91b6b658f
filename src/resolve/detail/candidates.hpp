#pragma once

#include <utility>
#include <vector>

#include "base/threads.hpp"
#include "resolve/detail/keys.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

struct Pair {
  Row left, right;
  auto operator<=>(const Pair&) const = default;
};

struct Candidates {
  std::vector<Pair> pairs;       ///< left < right, ascending
  std::size_t crowded_keys = 0;  ///< shared by more rows than the limit, so not looked under
};

/// The pairs most worth comparing: for each row, the rows with which it shares the rarest keys
/// (sum over shared keys of log2(rows / rows with the key), each family counted in part). Ties go
/// to the smaller row. A pair is a candidate if either row has chosen the other.
Candidates find_candidates(const std::vector<KeyFamily>& families, std::size_t rows,
                           const Limits& limits, base::Threads threads);

}  // namespace resolve::detail
