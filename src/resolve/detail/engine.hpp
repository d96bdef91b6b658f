#pragma once

#include <optional>
#include <vector>

#include "resolve/detail/candidates.hpp"
#include "resolve/detail/comparer.hpp"
#include "resolve/detail/encoded_table.hpp"
#include "resolve/detail/keys.hpp"
#include "resolve/model.hpp"
#include "resolve/resolve.hpp"
#include "resolve/train.hpp"

namespace resolve::detail {

/// A table with its keys: what training and resolving both start from. The keys refer to the table.
struct Prepared {
  Prepared(const Table& table, base::Threads threads);
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  EncodedTable table;
  std::vector<KeyFamily> keys;
  mutable Memories memories;
};

/// Candidates and their levels under a model, as far as they are at hand.
struct Compared {
  std::optional<Candidates> candidates;
  std::vector<Level> levels;
};

struct Trained {
  Model model;
  Compared compared;
};
Trained train_prepared(const Prepared& prepared, const TrainOptions& options,
                       base::Threads threads);

/// What is not at hand is worked out.
Resolution resolve_prepared(const Prepared& prepared, const Model& model, Compared compared,
                            const Constraints& constraints, base::Threads threads);

/// Throws base::Error (invalid) unless the model was made for columns like the table's.
void expect_same_fields(const EncodedTable& table, const Model& model);

}  // namespace resolve::detail
