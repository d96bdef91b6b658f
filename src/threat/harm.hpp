#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "model/vocabulary.hpp"
#include "threat/tables.hpp"

namespace threat {

/// Someone's part in an event, as one record says it.
struct Involvement {
  std::uint32_t event;       ///< the caller's number for it
  std::uint32_t record;      ///< the caller's number for the record that says so
  std::string_view offence;  ///< key of the offence table
  model::LinkRole role;
  std::optional<base::Seconds> when;
};

/// One summand of a harm score: weight x responsibility x recency. Events without a date count as
/// of the date asked for (they cannot be shown to be old).
struct HarmTerm {
  std::uint32_t event, record;
  const OffenceWeight* offence;
  model::LinkRole role;
  std::int64_t responsibility_thousandths, recency_thousandths;
  Harm harm;
};

struct HarmScore {
  Harm total = 0;
  std::vector<HarmTerm> terms;  ///< greatest first; ties by event
  /// Events whose offence has no weight: shown, never silently dropped.
  std::vector<std::uint32_t> unweighted_events;
};

/// Sums over events: of several parts in one event the gravest counts, once. What happened after
/// `as_at` does not.
HarmScore harm_of(std::span<const Involvement> involvements, const Tables& tables,
                  base::Seconds as_at);

/// 1000 at age 0, 500 at the half-life; exponential, in whole thousandths.
std::int64_t recency_thousandths(std::int64_t age_days, std::int64_t half_life_days);

}  // namespace threat
