#include "raptor/machine.hpp"

#include <chrono>

#include <pwd.h>
#include <unistd.h>

namespace raptor {

std::string user_of_this_machine() {
  const auto* entry = getpwuid(getuid());
  return entry != nullptr ? entry->pw_name : "uid " + std::to_string(getuid());
}

base::Seconds clock_now() {
  using std::chrono::system_clock;
  return std::chrono::duration_cast<std::chrono::seconds>(system_clock::now().time_since_epoch())
      .count();
}

}  // namespace raptor
