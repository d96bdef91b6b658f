#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/threads.hpp"
#include "network/graph.hpp"

namespace threat {

/// To be said wherever a rank by prominence is shown.
inline constexpr std::string_view prominence_caveat =
    "prominent in what was recorded, not proof of command";

enum class Measure { degree, separate_contacts, betweenness, closeness, constraint };

/// A measure, how much of the score it is, and whether it counts in the agreement: separate
/// contacts is a second reading of degree, so the two would agree with themselves.
struct MeasureRule {
  Measure measure;
  std::string_view name;
  double share;
  bool counts_in_agreement;
};

// clang-format off
inline constexpr std::array<MeasureRule, 5> measure_rules = {{
    {Measure::degree,            "contacts",           0.15, true},
    {Measure::separate_contacts, "separate contacts",  0.15, false},
    {Measure::betweenness,       "betweenness",        0.25, true},
    {Measure::closeness,         "harmonic closeness", 0.25, true},
    {Measure::constraint,        "constraint",         0.20, true},  // reversed: low is prominent
}};
// clang-format on
inline constexpr std::size_t agreement_max = 4;

struct MeasuredValue {
  double value = 0;       ///< constraint of a node without ties is NaN
  double percentile = 0;  ///< 0 to 100, high is prominent (so low constraint is); ties averaged
  bool in_top_tenth = false;
};

/// Ranks between which a node stood in 90 % of the copies of its network.
struct RankInterval {
  std::uint32_t best = 0, worst = 0;
  bool operator==(const RankInterval&) const = default;
};

struct Prominence {
  std::array<MeasuredValue, measure_rules.size()> measures;  ///< in the order of measure_rules
  double score = 0;                      ///< the weighted sum of normal scores, in whole millionths
  std::uint32_t rank = 0;                ///< 1 + how many score higher
  std::size_t agreement = 0;             ///< how many of four measures have it in their top tenth
  std::optional<RankInterval> interval;  ///< of the top fifth only: elsewhere it covers too little
};

struct ProminenceRules {
  std::uint64_t seed = 1;
  std::size_t copies_max = 200;
  base::Threads threads;
};

struct ProminenceRanking {
  std::vector<Prominence> nodes;  ///< by node
  std::size_t copies = 0;         ///< behind the intervals; 0 where there are none
  std::size_t path_sources = 0;   ///< fewer than the nodes: closeness and betweenness are sampled
};

/// Structural prominence of everybody in one network, as if all of it were known.
///
/// Ties are merged and have no direction. Each measure becomes a percentile within the network
/// (ties averaged, (rank - 1/2) / nodes), then a normal score, and the score is their weighted sum.
/// Nothing is fitted. The five measures leave the weights of ties alone: how often two people were
/// recorded together says how they were watched. (Unweighted gives the published figures of Project
/// Caviar, AUC .83 and average precision .65; strength for degree, 1 / weight as length or weighted
/// constraint each gives less AUC there.)
///
/// The interval is of the rank over copies of the network with a fifth of the ties deleted at
/// random by the seed: 200, or as many as a fixed amount of work allows, and none where that is
/// under 20. Values within a billionth of each other are equal. The same graph and seed give the
/// same answer for any number of threads.
ProminenceRanking rank_by_prominence(const network::Graph& graph,
                                     const ProminenceRules& rules = {});

/// What the rank rests on, as one sentence without the caveat.
std::string prominence_sentence(const Prominence& prominence);

}  // namespace threat
