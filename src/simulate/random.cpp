#include "simulate/random.hpp"

#include <cmath>

namespace simulate {
namespace {

std::uint64_t splitmix(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

std::uint64_t rotated(std::uint64_t value, int by) { return (value << by) | (value >> (64 - by)); }

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

}  // namespace

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t state = a ^ (b * 0xff51afd7ed558ccdULL);
  return splitmix(state);
}

Random::Random(std::uint64_t seed, std::string_view purpose,
               std::initializer_list<std::uint64_t> subject) {
  std::uint64_t state = mix(seed, hash_of(purpose));
  for (const std::uint64_t part : subject) state = mix(state, part + 1);
  for (std::uint64_t& word : state_) word = splitmix(state);
}

std::uint64_t Random::bits() {
  const std::uint64_t result = rotated(state_[1] * 5, 7) * 9;
  const std::uint64_t t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = rotated(state_[3], 45);
  return result;
}

std::uint32_t Random::below(std::uint32_t bound) {
  // Lemire's multiplication, without the rejection: a bias of 2^-32 harms nothing here.
  return static_cast<std::uint32_t>(((bits() >> 32) * bound) >> 32);
}

int Random::between(int first, int last) {
  return first + static_cast<int>(below(static_cast<std::uint32_t>(last - first + 1)));
}

double Random::unit() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

double Random::normal() {
  const double radius = std::sqrt(-2 * std::log(1 - unit()));
  return radius * std::cos(6.283185307179586 * unit());
}

int Random::poisson(double mean) {
  const double limit = std::exp(-mean);
  int count = 0;
  double product = unit();
  while (product > limit) {
    product *= unit();
    ++count;
  }
  return count;
}

std::uint32_t Random::rank(std::uint32_t size) {
  // The inverse of the integral of 1 / (x + 2) over [0, size).
  const double top = static_cast<double>(size) / 2 + 1;
  const auto found = static_cast<std::uint32_t>(2 * std::pow(top, unit()) - 2);
  return found < size ? found : size - 1;
}

std::size_t Random::weighted(std::span<const double> weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  double left = unit() * sum;
  for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return weights.size() - 1;
}

std::uint64_t shuffled(std::uint64_t index, std::uint64_t size, std::uint64_t key) {
  int half_bits = 1;
  while ((1ULL << (2 * half_bits)) < size) ++half_bits;
  const std::uint64_t mask = (1ULL << half_bits) - 1;
  do {  // a Feistel network over the next power of four, walked until it lands inside
    std::uint64_t left = index >> half_bits, right = index & mask;
    for (std::uint64_t round = 0; round < 4; ++round) {
      const std::uint64_t next = left ^ (mix(key + round, right) & mask);
      left = right;
      right = next;
    }
    index = (left << half_bits) | right;
  } while (index >= size);
  return index;
}

}  // namespace simulate
