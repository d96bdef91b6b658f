#pragma once

#include <cstdint>
#include <vector>

#include "resolve/detail/patterns.hpp"

namespace resolve::detail {

/// What learning finds, in double precision and log2.
struct Learned {
  /// Share of each level among matches and among strangers, where both sides are known.
  std::vector<std::vector<double>> among_matches, among_strangers;
  struct Lift {
    std::size_t first, second;
    std::vector<std::vector<double>> log_lift;  ///< [group of first][group of second]
  };
  std::vector<Lift> lifts;  ///< a forest over the fields
  double prior = 0;         ///< log2 odds that a random pair of rows is a match
  double matches = 0;       ///< expected among the candidates
};

struct LearningTask {
  std::vector<Kind> kinds;          ///< by field
  double pairs = 0;                 ///< of the whole table
  Learned start;                    ///< shares to start from; matches' shares are also a weak prior
  const Learned* before = nullptr;  ///< what an earlier round has found, to go on from
};

/// Maximum likelihood of matches' shares and of the prior by EM on the candidates' patterns, with
/// strangers' shares from the sample, weighted by the posterior of not being a match (Winkler
/// 1988; u by sampling as in Splink). Dependence among strangers is a maximum spanning tree of
/// log-lifts of joint agreement, each estimated with posteriors that ignore both of its fields.
Learned learn(const Patterns& patterns, const LearningTask& task);

}  // namespace resolve::detail
