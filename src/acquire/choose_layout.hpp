#pragma once

#include <span>
#include <string>

#include "layout/layout.hpp"

namespace acquire {

/// The layout of that name, or read from that file. Throws Fault::missing with the names to choose
/// from, or Fault::invalid with what is wrong in the file.
layout::Layout layout_named(const std::string& name_or_path);

/// The shipped layout all of whose required columns this header has. Of several, the one that
/// understands every header that another does, and more. Throws Fault::invalid with the layouts to
/// choose from if there is none, or it is not clear which.
layout::Layout layout_of_header(std::span<const std::string> header);

}  // namespace acquire
