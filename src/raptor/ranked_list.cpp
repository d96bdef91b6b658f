#include "raptor/ranked_list.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/csv.hpp"
#include "network/components.hpp"
#include "network/graph.hpp"
#include "threat/normal_score.hpp"

namespace raptor {

namespace {

struct Component {
  std::size_t number = 0, size = 0;
};

// By group of the division: the largest is 1, of equal ones that with the first name.
std::vector<Component> numbered_by_size(const network::Division& division) {
  std::vector<Component> all(division.group_count);
  for (auto group : division.group_of) ++all[group].size;
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return all[a].size > all[b].size; });
  for (std::size_t i = 0; i < order.size(); ++i) all[order[i]].number = i + 1;
  return all;
}

// Below what a node lowest in every measure would get.
double score_without_ties(std::size_t tied_nodes) {
  return threat::normal_score(0.5 / static_cast<double>(tied_nodes + 1));
}

void add_without_ties(const std::vector<std::string>& names, RankedList& list) {
  const auto rank = static_cast<std::uint32_t>(list.nodes.size() + 1);
  const double score = score_without_ties(list.tied_nodes);
  for (const auto& name : names) list.nodes.push_back({.name = name, .rank = rank, .score = score});
}

void add_ranked(const network::Graph& graph, const std::vector<std::string>& names,
                const threat::ProminenceRules& rules, RankedList& list) {
  const auto ranking = threat::rank_by_prominence(graph, rules);
  list.copies = ranking.copies;
  list.path_sources = ranking.path_sources;
  const auto division = network::components(graph);
  const auto numbered = numbered_by_size(division);
  list.components = division.group_count;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto& prominence = ranking.nodes[i];
    const auto& component = numbered[division.group_of[i]];
    list.nodes.push_back({names[i], prominence.rank, prominence.score, component.number,
                          component.size, prominence});
  }
  std::stable_sort(list.nodes.begin(), list.nodes.end(),
                   [](const auto& a, const auto& b) { return a.rank < b.rank; });
}

std::string shown(double score) {
  char text[64];
  std::snprintf(text, sizeof text, "%.6f", score);
  return text;
}

}  // namespace

RankedList rank_list(const EdgeList& edges, const NodeList& nodes,
                     const threat::ProminenceRules& rules) {
  const auto everybody = network::Graph::undirected(edges.names.size(), edges.ties);
  std::vector<network::Node> tied;
  std::vector<std::string> tied_names, untied_names;
  for (network::Node node = 0; node < edges.names.size(); ++node) {
    const bool has_ties = everybody.degree(node) > 0;
    if (has_ties) tied.push_back(node);
    (has_ties ? tied_names : untied_names).push_back(edges.names[node]);
  }
  for (const auto& [name, is_positive] : nodes.nodes) {
    if (!std::binary_search(edges.names.begin(), edges.names.end(), name)) {
      untied_names.push_back(name);
    }
  }
  std::sort(untied_names.begin(), untied_names.end());

  RankedList list;
  list.tied_nodes = tied.size();
  list.ties = everybody.tie_count();
  add_ranked(network::subgraph(everybody, tied), tied_names, rules, list);
  add_without_ties(untied_names, list);
  return list;
}

std::string reasons(const RankedNode& node) {
  if (!node.prominence) return "No ties in this file, so nothing can be said; last.";
  auto text = threat::prominence_sentence(*node.prominence);
  if (node.component > 1) {
    text += "; apart from the main group, in one of " + std::to_string(node.component_size);
  }
  if (node.prominence->interval) text += "; " + std::string(threat::prominence_caveat);
  return text + ".";
}

std::string to_csv(const RankedList& list) {
  std::string text = "node,score,rank,reasons\n";
  for (const auto& node : list.nodes) {
    // The score goes in as it is: it is ours, and no formula though it may begin with a minus.
    text += base::csv_cell(node.name) + "," + shown(node.score) + "," + std::to_string(node.rank) +
            "," + base::csv_cell(reasons(node)) + "\n";
  }
  return text;
}

RankingWorth worth_of(const RankedList& list, const NodeList& truth) {
  std::vector<Scored> all;
  for (const auto& node : list.nodes) {
    const auto found = truth.nodes.find(node.name);
    all.push_back({node.score, found != truth.nodes.end() && found->second});
  }
  return worth_of(std::move(all));
}

}  // namespace raptor
