#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "resolve/model.hpp"
#include "resolve/table.hpp"

namespace resolve {

/// One step of the way from the prior to the score.
struct Reason {
  std::string field;       ///< of a dependence: both, joined by " and "
  std::string comparison;  ///< the level in words
  Bits weight = 0;
};

/// Why two rows are one person, or are not: prior + weights of the reasons = total.
struct Explanation {
  Bits prior = 0;
  std::vector<Reason> reasons;  ///< every comparison, in the order of the model's fields
  Bits total = 0;
  double probability = 0;
};

/// Explains many pairs of one table. Table and model must outlive it. One thread at a time.
class Explainer {
 public:
  /// Throws base::Error (invalid) when the model was made for other columns.
  Explainer(const Table& table, const Model& model);
  ~Explainer();
  Explainer(Explainer&&) noexcept;

  Explanation operator()(std::uint32_t left, std::uint32_t right) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace resolve
