#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/app.hpp"
#include "model/jotting.hpp"

namespace api {

/// A note or a view, and how it was taken back, if it was.
struct Kept {
  model::Jotting jotting;
  std::optional<model::Jotting> withdrawal;
};

/// Those of one kind that the viewer may see, the latest first.
std::vector<Kept> jottings_of(const App& app, const access::Viewer& viewer,
                              model::JottingKind kind);

/// The one of that name that stands; throws Fault::missing if there is none.
model::Jotting standing_jotting(const App& app, const access::Viewer& viewer,
                                model::JottingKind kind, const std::string& name);

/// Saves a new one under a name of its own, with its entry in the log.
model::Jotting keep(const App& app, model::Jotting jotting, const std::string& action);

/// Takes one back, in the name of the viewer, who may see it.
model::Jotting withdraw(const App& app, const access::Viewer& viewer, model::Jotting jotting,
                        const std::string& reason, const std::string& action);

}  // namespace api
