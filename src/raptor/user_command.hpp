#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor user add, list, grant, disable, enable, password: the accounts of the server, by whoever
/// can open the store's folder.
void add_user_command(CLI::App& app);

}  // namespace raptor
