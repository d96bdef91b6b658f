#pragma once

#include "base/embedded.hpp"

namespace threat {

extern const base::EmbeddedFile embedded_files[];
extern const std::size_t embedded_file_count;

}  // namespace threat
