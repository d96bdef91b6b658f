#pragma once

#include <compare>
#include <cstdint>

namespace base {

/// A row of the store. Never leaves it: outside, things are named by opaque references
/// (store/reference.hpp).
template <class Kind>
struct Id {
  std::int64_t value = 0;
  auto operator<=>(const Id&) const = default;
};

}  // namespace base
