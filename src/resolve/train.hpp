#pragma once

#include <cstdint>

#include "base/threads.hpp"
#include "resolve/model.hpp"
#include "resolve/table.hpp"

namespace resolve {

struct TrainOptions {
  std::uint64_t seed = 1;
  std::size_t sample_pairs = 400'000;
  int alias_rounds = 2;
  std::size_t rows_to_learn_from = 2000;  ///< smaller tables get the reference weights
  Limits limits;
  bool is_cautious = false;  ///< of the model made: see Model::is_cautious
};

/// Learns from the table itself, without labels. Tables that are too small, or in which too few
/// pairs look like one person, get shipped reference weights (Model::from_reference), which are
/// cautious: a wrong merge points at the wrong person.
/// Throws base::Error (invalid) when there is nothing to compare.
Model train(const Table& table, const TrainOptions& options, base::Threads threads);

}  // namespace resolve
