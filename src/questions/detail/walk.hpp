#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "questions/paths.hpp"

namespace questions {

/// Lengths are whole numbers, so that equal lengths are equal. A link between two people is two
/// half steps, so that two people and what they share are one step.
using Units = std::int64_t;
constexpr Units units_per_step = 720720;

/// A link that a path may take.
struct Leg {
  Entity to;
  int half_steps;
  Units length;
};

/// Where a path may go from an entity under the options.
class Walk {
 public:
  Walk(const Index& index, const PathOptions& options);

  /// In order of entity, each once. A view into this walk until the next call.
  const std::vector<Leg>& legs(Entity from);
  /// When that leg can be taken by whoever is ready at `now`; nothing if never.
  std::optional<base::Seconds> earliest(Entity from, Entity to, base::Seconds now) const;
  bool is_hub(Entity entity) const;

 private:
  void add_ties(Entity from);
  void add_stated(Entity from);
  void add_stated(Entity from, Entity to, const picture::EntityLink& link);
  std::optional<double> strength(const Pair& pair) const;
  Units length(double strength) const;

  const Index& index_;
  const PathOptions& options_;
  std::uint32_t kinds_;
  std::vector<Leg> legs_;
};

}  // namespace questions
