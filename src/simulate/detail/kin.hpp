#pragma once

#include <utility>
#include <vector>

#include "simulate/detail/population.hpp"

namespace simulate {

/// Who is of one family, as far as the population says.
class Kin {
 public:
  explicit Kin(const Population& population);

  /// The household, then brothers and sisters, uncles and aunts, cousins; each once.
  std::vector<PersonId> of(PersonId person) const;

 private:
  void add_children(PersonId parent, std::vector<PersonId>& found) const;

  const Population& population_;
  std::vector<std::pair<PersonId, PersonId>> children_;  // parent and child, sorted
};

}  // namespace simulate
