#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/threads.hpp"
#include "resolve/bits.hpp"
#include "resolve/detail/candidates.hpp"

namespace resolve::detail {

struct Edge {
  Pair pair;
  Share posterior;
};

/// What one component's clustering asks about rows. One maker a thread.
struct Judge {
  std::function<Share(Row, Row)> posterior;
  /// May these two sets of rows be one person, by fields on which a person has one value?
  std::function<bool(std::span<const Row>, std::span<const Row>)> compatible;
};

struct LinkageTask {
  std::size_t rows = 0;
  std::vector<Edge> edges;      ///< ascending by pair; those below merge_above are of no use
  std::vector<Pair> same;       ///< decided: merged first
  std::vector<Pair> different;  ///< decided: never together
  Share merge_above = 0;
};

/// The cluster of each row, named by its smallest row: average linkage (UPGMA) on posteriors, every
/// cross pair of two clusters counted whether it was a candidate or not, the best pair of clusters
/// first, while the mean is above merge_above. A pure function of each component.
std::vector<Row> link(const LinkageTask& task, const std::function<Judge()>& make_judge,
                      base::Threads threads);

}  // namespace resolve::detail
