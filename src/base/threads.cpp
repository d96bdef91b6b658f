#include "base/threads.hpp"

#include <algorithm>
#include <thread>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "base/error.hpp"

namespace base {

Threads Threads::of_this_machine() {
  return {std::max(1, static_cast<int>(std::thread::hardware_concurrency()))};
}

void for_each_slice(std::size_t size, std::size_t grain, Threads threads,
                    const std::function<void(Slice)>& body) {
  expect(grain > 0 && threads.count > 0, "a positive grain and thread count");
  const std::size_t count = (size + grain - 1) / grain;
  const auto call = [&](std::size_t i) { body({i * grain, std::min(size, (i + 1) * grain)}); };
  if (threads.count == 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) call(i);
    return;
  }
  tbb::task_arena arena(std::min(threads.count, Threads::of_this_machine().count));
  arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, count, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          for (std::size_t i = range.begin(); i != range.end(); ++i) call(i);
        },
        tbb::simple_partitioner());
  });
}

}  // namespace base
