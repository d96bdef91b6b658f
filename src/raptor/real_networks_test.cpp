// What the rank is worth on networks whose leaders are known. The data may not be copied here;
// where it is absent the test says so and passes.
#include <filesystem>
#include <set>

#include <doctest/doctest.h>

#include "raptor/edge_list.hpp"
#include "raptor/ranked_list.hpp"
#include "raptor/text_file.hpp"

namespace {

const std::string folder = RAPTOR_SOURCE_DIR "/../shared/data/networks/";

bool is_absent(const std::string& file) {
  if (std::filesystem::exists(folder + file)) return false;
  MESSAGE("skipped: there is no " << folder << file);
  return true;
}

raptor::RankedList ranked(const std::string& file, const raptor::NodeList& nodes = {}) {
  return raptor::rank_list(raptor::read_edge_list(raptor::read_text_file(folder + file), file),
                           nodes, {.threads = {2}});
}

}  // namespace

TEST_CASE("Project Caviar: the mastermind first, the named roles ahead") {
  if (is_absent("morselli_caviar.csv")) return;
  raptor::NodeList roles;
  for (const char* node : {"1",  "3", "12", "83", "86", "87", "84", "88", "89", "106", "85", "6",
                           "11", "5", "8",  "76", "77", "82", "96", "17", "80", "33",  "16"}) {
    roles.nodes.emplace(node, true);
  }
  const auto list = ranked("morselli_caviar.csv");
  CHECK(list.nodes.size() == 110);
  CHECK(list.nodes[0].name == "1");
  const auto worth = raptor::worth_of(list, roles);
  CHECK(worth.positives == 23);
  CHECK(worth.auc >= 0.82);
  CHECK(worth.average_precision >= 0.64);
}

TEST_CASE("the London gang: its core ahead") {
  if (is_absent("london_gang/edges.csv")) return;
  const auto nodes = raptor::read_node_list(
      raptor::read_text_file(folder + "london_gang/nodes.csv"), "nodes.csv", {"Ranking", "1,2"});
  const auto list = ranked("london_gang/edges.csv", nodes);
  CHECK(list.nodes.size() == 54);
  CHECK(list.nodes[0].name == "1");
  const auto worth = raptor::worth_of(list, nodes);
  CHECK(worth.positives == 7);
  CHECK(worth.auc >= 0.87);
  CHECK(worth.average_precision >= 0.55);
}

TEST_CASE("the centres of smaller rings come first") {
  if (is_absent("morselli_siren.csv") || is_absent("natajaran_cocaine.csv")) return;
  CHECK(ranked("morselli_siren.csv").nodes[0].name == "1");
  CHECK(ranked("natajaran_cocaine.csv").nodes[0].name == "Kay");
}

TEST_CASE("ties without a header") {
  if (is_absent("montagna/meetings.txt")) return;
  const auto list = ranked("montagna/meetings.txt");
  CHECK(list.nodes.size() > 90);
  CHECK(list.nodes.front().prominence->interval);
}
