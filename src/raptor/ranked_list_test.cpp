#include "raptor/ranked_list.hpp"

#include <doctest/doctest.h>

namespace {

raptor::RankedList ranked(const char* ties, const raptor::NodeList& nodes = {}, int threads = 1) {
  return raptor::rank_list(raptor::read_edge_list(ties, "ties"), nodes, {.threads = {threads}});
}

// "1 b, 2 a, 2 c"
std::string order(const raptor::RankedList& list) {
  std::string text;
  for (const auto& node : list.nodes) {
    text += (text.empty() ? "" : ", ") + std::to_string(node.rank) + " " + node.name;
  }
  return text;
}

}  // namespace

TEST_CASE("highest first, ties by name, those without ties last") {
  CHECK(order(ranked("c b\nb a\n")) == "1 b, 2 a, 2 c");
  CHECK(order(ranked("c b\nb a\n", {"node", {{"x", false}, {"d", false}}})) ==
        "1 b, 2 a, 2 c, 4 d, 4 x");
  CHECK(order(ranked("a a\n")) == "1 a");
  CHECK(ranked("c b\nb a\nz z\n").nodes.back().score < ranked("c b\nb a\n").nodes.back().score);
}

TEST_CASE("people outside the main group rank too, and it is said") {
  const auto list = ranked("a b\nb c\nx y\n");
  CHECK(list.components == 2);
  CHECK(list.nodes.back().name == "y");
  CHECK(list.nodes.back().component == 2);
  CHECK(raptor::reasons(list.nodes.back()).find("apart from the main group, in one of 2") !=
        std::string::npos);
  CHECK(raptor::reasons(list.nodes.front()).find("not proof of command") != std::string::npos);
}

TEST_CASE("the same file whatever the order of rows and the number of threads") {
  const auto once = raptor::to_csv(ranked("a b 1\nb c 2\nc d 1\nd e 1\ne b 3\n"));
  CHECK(once == raptor::to_csv(ranked("e b 3\nd e 1\nb c 2\nc d 1\na b 1\n", {}, 2)));
  CHECK(once.substr(0, 34) == "node,score,rank,reasons\nb,1.281552");
}

TEST_CASE("a name that a spreadsheet would run as a formula is disarmed") {
  CHECK(raptor::to_csv(ranked("=1+1 b\n")).find("'=1+1") != std::string::npos);
}
