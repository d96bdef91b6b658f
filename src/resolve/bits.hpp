#pragma once

#include <cmath>
#include <cstdint>

namespace resolve {

/// Evidence in fixed point: one_bit is a factor of two in the odds. Sums are exact, so that a score
/// does not depend on the order in which its reasons are added.
using Bits = std::int64_t;
constexpr Bits one_bit = 1 << 16;

inline Bits to_bits(double bits) { return std::llround(bits * static_cast<double>(one_bit)); }
inline double to_double(Bits bits) {
  return static_cast<double>(bits) / static_cast<double>(one_bit);
}

/// A probability in fixed point.
using Share = std::int64_t;
constexpr Share whole = 1 << 30;

inline double probability(Bits odds) { return 1 / (1 + std::exp2(-to_double(odds))); }
inline Share share(Bits odds) {
  return std::llround(probability(odds) * static_cast<double>(whole));
}

}  // namespace resolve
