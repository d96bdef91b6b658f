#pragma once

#include <cstdint>
#include <span>

namespace resolve {

struct Accuracy {
  double precision = 1, recall = 1, f1 = 1;
};

/// Entities against a known truth. Over entities, not over compared pairs: what blocking missed is
/// missed. B-cubed after Bagga and Baldwin (1998).
struct Evaluation {
  Accuracy pairwise, b_cubed;
  std::size_t rows = 0;
  std::size_t entities = 0, true_entities = 0;
  std::size_t largest_entity = 0, largest_true_entity = 0;
};

/// Both spans: a label a row, equal for rows of one entity.
Evaluation evaluate(std::span<const std::uint32_t> found, std::span<const std::uint32_t> truth);

}  // namespace resolve
