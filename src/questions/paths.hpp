#pragma once

#include <cstddef>
#include <vector>

#include "network/graph.hpp"
#include "questions/answer.hpp"
#include "questions/index.hpp"

namespace questions {

struct PathOptions {
  std::size_t count = 3;       ///< how many paths at most, the shortest first
  std::size_t length_max = 6;  ///< in ties
  bool by_strength = false;    ///< strong ties are short; otherwise every tie is one step
};

/// How people are connected, through people. Made once of an index, which must outlive it; any
/// number of threads may ask.
class PathFinder {
 public:
  explicit PathFinder(const Index& index);

  /// Paths between two people without a repeated person, each tie with its records. None is none in
  /// what the picture's reader may see. Anybody who has no ties has no paths.
  Answer paths(Entity from, Entity to, const PathOptions& options) const;

  std::size_t memory_bytes() const;

 private:
  const Index& index_;
  std::vector<Entity> people_;  // by node, ascending
  network::Graph graph_;
};

}  // namespace questions
