#pragma once

#include <span>
#include <vector>

#include "questions/chart.hpp"

namespace questions {

/// All links among some entities, but for those between two of `members`, whose own page has them.
struct LinksAmong {
  std::vector<ChartLink> links;  ///< in order of their ends
  model::Label label;            ///< of links and entities
};

LinksAmong links_among(const Index& index, std::span<const Entity> entities,
                       std::span<const Entity> members);

}  // namespace questions
