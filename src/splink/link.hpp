#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/threads.hpp"
#include "splink/model.hpp"

namespace splink {

struct ScoredPair {
  RecordPair pair;
  double weight = 0;
};

struct Linkage {
  std::vector<ScoredPair> pairs;           ///< all that were compared, ascending
  std::vector<std::size_t> found_by_rule;  ///< pairs that share its keys, its filters apart
  std::vector<std::size_t> pairs_of_rule;  ///< those that no earlier rule found
  std::vector<std::uint32_t> entity;       ///< of each record: the first record of the same entity
};

/// Compares what the model's blocking rules find and joins records by connected components of the
/// pairs at or above the threshold, as Splink does. A function of records, model and threshold, not
/// of threads. Throws base::Error (invalid) for rules that cannot be read, or that would compare
/// more pairs than there is room for.
Linkage link(const Model& model, const std::vector<Record>& records, double threshold_probability,
             base::Threads threads, const std::function<void(double)>& progress = {});

/// Connected components of the pairs of at least this weight: the first record of each.
std::vector<std::uint32_t> components(std::size_t records, const std::vector<ScoredPair>& pairs,
                                      double weight_min);

}  // namespace splink
