#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// raptor audit verify, raptor audit log: whether the log is whole and agrees with the data, and
/// what it says.
void add_audit_command(CLI::App& app);

}  // namespace raptor
