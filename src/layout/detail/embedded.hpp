#pragma once

#include <cstddef>

#include "base/embedded.hpp"

namespace layout {

/// The files of data/layout, which the build makes part of the program (cmake/embed.cmake).
extern const base::EmbeddedFile embedded_files[];
extern const std::size_t embedded_file_count;

}  // namespace layout
