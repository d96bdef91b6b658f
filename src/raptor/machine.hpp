#pragma once

#include <string>

#include "base/date.hpp"

namespace raptor {

/// Who is signed in to this machine.
std::string user_of_this_machine();

/// The clock of this machine. Only commands look at it; what they call is handed the time.
base::Seconds clock_now();

}  // namespace raptor
