#pragma once

#include <cstddef>
#include <functional>

namespace base {

/// How many threads a computation may use. No result depends on it.
struct Threads {
  int count = 1;
  static Threads of_this_machine();
};

/// A half-open range of indices.
struct Slice {
  std::size_t begin, end;
};

/// Calls body once for each slice of [0, size), every slice `grain` long but the last, possibly at
/// the same time on several threads. The slices do not depend on the threads: a result kept per
/// slice (begin / grain) and merged in order is the same for any number of them. Exceptions of body
/// come out of the call.
void for_each_slice(std::size_t size, std::size_t grain, Threads threads,
                    const std::function<void(Slice)>& body);

}  // namespace base
