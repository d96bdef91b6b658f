#pragma once

#include <string>
#include <string_view>

namespace gallery::detail {

/// Appends a part with its length, so that no two lists of parts make one text.
inline void add_part(std::string& text, std::string_view part) {
  text += std::to_string(part.size());
  text += ':';
  text += part;
}

}  // namespace gallery::detail
