#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace raptor {

/// The day that an option names; nothing if it was not given. Throws Fault::invalid for what is no
/// whole day.
std::optional<base::Date> day_option(const std::string& option, const std::string& text);

}  // namespace raptor
