#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor import-all MANIFEST.csv: every file that a manifest lists, each through its layout and on
/// its legal basis.
void add_import_all_command(CLI::App& app);

}  // namespace raptor
