#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor evaluate: a store's picture against the truth of the simulated region it was made from.
void add_evaluate_command(CLI::App& app);

}  // namespace raptor
