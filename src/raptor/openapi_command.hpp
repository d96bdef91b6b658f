#pragma once

#include <CLI/CLI.hpp>

namespace raptor {

/// `raptor openapi`: what may be asked of the server, as OpenAPI describes it.
void add_openapi_command(CLI::App& app);

}  // namespace raptor
