#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace raptor {

void add_openapi_command(CLI::App& app);

/// The OpenAPI document of every route that `raptor serve` has, as JSON.
std::string openapi_text();

}  // namespace raptor
