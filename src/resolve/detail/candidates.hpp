#pragma once

#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "base/threads.hpp"
#include "resolve/detail/chooser.hpp"
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

/// The pairs most worth comparing: for each row, the rows with which it shares the rarest keys (sum
/// of detail::KeyWorth over shared keys). Ties go to the smaller row. A pair is a candidate if
/// either row has chosen the other.
Candidates find_candidates(const std::vector<KeyFamily>& families, std::size_t rows,
                           const Model& model, base::Threads threads);

/// Hands each row its best choices, at most `most`, in no order, on any thread; answers how many
/// keys were crowded.
std::size_t for_each_choice(const std::vector<KeyFamily>& families, std::size_t rows,
                            const Model& model, std::size_t most, base::Threads threads,
                            const std::function<void(Row, std::span<const Choice>)>& sink);

/// How many rows each row chooses at the most.
std::size_t choices_max(const Limits& limits);

}  // namespace resolve::detail
