#pragma once

#include <CLI/App.hpp>

namespace raptor {

/// raptor simulate: writes a fictitious region, with its truth beside it, into a folder.
void add_simulate_command(CLI::App& app);

}  // namespace raptor
