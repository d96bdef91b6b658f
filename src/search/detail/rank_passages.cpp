#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "search/detail/match_passages.hpp"
#include "search/detail/rank.hpp"

namespace search::detail {

namespace {

struct RankedPassage {
  std::size_t side;
  PassageMatch match;
};

// In full or not at all, then as a phrase, then close together, then late, then by reference.
bool stands_before(const std::vector<Side>& sides, const RankedPassage& a, const RankedPassage& b) {
  const auto &left = sides[a.side].content->reports, &right = sides[b.side].content->reports;
  const auto rank = [](const Reports& reports, const PassageMatch& match) {
    return std::tuple(-std::popcount(match.met), !match.in_order, match.span,
                      -std::max(reports.row(match.passage).when, -INT64_MAX));
  };
  const auto left_rank = rank(left, a.match), right_rank = rank(right, b.match);
  if (left_rank != right_rank) return left_rank < right_rank;
  return a.side == b.side ? a.match.passage < b.match.passage
                          : left.key(a.match.passage) < right.key(b.match.passage);
}

PassageHit hit_of(const Side& side, const PassageMatch& match, const std::vector<TextPart>& parts) {
  const auto& reports = side.content->reports;
  const auto& row = reports.row(match.passage);
  PassageHit hit{side.layer, row.record, std::string(reports.key(match.passage)), {}, {}};
  if (row.when != no_time) hit.when = row.when;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if ((match.met >> p & 1) == 0) hit.unmet.push_back(parts[p].asked);
  }
  return hit;
}

std::vector<RankedPassage> visible_matches(const std::vector<Side>& sides,
                                           const std::vector<TextPart>& parts) {
  std::vector<RankedPassage> candidates;
  for (std::size_t s = 0; s < sides.size(); ++s) {
    const auto& reports = sides[s].content->reports;
    const auto* hidden = sides[s].hidden_records;
    for (const auto& match : match_passages(reports, parts)) {
      const auto record = reports.row(match.passage).record;
      if (hidden != nullptr && record < hidden->size() && (*hidden)[record]) continue;
      candidates.push_back({s, match});
    }
  }
  return candidates;
}

}  // namespace

FoundPassages find_passages(const std::vector<Side>& sides, const Interpretation& query,
                            const Filter& filter, Page page) {
  FoundPassages found;
  const auto parts = text_parts_of(query);
  auto candidates = visible_matches(sides, parts);
  int most_met = 0;
  for (const auto& [side, match] : candidates) {
    most_met = std::max(most_met, std::popcount(match.met));
  }
  // Reports have many words: only those that meet as many parts as any does are an answer.
  const auto missed = parts.size() - static_cast<std::size_t>(most_met);
  if (!may_miss(parts.size(), missed)) return found;
  std::map<std::string, std::size_t> forces;
  std::erase_if(candidates, [&](const RankedPassage& candidate) {
    const auto& reports = sides[candidate.side].content->reports;
    const auto when = reports.row(candidate.match.passage).when;
    if (std::popcount(candidate.match.met) < most_met || !in_window(filter, when, when))
      return true;
    const std::string force(reports.force(candidate.match.passage));
    ++forces[force];
    return !filter.forces.empty() &&
           std::find(filter.forces.begin(), filter.forces.end(), force) == filter.forces.end();
  });
  found.facets.forces.assign(forces.begin(), forces.end());
  found.total = candidates.size();
  const auto end = std::min(candidates.size(), page.position + page.limit);
  std::partial_sort(
      candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(end), candidates.end(),
      [&](const RankedPassage& a, const RankedPassage& b) { return stands_before(sides, a, b); });
  for (auto i = page.position; i < end; ++i) {
    found.hits.push_back(hit_of(sides[candidates[i].side], candidates[i].match, parts));
  }
  return found;
}

}  // namespace search::detail
