#pragma once

#include <memory>
#include <vector>

#include "resolve/detail/candidates.hpp"
#include "resolve/detail/comparer.hpp"
#include "resolve/detail/encoded_table.hpp"
#include "resolve/detail/keys.hpp"
#include "resolve/model.hpp"
#include "resolve/resolve.hpp"
#include "resolve/train.hpp"

namespace resolve::detail {

/// A table with its keys and candidates: what training and resolving both start from.
struct Prepared {
  EncodedTable table;
  std::vector<KeyFamily> keys;
  Candidates candidates;
  std::unique_ptr<Memories> memories;
};
Prepared prepare(const Table& table, const Limits& limits, base::Threads threads);

struct Trained {
  Model model;
  std::vector<Level> levels;  ///< of the candidates, under the model; empty if not at hand
};
Trained train_prepared(const Prepared& prepared, const TrainOptions& options,
                       base::Threads threads);

/// `levels` of the candidates under the model, or empty to have them compared.
Resolution resolve_prepared(const Prepared& prepared, const Model& model, std::vector<Level> levels,
                            const Constraints& constraints, base::Threads threads);

/// Throws base::Error (invalid) unless the model was made for columns like the table's.
void expect_same_fields(const EncodedTable& table, const Model& model);

}  // namespace resolve::detail
