#include "splink/link.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "base/text.hpp"
#include "splink/blocking.hpp"

namespace splink {

namespace {

constexpr std::size_t pairs_max = 200'000'000;  // 16 bytes each

void require_room(const Blocking& blocking, const Settings& settings) {
  std::size_t pairs = 0;
  for (std::size_t rule = 0; rule < blocking.rules(); ++rule) {
    pairs += blocking.pairs_at_most(rule);
    if (pairs <= pairs_max) continue;
    throw base::Error(base::Fault::invalid,
                      "the blocking rules find more than " +
                          base::with_thousands(static_cast<long long>(pairs_max)) +
                          " pairs, the last straw being " +
                          base::quoted(settings.blocking_rules[rule].condition, 300) +
                          "; make it narrower");
  }
}

}  // namespace

std::vector<std::uint32_t> components(std::size_t records, const std::vector<ScoredPair>& pairs,
                                      double weight_min) {
  std::vector<std::uint32_t> parent(records);
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t row) {
    while (parent[row] != row) row = parent[row] = parent[parent[row]];
    return row;
  };
  for (const auto& scored : pairs) {
    if (!(scored.weight >= weight_min)) continue;
    const auto a = root(scored.pair.left), b = root(scored.pair.right);
    parent[std::max(a, b)] = std::min(a, b);
  }
  for (std::uint32_t row = 0; row < records; ++row) parent[row] = root(row);
  return parent;
}

Linkage link(const Model& model, const std::vector<Record>& records, double threshold_probability,
             base::Threads threads, const std::function<void(double)>& progress) {
  if (model.settings().blocking_rules.empty()) {
    throw base::Error(base::Fault::invalid,
                      "the Splink model has no blocking_rules_to_generate_predictions, so it does "
                      "not say which pairs to compare; add one");
  }
  const Blocking blocking(model, records);
  require_room(blocking, model.settings());
  Linkage linkage;
  for (std::size_t rule = 0; rule < blocking.rules(); ++rule) {
    std::vector<std::vector<ScoredPair>> found(blocking.slices());
    base::for_each_slice(found.size(), 1, threads, [&](base::Slice slice) {
      for (const auto& pair : blocking.pairs(rule, slice.begin)) {
        const auto score = model.score(records[pair.left], records[pair.right]);
        found[slice.begin].push_back({pair, score.weight});
      }
    });
    linkage.found_by_rule.push_back(blocking.pairs_at_most(rule));
    const auto before = linkage.pairs.size();
    for (const auto& part : found)
      linkage.pairs.insert(linkage.pairs.end(), part.begin(), part.end());
    linkage.pairs_of_rule.push_back(linkage.pairs.size() - before);
    if (progress) progress(static_cast<double>(rule + 1) / static_cast<double>(blocking.rules()));
  }
  std::sort(linkage.pairs.begin(), linkage.pairs.end(),
            [](const ScoredPair& a, const ScoredPair& b) { return a.pair < b.pair; });
  const auto weight_min = std::log2(threshold_probability / (1 - threshold_probability));
  linkage.entity = components(records.size(), linkage.pairs, weight_min);
  return linkage;
}

}  // namespace splink
