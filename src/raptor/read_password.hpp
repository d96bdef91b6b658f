#pragma once

#include <string>

namespace raptor {

/// One line of standard input; on a terminal it is asked for and not shown. Never an argument of a
/// command: those are seen by everybody on the machine, and kept in the shell's history.
std::string read_password();

}  // namespace raptor
