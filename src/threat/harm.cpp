#include "threat/harm.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace threat {

std::int64_t recency_thousandths(std::int64_t age_days, std::int64_t half_life_days) {
  const auto halvings = static_cast<double>(std::max<std::int64_t>(age_days, 0)) /
                        static_cast<double>(half_life_days);
  return std::llround(1000 * std::exp2(-halvings));
}

HarmScore harm_of(std::span<const Involvement> involvements, const Tables& tables,
                  base::Seconds as_at) {
  HarmScore score;
  std::map<std::uint32_t, HarmTerm> of_event;
  for (const auto& part : involvements) {
    const auto responsibility = tables.responsibility_thousandths(part.role);
    if (responsibility == 0 || part.when.value_or(as_at) > as_at) continue;
    const auto* offence = tables.offence(part.offence);
    if (offence == nullptr) {
      score.unweighted_events.push_back(part.event);
      continue;
    }
    const auto recency = recency_thousandths((as_at - part.when.value_or(as_at)) / 86400,
                                             tables.harm_half_life_days);
    const Harm harm = offence->weight * responsibility / 1000 * recency / 1000;
    const HarmTerm term{part.event, part.record, offence, part.role, responsibility, recency, harm};
    const auto [at, is_first] = of_event.emplace(part.event, term);
    if (!is_first &&
        (harm > at->second.harm || (harm == at->second.harm && part.record < at->second.record))) {
      at->second = term;
    }
  }
  for (const auto& [event, term] : of_event) {
    score.total += term.harm;
    score.terms.push_back(term);
  }
  std::stable_sort(score.terms.begin(), score.terms.end(),
                   [](const auto& a, const auto& b) { return a.harm > b.harm; });
  auto& unweighted = score.unweighted_events;
  std::sort(unweighted.begin(), unweighted.end());
  unweighted.erase(std::unique(unweighted.begin(), unweighted.end()), unweighted.end());
  return score;
}

}  // namespace threat
