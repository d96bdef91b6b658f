#include "base/error.hpp"

#include <cstdio>
#include <cstdlib>

namespace base {

void expect(bool truth, const char* what_was_expected) {
  if (truth) return;
  std::fprintf(stderr, "raptor: internal error, please report it: expected %s\n",
               what_was_expected);
  std::abort();
}

}  // namespace base
