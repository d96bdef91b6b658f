#pragma once

#include <span>
#include <string>

#include "layout/layout.hpp"

namespace acquire {

/// The layout of that name, or read from that file. Throws Fault::missing with the names to choose
/// from, or Fault::invalid with what is wrong in the file.
layout::Layout layout_named(const std::string& name_or_path);

/// The only shipped layout all of whose required columns this header has. Throws Fault::invalid
/// with the layouts to choose from if there is none, or more than one.
layout::Layout layout_of_header(std::span<const std::string> header);

}  // namespace acquire
