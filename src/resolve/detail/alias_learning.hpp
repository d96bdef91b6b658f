#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>

#include "base/threads.hpp"
#include "resolve/detail/candidates.hpp"
#include "resolve/detail/comparer.hpp"
#include "resolve/detail/encoded_table.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// Which words stand for which (thomas, tom) in pairs that are the same person beyond doubt:
/// log2(P(right | left, match) / P(right)), the smaller of both directions, for words left over on
/// either side.
std::map<std::pair<std::string, std::string>, Bits> learn_aliases(const EncodedTable& table,
                                                                  const Comparer& comparer,
                                                                  std::span<const Pair> sure_pairs,
                                                                  Memories& memories,
                                                                  base::Threads threads);

}  // namespace resolve::detail
