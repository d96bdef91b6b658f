#include "access/viewer.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace access {

namespace {

bool holds(const std::vector<std::string>& held, const std::string& name) {
  return std::binary_search(held.begin(), held.end(), name);
}

}  // namespace

bool may_see(const Viewer& viewer, const model::Label& label) {
  if (label.tier == model::Tier::unreadable && !viewer.is_custodian) return false;
  if (label.tier != model::Tier::unreadable && label.tier > viewer.clearance) return false;
  const auto held = [&](const auto& name) { return holds(viewer.compartments, name); };
  if (!std::all_of(label.compartments.begin(), label.compartments.end(), held)) return false;
  return std::all_of(label.groups.begin(), label.groups.end(), [&](const auto& clause) {
    return std::any_of(clause.begin(), clause.end(),
                       [&](const auto& group) { return holds(viewer.groups, group); });
  });
}

std::string audience_key(const Viewer& viewer) {
  const model::Label held{
      .tier = viewer.clearance, .compartments = viewer.compartments, .groups = {viewer.groups}};
  return model::to_key(held) + (viewer.is_custodian ? "custodian" : "");
}

Viewer base_audience(model::Tier clearance) { return {.name = "everyone", .clearance = clearance}; }

void require_holds(const Viewer& viewer, const model::Label& label) {
  const auto held = [&](const auto& name) { return holds(viewer.compartments, name); };
  const auto missing = std::find_if_not(label.compartments.begin(), label.compartments.end(), held);
  if (missing != label.compartments.end()) {
    throw base::Error(base::Fault::forbidden, "you do not hold compartment " + *missing +
                                                  "; ask its owner to grant it to you");
  }
  if (!may_see(viewer, label) && label.tier != model::Tier::unreadable) {
    throw base::Error(base::Fault::forbidden, "you are not cleared for what this label asks for");
  }
}

}  // namespace access
