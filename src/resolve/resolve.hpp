#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/threads.hpp"
#include "resolve/model.hpp"
#include "resolve/table.hpp"
#include "resolve/train.hpp"

namespace resolve {

using RowPair = std::pair<std::uint32_t, std::uint32_t>;

/// What analysts have decided, as rows of the table. Honoured without exception; where `same` pairs
/// would join two rows that are `different`, the rows stay apart and a warning says so.
struct Constraints {
  std::vector<RowPair> same, different;
};

struct Resolution {
  std::vector<std::uint32_t> entity;  ///< of each row: the smallest row of the same entity
  std::size_t candidate_pairs = 0;
  std::size_t likely_pairs = 0;  ///< candidates whose posterior is above the model's threshold
  /// Candidates in two entities that the score alone holds for one person, ascending: what caution
  /// or the rest of their entities kept apart, and nobody has decided to be two. For people to look
  /// at.
  std::vector<RowPair> doubts;
  std::vector<std::string> warnings;  ///< sentences
};

/// Which rows are one person. A function of table, model and constraints: not of threads or build.
/// Throws base::Error (invalid) when the model was made for other columns.
Resolution resolve(const Table& table, const Model& model, const Constraints& constraints,
                   base::Threads threads);

struct TrainedResolution {
  Model model;
  Resolution resolution;
};
/// The same as train and then resolve, without preparing the table twice.
TrainedResolution train_and_resolve(const Table& table, const TrainOptions& options,
                                    const Constraints& constraints, base::Threads threads);

}  // namespace resolve
