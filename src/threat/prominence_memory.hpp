#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

#include "threat/prominence.hpp"

namespace threat {

/// rank_by_prominence, remembered: pictures of several audiences, and of one day after another,
/// have most of their networks in common. A ranking is a pure function of ties and rules, so it
/// does not matter whose picture asked first. Any number of threads may ask.
class ProminenceMemory {
 public:
  explicit ProminenceMemory(std::size_t rankings_max = 4000) : rankings_max_(rankings_max) {}

  ProminenceRanking rank(const network::Graph& graph, const ProminenceRules& rules);

 private:
  const std::size_t rankings_max_;  ///< beyond, all is forgotten
  std::mutex mutex_;
  std::map<std::string, ProminenceRanking> rankings_;
};

}  // namespace threat
