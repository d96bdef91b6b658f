#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace simulate {

extern const base::EmbeddedFile embedded_files[];
extern const std::size_t embedded_file_count;

/// The text of a file of data/simulate.
std::string_view embedded_file(std::string_view name);

/// Calls use(words of the line) for each line that is neither empty nor a remark.
template <class Use>
void for_each_line(std::string_view text, Use use) {
  for (const std::string_view line : base::split(text, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    use(base::split(base::trim(line), ' '));
  }
}

}  // namespace simulate
