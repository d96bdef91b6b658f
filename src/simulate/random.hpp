#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace simulate {

/// Numbers that look random and are the same everywhere: xoshiro256** (Blackman and Vigna 2018),
/// seeded by splitmix64 from a seed, a purpose and what it is for. So whatever concerns person 17
/// is drawn from a stream of its own, and neither order nor threads can change it.
class Random {
 public:
  Random(std::uint64_t seed, std::string_view purpose,
         std::initializer_list<std::uint64_t> subject = {});

  std::uint64_t bits();
  std::uint32_t below(std::uint32_t bound);  ///< in [0, bound); bound is not 0
  int between(int first, int last);          ///< both included
  double unit();                             ///< in [0, 1)
  bool chance(double probability) { return unit() < probability; }
  double normal();                         ///< mean 0, deviation 1 (Box and Muller 1958)
  int poisson(double mean);                ///< Knuth's, for means below about 30
  std::uint32_t rank(std::uint32_t size);  ///< in [0, size), about as 1 / (rank + 2) (Zipf)

  template <class Range>
  const auto& pick(const Range& range) {
    return range[below(static_cast<std::uint32_t>(std::size(range)))];
  }

  /// An index, each as likely as its weight says.
  std::size_t weighted(std::span<const double> weights);

 private:
  std::uint64_t state_[4];
};

/// A number of 64 bits that depends on all of these.
std::uint64_t mix(std::uint64_t a, std::uint64_t b);

/// The place of `index` in a fixed shuffling of [0, size): no two indices share one. Needs size
/// below 2^32. What is numbered in order of making is so handed out without showing that order.
std::uint64_t shuffled(std::uint64_t index, std::uint64_t size, std::uint64_t key);

}  // namespace simulate
