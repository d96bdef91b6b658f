#include "network/match_networks.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace network {

namespace {

constexpr std::size_t least_share_divisor = 3;

struct Pair {
  Continuation match;
  std::size_t together;  // how many people the two have between them
};

// Whole numbers multiplied crosswise: no rounding decides which network lives on.
bool is_closer(const Pair& a, const Pair& b) {
  const auto left = a.match.shared * b.together, right = b.match.shared * a.together;
  if (left != right) return left > right;
  if (a.match.shared != b.match.shared) return a.match.shared > b.match.shared;
  if (a.match.before != b.match.before) return a.match.before < b.match.before;
  return a.match.after < b.match.after;
}

std::vector<Pair> overlapping(std::span<const MemberKeys> before,
                              std::span<const MemberKeys> after) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> networks_of;
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (auto member : before[i]) networks_of[member].push_back(i);
  }
  std::vector<Pair> pairs;
  for (std::size_t k = 0; k < after.size(); ++k) {
    std::map<std::size_t, std::size_t> shared;
    for (auto member : after[k]) {
      const auto found = networks_of.find(member);
      if (found == networks_of.end()) continue;
      for (auto i : found->second) ++shared[i];
    }
    for (const auto& [i, count] : shared) {
      const auto together = before[i].size() + after[k].size() - count;
      if (count * least_share_divisor >= together) pairs.push_back({{i, k, count}, together});
    }
  }
  return pairs;
}

}  // namespace

std::vector<Continuation> match_networks(std::span<const MemberKeys> before,
                                         std::span<const MemberKeys> after) {
  auto pairs = overlapping(before, after);
  std::sort(pairs.begin(), pairs.end(), is_closer);
  std::vector<bool> is_continued(before.size()), is_continuation(after.size());
  std::vector<Continuation> matches;
  for (const auto& pair : pairs) {
    if (is_continued[pair.match.before] || is_continuation[pair.match.after]) continue;
    is_continued[pair.match.before] = is_continuation[pair.match.after] = true;
    matches.push_back(pair.match);
  }
  std::sort(matches.begin(), matches.end(),
            [](const auto& a, const auto& b) { return a.after < b.after; });
  return matches;
}

}  // namespace network
