#include "network/graph.hpp"

#include <sstream>

#include <doctest/doctest.h>

#include "network/components.hpp"
#include "network/coreness.hpp"
#include "network/detail/drawn_graph.hpp"

namespace network {

namespace {

std::string ties_of(const Graph& graph) {
  std::ostringstream text;
  for (const auto& tie : graph.ties()) {
    text << static_cast<char>('a' + tie.source) << '-' << static_cast<char>('a' + tie.target);
    if (tie.weight != 1) text << ':' << tie.weight;
    text << ' ';
  }
  return text.str();
}

std::string components_of(const Graph& graph) { return letters(components(graph).groups()); }

std::string cores_of(const char* drawing) {
  std::string text;
  for (auto core : coreness(drawn(drawing))) text += std::to_string(core);
  return text;
}

}  // namespace

TEST_CASE("ties are merged, sorted, and never lead back to the same node") {
  CHECK(ties_of(drawn("b-a")) == "a-b ");
  CHECK(ties_of(drawn("c-a a-b b-a:2")) == "a-b:3 a-c ");
  CHECK(ties_of(drawn("a-a b-c")) == "b-c ");
  CHECK(ties_of(drawn("a-b:0")) == "");
  CHECK(ties_of(drawn_with_arrows("b-a a-b:2 b-a")) == "a-b:2 b-a:2 ");
  CHECK(ties_of(drawn_with_arrows("b-a c-a").reversed()) == "a-b a-c ");
  CHECK(ties_of(drawn("a-b:5").unweighted()) == "a-b ");
  CHECK(drawn("").node_count() == 0);
  CHECK(drawn("a d").node_count() == 4);
}

TEST_CASE("the sum of parallel ties does not depend on their order") {
  CHECK(drawn("a-b:0.1 a-b:0.2 a-b:0.3").weight(0, 1) ==
        drawn("b-a:0.3 a-b:0.2 a-b:0.1").weight(0, 1));
}

TEST_CASE("what a node has") {
  const auto graph = drawn("a-b:2 a-c:0.5 d-e");
  CHECK(graph.degree(0) == 2);
  CHECK(graph.strength(0) == 2.5);
  CHECK(graph.weight(2, 0) == 0.5);
  CHECK(graph.weight(2, 1) == 0);
  CHECK(graph.tie_count() == 3);
  CHECK(!graph.has_unit_weights());
  CHECK(drawn("a-b").has_unit_weights());
}

TEST_CASE("a subgraph keeps the ties among its members") {
  const std::vector<Node> members = {1, 2, 4};
  CHECK(ties_of(subgraph(drawn("a-b b-c:3 c-d d-e e-b"), members)) == "a-b:3 a-c ");
}

TEST_CASE("components are who can be reached") {
  CHECK(components_of(drawn("a-b c-d b-e")) == "abe cd");
  CHECK(components_of(drawn("a c")) == "a b c");
  CHECK(components_of(drawn("")) == "");
  CHECK(components_of(drawn_with_arrows("c-a b-c d-e")) == "abc de");
}

TEST_CASE("coreness is how deep in the crowd") {
  CHECK(cores_of("a-b b-c") == "111");
  CHECK(cores_of("a-b b-c c-a c-d") == "2221");
  CHECK(cores_of("a-b a-c a-d b-c b-d c-d d-e f") == "333310");
}

}  // namespace network
