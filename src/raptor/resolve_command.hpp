#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor resolve FILE.csv… --id COLUMN --out entities.csv: which rows are one person, without a
/// store.
void add_resolve_command(CLI::App& app);

}  // namespace raptor
