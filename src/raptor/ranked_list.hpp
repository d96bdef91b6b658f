#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "raptor/edge_list.hpp"
#include "raptor/node_list.hpp"
#include "raptor/ranking_worth.hpp"
#include "threat/prominence.hpp"

namespace raptor {

struct RankedNode {
  std::string name;
  std::uint32_t rank = 0;
  double score = 0;
  std::size_t component = 0;  ///< 1 is the largest; 0 for a node without ties
  std::size_t component_size = 1;
  std::optional<threat::Prominence> prominence;  ///< nothing for a node without ties
};

/// The people of one file as one network, highest first, ties by name; after them, with the last
/// rank, those without ties.
struct RankedList {
  std::vector<RankedNode> nodes;
  std::size_t tied_nodes = 0, ties = 0, components = 0;
  std::size_t copies = 0, path_sources = 0;
};

/// People without ties stand outside the network: percentiles are among those who have some.
RankedList rank_list(const EdgeList& edges, const NodeList& nodes,
                     const threat::ProminenceRules& rules);

/// Why a node stands where it stands, as a sentence; with the caveat where it is in the top fifth.
std::string reasons(const RankedNode& node);

/// node,score,rank,reasons
std::string to_csv(const RankedList& list);

/// How well the list puts the positive nodes first.
RankingWorth worth_of(const RankedList& list, const NodeList& truth);

}  // namespace raptor
