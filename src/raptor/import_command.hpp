#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor import FILE…: files of many forces to records in the store; raptor layouts: what the
/// columns of a file may mean.
void add_import_command(CLI::App& app);

}  // namespace raptor
