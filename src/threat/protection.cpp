#include "threat/protection.hpp"

#include <algorithm>
#include <map>

namespace threat {

namespace {

constexpr int adult_age = 18;

base::Date day_of(base::Seconds time) {
  const auto days = time >= 0 ? time / 86400 : (time - 86399) / 86400;
  return base::date_of_day_number(static_cast<std::int32_t>(days));
}

// The dates of birth that are stated at least a quarter as often as the commonest: one slip of the
// keys among many records does not protect, but a dispute does (children are often booked in as
// adults).
std::vector<StatedBirth> credible(std::span<const StatedBirth> births) {
  std::map<base::Date, int> counts;
  for (const auto& birth : births) ++counts[birth.date];
  int most = 0;
  for (const auto& [date, count] : counts) most = std::max(most, count);
  std::vector<StatedBirth> kept;
  std::copy_if(births.begin(), births.end(), std::back_inserter(kept),
               [&](const auto& birth) { return 4 * counts[birth.date] >= most; });
  return kept;
}

bool is_child(const std::vector<StatedBirth>& births, base::Seconds at) {
  return std::any_of(births.begin(), births.end(),
                     [&](const auto& birth) { return age_on(birth.date, day_of(at)) < adult_age; });
}

std::optional<ProtectionReason> reason_of(const ProtectingPart& part,
                                          const std::vector<StatedBirth>& births,
                                          base::Seconds as_at) {
  if (part.role == model::LinkRole::victim_of) return ProtectionReason::victim;
  if (part.role == model::LinkRole::referred_in) return ProtectionReason::referred;
  const bool was_missing = part.role == model::LinkRole::missing_in;
  if (was_missing && (births.empty() || is_child(births, part.when.value_or(as_at))))
    return ProtectionReason::missing_child;
  return {};
}

bool is_offender(model::LinkRole role) {
  using model::LinkRole;
  return role == LinkRole::suspect_in || role == LinkRole::arrested_for ||
         role == LinkRole::charged_with || role == LinkRole::convicted_of;
}

void add_what_a_child_did(const std::vector<StatedBirth>& births,
                          std::span<const ProtectingPart> parts, base::Seconds as_at,
                          std::vector<ProtectionLine>& lines) {
  std::vector<ProtectionLine> found;
  for (const auto& part : parts) {
    if (!is_offender(part.role) || part.when.value_or(as_at) > as_at) continue;
    if (!part.when || !is_child(births, *part.when)) return;
    found.push_back({ProtectionReason::child_at_the_time, part.event, part.record});
  }
  lines.insert(lines.end(), found.begin(), found.end());
}

}  // namespace

int age_on(base::Date birth, base::Date day) {
  const int month = birth.month == 0 ? 12 : birth.month,
            day_of_month = birth.day == 0 ? 31 : birth.day;
  const bool had_birthday = day.month > month || (day.month == month && day.day >= day_of_month);
  return day.year - birth.year - (had_birthday ? 0 : 1);
}

std::vector<ProtectionLine> protection_of(std::span<const StatedBirth> births,
                                          std::span<const ProtectingPart> parts,
                                          base::Seconds as_at) {
  std::vector<ProtectionLine> lines;
  const auto stated = credible(births);
  for (const auto& birth : stated) {
    if (age_on(birth.date, day_of(as_at)) < adult_age) {
      lines.push_back({ProtectionReason::under_18, birth.mention, birth.record});
    }
  }
  for (const auto& part : parts) {
    if (part.when.value_or(as_at) > as_at) continue;
    if (const auto reason = reason_of(part, stated, as_at))
      lines.push_back({*reason, part.event, part.record});
  }
  add_what_a_child_did(stated, parts, as_at, lines);
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

}  // namespace threat
