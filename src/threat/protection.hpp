#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "model/vocabulary.hpp"

namespace threat {

/// Why somebody stands in the protection list and in no ranking.
enum class ProtectionReason {
  under_18,
  victim,
  referred,
  missing_child,
  child_at_the_time,  ///< all that they are suspected of happened while they were under 18
  earnings_taken,     ///< wages paid to them go on to somebody within days, again and again
};

/// A record that says so; `event` is the caller's number (of the mention for under_18, where it is
/// a date of birth).
struct ProtectionLine {
  ProtectionReason reason;
  std::uint32_t event, record;
  auto operator<=>(const ProtectionLine&) const = default;
};

/// A date of birth as one record gives it.
struct StatedBirth {
  base::Date date;
  std::uint32_t mention, record;
};

/// A part in an event that may protect.
struct ProtectingPart {
  model::LinkRole role;
  std::uint32_t event, record;
  std::optional<base::Seconds> when;
};

/// All lines that protect this person at that date, sorted; none: the person may be ranked. Age may
/// only protect: of several dates of birth one that makes them a child is enough, if it is stated a
/// quarter as often as the commonest; and somebody missing whose age nobody states counts as a
/// child.
std::vector<ProtectionLine> protection_of(std::span<const StatedBirth> births,
                                          std::span<const ProtectingPart> parts,
                                          base::Seconds as_at);

/// Whole years between a birth and a day; an unknown month or day counts as the last, so that doubt
/// protects.
int age_on(base::Date birth, base::Date day);

}  // namespace threat

template <>
struct base::EnumNames<threat::ProtectionReason> {
  static constexpr std::array<std::string_view, 6> names = {
      "under_18", "victim", "referred", "missing_child", "child_at_the_time", "earnings_taken"};
};
