#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor score FILE… --splink MODEL.json --pairs PAIRS.csv: what a Splink model says of given
/// pairs.
void add_score_command(CLI::App& app);

}  // namespace raptor
