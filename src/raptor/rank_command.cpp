#include "raptor/rank_command.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "base/threads.hpp"
#include "raptor/edge_list.hpp"
#include "raptor/node_list.hpp"
#include "raptor/ranked_list.hpp"
#include "raptor/text_file.hpp"

namespace raptor {

namespace {

struct RankOptions {
  std::string edges, out, nodes;
  TruthColumn truth;
  bool json = false;
  int threads = base::Threads::of_this_machine().count;
  std::uint64_t seed = 1;
};

std::string count(std::size_t number, const std::string& one, const std::string& many) {
  return base::with_thousands(static_cast<long long>(number)) + " " + (number == 1 ? one : many);
}

nlohmann::ordered_json to_json(const RankedNode& node) {
  nlohmann::ordered_json json = {{"node", node.name},
                                 {"score", node.score},
                                 {"rank", node.rank},
                                 {"component", node.component},
                                 {"reasons", reasons(node)}};
  if (!node.prominence) return json;
  for (std::size_t m = 0; m < threat::measure_rules.size(); ++m) {
    const auto& measured = node.prominence->measures[m];
    json["measures"][std::string(threat::measure_rules[m].name)] = {
        {"value", measured.value}, {"percentile", measured.percentile}};
  }
  json["agreement"] = node.prominence->agreement;
  if (const auto& interval = node.prominence->interval) {
    json["interval"] = {interval->best, interval->worst};
  }
  return json;
}

void print_json(const RankOptions& options, const EdgeList& edges, const RankedList& list,
                const NodeList& nodes) {
  nlohmann::ordered_json json = {{"taken_as", taken_as(edges)},
                                 {"nodes", list.nodes.size()},
                                 {"ties", list.ties},
                                 {"without_ties", list.nodes.size() - list.tied_nodes},
                                 {"components", list.components},
                                 {"copies", list.copies},
                                 {"path_sources", list.path_sources},
                                 {"caveat", threat::prominence_caveat},
                                 {"out", options.out}};
  if (!options.truth.column.empty()) {
    const auto worth = worth_of(list, nodes);
    json["truth"] = {{"positives", worth.positives},
                     {"negatives", worth.negatives},
                     {"auc", worth.auc},
                     {"average_precision", worth.average_precision}};
  }
  json["ranking"] = nlohmann::ordered_json::array();
  for (const auto& node : list.nodes) json["ranking"].push_back(to_json(node));
  std::printf("%s\n", json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

void print_first(const RankedList& list) {
  std::printf("\n  rank  5 to 95 %%  agree    score  node\n");
  for (std::size_t i = 0; i < std::min<std::size_t>(10, list.tied_nodes); ++i) {
    const auto& node = list.nodes[i];
    std::string interval = "-";
    if (const auto& known = node.prominence->interval) {
      interval = std::to_string(known->best) + " to " + std::to_string(known->worst);
    }
    std::printf("  %4u  %9s  %zu of %zu  %7.3f  %s\n", node.rank, interval.c_str(),
                node.prominence->agreement, threat::agreement_max, node.score, node.name.c_str());
  }
  std::printf("\nA rank says: %s. Leaders who avoid recorded contact rank low.\n",
              std::string(threat::prominence_caveat).c_str());
}

void print_sentences(const RankOptions& options, const EdgeList& edges, const RankedList& list,
                     const NodeList& nodes) {
  std::printf("%s was read as %s: %s, %s, %s.\n", options.edges.c_str(), taken_as(edges).c_str(),
              count(list.tied_nodes, "node with ties", "nodes with ties").c_str(),
              count(list.ties, "tie", "ties").c_str(),
              count(list.components, "separate group", "separate groups").c_str());
  if (edges.self_ties > 0) {
    std::printf("%s to oneself left out.\n", count(edges.self_ties, "tie", "ties").c_str());
  }
  if (const auto untied = list.nodes.size() - list.tied_nodes; untied > 0) {
    std::printf("%s without ties, ranked last.\n", count(untied, "node", "nodes").c_str());
  }
  if (list.path_sources < list.tied_nodes) {
    std::printf("Betweenness and closeness are estimates from %zu nodes.\n", list.path_sources);
  }
  if (list.copies == 0) std::printf("The network is too large for intervals of ranks.\n");
  print_first(list);
  if (!options.truth.column.empty()) {
    const auto worth = worth_of(list, nodes);
    std::printf(
        "Against %s (%zu of %zu nodes): AUC %.4f, average precision %.4f, ties counted against.\n",
        options.truth.column.c_str(), worth.positives, worth.positives + worth.negatives, worth.auc,
        worth.average_precision);
  }
  std::printf("Written to %s.\n", options.out.c_str());
}

void rank(const RankOptions& options) {
  const auto edges = read_edge_list(read_text_file(options.edges), options.edges);
  NodeList nodes;
  if (!options.nodes.empty()) {
    nodes = read_node_list(read_text_file(options.nodes), options.nodes, options.truth);
  }
  const auto list = rank_list(edges, nodes, {.seed = options.seed, .threads = {options.threads}});
  write_text_file(options.out, to_csv(list));
  (options.json ? print_json : print_sentences)(options, edges, list, nodes);
}

}  // namespace

void add_rank_command(CLI::App& app) {
  auto* command = app.add_subcommand("rank", "who is prominent in a file of ties, without a store");
  command->footer(
      "EDGES is a table with the columns source and target (weight, kind and time if you like), a\n"
      "square matrix with labels, or rows of two names and a weight with blanks between. All of "
      "it\n"
      "is taken as one network. The ranks are of structural prominence: how many contacts a "
      "person\n"
      "has, how separate they are, whom they stand between, how near they are to everybody and "
      "how\n"
      "little their contacts know each other. Prominent in what was recorded, not proof of "
      "command.\n"
      "\n"
      "  raptor rank calls.csv --out ranks.csv\n"
      "  raptor rank edges.csv --out ranks.csv --nodes nodes.csv --truth Ranking --positive 1,2");
  // Shared, because CLI11 keeps the callback that reads them after this function has returned.
  auto options = std::make_shared<RankOptions>();
  command->add_option("EDGES", options->edges, "the file of ties")->required();
  command->add_option("--out", options->out, "where to write node,score,rank,reasons")->required();
  auto* nodes = command->add_option("--nodes", options->nodes,
                                    "a table of nodes; those without ties are ranked last");
  auto* truth = command->add_option("--truth", options->truth.column,
                                    "the column of --nodes that says who should come first");
  auto* positive = command->add_option("--positive", options->truth.values,
                                       "its values that say so, separated by commas");
  truth->needs(nodes)->needs(positive);
  positive->needs(truth);
  command->add_flag("--json", options->json, "print all of it as JSON");
  command->add_option("--threads", options->threads, "how many threads; the answer is the same")
      ->check(CLI::Range(1, 1024));
  command->add_option("--seed", options->seed, "of the copies behind the intervals of ranks");
  command->callback([options] { rank(*options); });
}

}  // namespace raptor
