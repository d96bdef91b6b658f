#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor picture: who is who, in which networks, ranked by harm, with reasons.
void add_picture_command(CLI::App& app);

}  // namespace raptor
