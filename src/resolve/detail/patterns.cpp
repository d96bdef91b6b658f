#include "resolve/detail/patterns.hpp"

#include <algorithm>

namespace resolve::detail {

namespace {

/// Open addressing; patterns are told apart by all their levels, not by their hash.
class PatternIndex {
 public:
  explicit PatternIndex(Patterns& patterns) : patterns_(patterns), slots_(1 << 16, empty) {}

  std::size_t operator()(std::span<const Level> levels) {
    if (patterns_.size() * 2 > slots_.size()) grow();
    auto slot = hash(levels) & (slots_.size() - 1);
    while (slots_[slot] != empty) {
      const auto known = patterns_[slots_[slot]];
      if (std::equal(levels.begin(), levels.end(), known.begin())) return slots_[slot];
      slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = static_cast<std::uint32_t>(patterns_.size());
    patterns_.levels.insert(patterns_.levels.end(), levels.begin(), levels.end());
    patterns_.candidates.push_back(0);
    patterns_.sampled.push_back(0);
    patterns_.drawn.push_back(0);
    return patterns_.size() - 1;
  }

 private:
  static constexpr std::uint32_t empty = ~std::uint32_t{0};

  static std::size_t hash(std::span<const Level> levels) {
    std::uint64_t value = 0x2545f4914f6cdd1d;
    for (auto level : levels) {
      value = (value ^ level) * 0x9e3779b97f4a7c15;
      value ^= value >> 32;
    }
    return value;
  }

  void grow() {
    slots_.assign(slots_.size() * 2, empty);
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      auto slot = hash(patterns_[i]) & (slots_.size() - 1);
      while (slots_[slot] != empty) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = static_cast<std::uint32_t>(i);
    }
  }

  Patterns& patterns_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace

Patterns count_patterns(std::size_t fields, std::span<const Level> candidate_levels,
                        std::span<const Level> sample_levels, std::span<const double> weights) {
  Patterns patterns;
  patterns.fields = fields;
  PatternIndex index(patterns);
  for (std::size_t at = 0; at < candidate_levels.size(); at += fields) {
    patterns.candidates[index(candidate_levels.subspan(at, fields))] += 1;
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto pattern = index(sample_levels.subspan(i * fields, fields));
    patterns.sampled[pattern] += weights[i];
    patterns.drawn[pattern] += 1;
  }
  return patterns;
}

}  // namespace resolve::detail
