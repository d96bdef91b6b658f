#pragma once

#include "simulate/detail/everyday.hpp"
#include "simulate/detail/handles.hpp"
#include "simulate/detail/identifiers.hpp"
#include "simulate/detail/networks.hpp"

namespace simulate {

/// All that is true of a region, for its truth files and its story.
struct Region {
  const RegionSettings& settings;
  const Names& names;
  const Places& places;
  const Population& population;
  const Plan& plan;
  const Everyday& everyday;
  const Identifiers& identifiers;
  const Livelihoods& livelihoods;
  const Handles& handles;
};

/// truth/people, networks, members, phases, phones, vehicles, organisations, hard_cases (CSV).
void write_truth(const Region& region, const std::vector<std::uint32_t>& mentions_of, Sink& sink);
/// STORY.md: what is hidden in the region, for whoever teaches with it.
void write_story(const Region& region, const RegionFigures& figures, Sink& sink);

}  // namespace simulate
