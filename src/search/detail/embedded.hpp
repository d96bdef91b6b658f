#pragma once

#include "base/embedded.hpp"

namespace search {

/// data/search/*, written into the program by the build (cmake/embed.cmake).
extern const base::EmbeddedFile embedded_files[];
extern const std::size_t embedded_file_count;

}  // namespace search
