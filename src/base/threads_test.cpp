#include "base/threads.hpp"

#include <numeric>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

namespace {

std::vector<std::size_t> sums_per_slice(std::size_t size, std::size_t grain, int threads) {
  std::vector<std::size_t> sums((size + grain - 1) / grain);
  base::for_each_slice(size, grain, {threads}, [&](base::Slice slice) {
    for (auto i = slice.begin; i < slice.end; ++i) sums[slice.begin / grain] += i;
  });
  return sums;
}

}  // namespace

TEST_CASE("slices are the same for any number of threads") {
  CHECK(sums_per_slice(10, 4, 1) == std::vector<std::size_t>{6, 22, 17});
  CHECK(sums_per_slice(10, 4, 3) == std::vector<std::size_t>{6, 22, 17});
  CHECK(sums_per_slice(0, 4, 2).empty());
}

TEST_CASE("an exception in a slice reaches the caller") {
  const auto fail = [](base::Slice) { throw std::runtime_error("no"); };
  CHECK_THROWS_AS(base::for_each_slice(10, 1, {2}, fail), std::runtime_error);
}
