#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "simulate/detail/events.hpp"

namespace simulate {

enum class HubKind : std::uint8_t {
  taxi,
  hostel,
  solicitor,
  phone_shop,
  school,
  letting_agent,
  primary_school,
  supermarket,
  warehouse,
  care_home,
};
constexpr std::uint32_t hub_kinds = 10;
std::string_view name_of(HubKind kind);

/// The innocent places and firms that everybody has to do with: one of each kind for each town, at
/// index town * hub_kinds + kind. Their people stay at the hostel, their cars are the taxis; what
/// employs many belongs to nobody in the region.
std::vector<Organisation> plan_hubs(const RegionSettings& settings, const Places& places,
                                    Population& population);

constexpr std::uint32_t hub_index(std::uint32_t town, HubKind kind) {
  return town * hub_kinds + static_cast<std::uint32_t>(kind);
}

}  // namespace simulate
