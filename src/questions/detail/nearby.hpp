#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "questions/chart.hpp"

namespace questions {

/// An entity one link away, with no more than it takes to choose among many.
struct Near {
  Entity entity;
  std::size_t count;  ///< how many times records link the two
  std::optional<base::Seconds> first, last;
};

/// Everything one link away, in order of entity. Linear in the links of the entity.
std::vector<Near> nearby(const Index& index, Entity entity, const LinkFilter& filter);

/// Orders the most recorded first.
bool is_nearer(const Near& left, const Near& right);

}  // namespace questions
