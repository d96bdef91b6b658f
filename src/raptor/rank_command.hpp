#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor rank EDGES.csv --out ranks.csv: who is prominent in a file of ties, without a store.
void add_rank_command(CLI::App& app);

}  // namespace raptor
