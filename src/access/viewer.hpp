#pragma once

#include <string>
#include <vector>

#include "model/label.hpp"

namespace access {

/// Who asks, and what they hold: a parameter of every read. There is no other way in.
struct Viewer {
  std::string name;
  model::Tier clearance = model::Tier::official_sensitive;
  std::vector<std::string> compartments;  ///< sorted
  std::vector<std::string> groups;        ///< sorted
  bool is_custodian = false;              ///< may see what carries a label that nobody could read
};

/// Decides: the tier is within the clearance, every compartment is held, and one group of each
/// clause. Handling conditions bind what is done with a record, not whether it is seen.
bool may_see(const Viewer& viewer, const model::Label& label);

/// One text for all viewers who may see the same: they share one picture.
std::string audience_key(const Viewer& viewer);

/// What everybody in the installation may see: no compartment, no group, the lowest tier that all
/// are cleared for.
Viewer base_audience(model::Tier clearance);

/// Throws Fault::forbidden, in words, if viewer does not hold what a label asks for: nobody may put
/// in, or give out, what they could not see.
void require_holds(const Viewer& viewer, const model::Label& label);

}  // namespace access
