#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

void add_serve_command(CLI::App& app);

}  // namespace raptor
