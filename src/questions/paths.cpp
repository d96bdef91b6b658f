#include "questions/paths.hpp"

#include <algorithm>

#include "network/shortest_path.hpp"
#include "questions/chart.hpp"
#include "questions/detail/writing.hpp"

namespace questions {

PathFinder::PathFinder(const Index& index) : index_(index) {
  for (const auto& pair : index.pairs()) {
    people_.push_back(pair.left);
    people_.push_back(pair.right);
  }
  std::sort(people_.begin(), people_.end());
  people_.erase(std::unique(people_.begin(), people_.end()), people_.end());
  const auto node_of = [&](Entity person) {
    return static_cast<network::Node>(std::lower_bound(people_.begin(), people_.end(), person) -
                                      people_.begin());
  };
  std::vector<network::Tie> ties;
  ties.reserve(index.pairs().size());
  for (const auto& pair : index.pairs())
    ties.push_back({node_of(pair.left), node_of(pair.right), std::max(0.001F, pair.strength)});
  graph_ = network::Graph::undirected(people_.size(), ties);
}

std::size_t PathFinder::memory_bytes() const {
  return people_.size() * (sizeof(Entity) + sizeof(std::size_t)) +
         graph_.arc_count() * (sizeof(network::Node) + sizeof(double));
}

Answer PathFinder::paths(Entity from, Entity to, const PathOptions& options) const {
  const Writing writing(index_);
  Sources sources(index_);
  Answer answer;
  Json found = Json::array();
  const auto node_of = [&](Entity person) -> std::optional<network::Node> {
    const auto at = std::lower_bound(people_.begin(), people_.end(), person);
    if (at == people_.end() || *at != person) return {};
    return static_cast<network::Node>(at - people_.begin());
  };
  const auto source = node_of(from), target = node_of(to);
  if (source && target && from != to) {
    const auto length =
        options.by_strength ? network::Length::inverse_strength : network::Length::steps;
    for (const auto& path :
         network::k_shortest_paths(graph_, *source, *target, options.count, length)) {
      if (path.nodes.size() > options.length_max + 1) continue;
      Json people = Json::array(), links = Json::array();
      for (auto node : path.nodes) people.push_back(writing.who(people_[node]));
      for (std::size_t i = 0; i + 1 < path.nodes.size(); ++i) {
        const auto link = link_between(index_, people_[path.nodes[i]], people_[path.nodes[i + 1]],
                                       {.records = false}, sources);
        if (!link) continue;
        links.push_back(to_json(index_, *link));
        answer.records += link->records.records.size();
      }
      found.push_back({{"steps", path.nodes.size() - 1},
                       {"people", std::move(people)},
                       {"links", std::move(links)}});
    }
  }
  answer.label = sources.label();
  answer.body = {{"from", writing.who(from)},
                 {"to", writing.who(to)},
                 {"says", found.empty() ? "no path in what you may see" : ""},
                 {"paths", std::move(found)}};
  return answer;
}

}  // namespace questions
