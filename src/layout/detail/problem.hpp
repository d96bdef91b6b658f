#pragma once

#include <string>

#include "base/date.hpp"
#include "layout/reading.hpp"

namespace layout {

/// Why a text is not of that form, to stand behind it in a sentence; empty for text, which anything
/// is.
std::string problem_of(Form form, base::DateOrder order);

}  // namespace layout
