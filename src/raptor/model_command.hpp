#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor model FILE.json: what a model file says, ours or Splink's, and writing it as another.
void add_model_command(CLI::App& app);

}  // namespace raptor
