#include "network/networks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "network/communities.hpp"
#include "network/components.hpp"

namespace network {

namespace {

using Members = std::vector<Node>;
constexpr std::uint32_t nowhere = 0xffffffffU;

Members named(const Members& local, const Members& names) {
  Members members;
  for (Node node : local) members.push_back(names[node]);
  return members;
}

// Half of a connected crowd, grown from its strongest member by whoever is tied most to those taken
// (Karypis & Kumar 1998, greedy graph growing). Ties go to the smaller node.
Division cut_by_growth(const Graph& crowd) {
  std::vector<double> pull(crowd.node_count());
  std::vector<bool> is_taken(crowd.node_count());
  Node next = 0;
  for (Node node = 1; node < pull.size(); ++node) {
    if (crowd.strength(node) > crowd.strength(next)) next = node;
  }
  for (std::size_t taken = 0; taken < pull.size() / 2; ++taken) {
    if (taken > 0) {
      next = nowhere;
      for (Node node = 0; node < pull.size(); ++node) {
        if (!is_taken[node] && (next == nowhere || pull[node] > pull[next])) next = node;
      }
    }
    is_taken[next] = true;
    const auto neighbours = crowd.neighbours(next);
    for (std::size_t i = 0; i < neighbours.size(); ++i)
      pull[neighbours[i]] += crowd.weights(next)[i];
  }
  std::vector<Tie> inside;
  for (const auto& tie : crowd.ties()) {
    if (is_taken[tie.source] == is_taken[tie.target]) inside.push_back(tie);
  }
  return components(Graph::undirected(crowd.node_count(), inside));
}

// What a graph falls into when whatever is too large is divided until it is not.
class Parts {
 public:
  Parts(const Graph& graph, const NetworkRules& rules) : graph_(graph), rules_(rules) {
    for (auto& members : components(graph).groups()) {
      if (members.size() >= rules_.people_min) divide(std::move(members));
    }
  }
  std::vector<Members> take() { return std::move(parts_); }

 private:
  void divide(Members members) {
    std::vector<Members> waiting = {std::move(members)};
    const auto first = parts_.size();
    while (!waiting.empty()) {
      const auto crowd = std::move(waiting.back());
      waiting.pop_back();
      if (rules_.people_max == 0 || crowd.size() <= rules_.people_max) {
        parts_.push_back(crowd);
        continue;
      }
      const auto inside = subgraph(graph_, crowd);
      auto division = communities(inside);
      if (division.group_count == 1) division = cut_by_growth(inside);
      for (const auto& group : division.groups()) waiting.push_back(named(group, crowd));
    }
    std::sort(parts_.begin() + static_cast<std::ptrdiff_t>(first), parts_.end());
    if (parts_.size() - first > 1) join_small(first);
  }

  // From the first on, in order of their smallest member.
  void join_small(std::size_t first) {
    std::map<Node, std::size_t> part_of;
    for (auto part = first; part < parts_.size(); ++part) {
      for (Node node : parts_[part]) part_of[node] = part;
    }
    for (auto part = first; part < parts_.size(); ++part) {
      if (parts_[part].empty() || parts_[part].size() >= rules_.people_min) continue;
      if (const auto host = host_for(part, part_of)) {
        for (Node node : parts_[part]) part_of[node] = *host;
        parts_[*host].insert(parts_[*host].end(), parts_[part].begin(), parts_[part].end());
        std::sort(parts_[*host].begin(), parts_[*host].end());
        parts_[part].clear();
      }
    }
  }

  std::optional<std::size_t> host_for(std::size_t part,
                                      const std::map<Node, std::size_t>& part_of) {
    std::map<std::size_t, double> weight_to;
    for (Node node : parts_[part]) {
      const auto neighbours = graph_.neighbours(node);
      for (std::size_t i = 0; i < neighbours.size(); ++i) {
        weight_to[part_of.at(neighbours[i])] += graph_.weights(node)[i];
      }
    }
    std::optional<std::size_t> best;
    for (const auto& [other, weight] : weight_to) {
      if (other == part || parts_[other].size() + parts_[part].size() > rules_.people_max) continue;
      if (!best || weight > weight_to[*best]) best = other;
    }
    return best;
  }

  const Graph& graph_;
  const NetworkRules& rules_;
  std::vector<Members> parts_;
};

// Someone who would be a member of a further network, and how strongly.
struct Candidate {
  double share;
  Node node;
};

// Asks of everybody, by the networks as they were divided, where else they belong.
class Overlaps {
 public:
  Overlaps(const Graph& graph, const std::vector<Members>& networks, const NetworkRules& rules)
      : graph_(graph), rules_(rules), home_(graph.node_count(), nowhere) {
    for (std::uint32_t i = 0; i < networks.size(); ++i) {
      for (Node node : networks[i]) home_[node] = i;
    }
    candidates_.resize(networks.size());
    for (Node node = 0; node < graph.node_count(); ++node) ask(node);
  }

  void add_to(std::vector<Members>& networks) {
    for (std::size_t i = 0; i < networks.size(); ++i) {
      std::stable_sort(candidates_[i].begin(), candidates_[i].end(),
                       [](const auto& a, const auto& b) { return a.share > b.share; });
      for (const auto& candidate : candidates_[i]) {
        if (rules_.people_max > 0 && networks[i].size() >= rules_.people_max) break;
        networks[i].push_back(candidate.node);
      }
      std::sort(networks[i].begin(), networks[i].end());
    }
  }

 private:
  struct Reach {
    double weight = 0;
    std::size_t contacts = 0;
  };

  void ask(Node node) {
    std::map<std::uint32_t, Reach> reached;
    const auto neighbours = graph_.neighbours(node);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      auto& reach = reached[home_[neighbours[i]]];
      reach.weight += graph_.weights(node)[i];
      ++reach.contacts;
    }
    const double at_home = home_[node] == nowhere ? 0 : reached[home_[node]].weight;
    for (const auto& [other, reach] : reached) {
      if (other == nowhere || other == home_[node] || reach.contacts < 2) continue;
      if (reach.weight < rules_.overlap_share * at_home) continue;
      candidates_[other].push_back({at_home > 0 ? reach.weight / at_home : reach.weight, node});
    }
  }

  const Graph& graph_;
  const NetworkRules& rules_;
  std::vector<std::uint32_t> home_;
  std::vector<std::vector<Candidate>> candidates_;
};

Graph without_hubs(const Graph& graph, std::size_t contacts_max) {
  if (contacts_max == 0) return graph;
  std::vector<Tie> ties;
  for (const auto& tie : graph.ties()) {
    if (graph.degree(tie.source) <= contacts_max && graph.degree(tie.target) <= contacts_max) {
      ties.push_back(tie);
    }
  }
  return Graph::undirected(graph.node_count(), ties);
}

}  // namespace

std::vector<std::vector<Node>> find_networks(const Graph& graph, const NetworkRules& rules) {
  base::expect(!graph.is_directed(), "an undirected graph for networks");
  auto networks = Parts(without_hubs(graph, rules.hub_contacts_max), rules).take();
  std::erase_if(networks, [&](const auto& members) { return members.size() < rules.people_min; });
  Overlaps(graph, networks, rules).add_to(networks);
  std::sort(networks.begin(), networks.end());
  return networks;
}

}  // namespace network
