#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"

namespace accounts {

/// The files of data/accounts, which the build makes part of the program (cmake/embed.cmake).
extern const base::EmbeddedFile embedded_files[];
extern const std::size_t embedded_file_count;

std::string_view embedded(std::string_view name);
std::vector<std::string_view> embedded_lines(std::string_view name);

}  // namespace accounts
