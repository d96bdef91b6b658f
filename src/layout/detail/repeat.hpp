#pragma once

#include <nlohmann/json.hpp>

namespace layout {

/// Writes out the groups under "repeat": what they hold goes into the file's own columns, mentions
/// and links, `count` times, with 1, 2, … in place of each '#'.
void expand_repeats(nlohmann::ordered_json& file);

}  // namespace layout
