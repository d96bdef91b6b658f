#include "threat/prominence_memory.hpp"

#include <cstring>

#include "base/digest.hpp"

namespace threat {

namespace {

void add(std::string& bytes, std::uint64_t number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof raw);
}

// Of what the ranking depends on: who has ties with whom, and the rules. Weights play no part.
std::string key_of(const network::Graph& graph, const ProminenceRules& rules) {
  std::string bytes;
  add(bytes, rules.seed);
  add(bytes, rules.copies_max);
  add(bytes, graph.node_count());
  for (network::Node node = 0; node < graph.node_count(); ++node) {
    const auto neighbours = graph.neighbours(node);
    add(bytes, neighbours.size());
    bytes.append(reinterpret_cast<const char*>(neighbours.data()), neighbours.size_bytes());
  }
  return base::to_hex(base::sha256(base::bytes_of(bytes)));
}

}  // namespace

ProminenceRanking ProminenceMemory::rank(const network::Graph& graph,
                                         const ProminenceRules& rules) {
  const auto key = key_of(graph, rules);
  {
    const std::lock_guard lock(mutex_);
    const auto known = rankings_.find(key);
    if (known != rankings_.end()) return known->second;
  }
  auto ranking = rank_by_prominence(graph, rules);
  const std::lock_guard lock(mutex_);
  if (rankings_.size() >= rankings_max_) rankings_.clear();
  rankings_.emplace(key, ranking);
  return ranking;
}

}  // namespace threat
