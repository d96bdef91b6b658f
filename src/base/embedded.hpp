#pragma once

#include <cstddef>
#include <string_view>

namespace base {

/// A data file (a layout, a table of weights) that the build made part of the program.
struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};

}  // namespace base
