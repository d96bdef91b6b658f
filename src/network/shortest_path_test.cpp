#include "network/shortest_path.hpp"

#include <doctest/doctest.h>

#include "network/detail/drawn_graph.hpp"

namespace network {

namespace {

std::string path(const char* drawing, char source, char target, Length length = Length::steps) {
  const auto found = shortest_path(drawn(drawing), drawn_node(source), drawn_node(target), length);
  return found ? letters(found->nodes) : "";
}

std::string strong_path(const char* drawing, char source, char target) {
  return path(drawing, source, target, Length::inverse_strength);
}

std::string paths(const char* drawing, const char* ends, std::size_t count,
                  Length length = Length::steps) {
  std::string text;
  for (const auto& found :
       k_shortest_paths(drawn(drawing), drawn_node(ends[0]), drawn_node(ends[1]), count, length)) {
    text += (text.empty() ? "" : " ") + letters(found.nodes);
  }
  return text;
}

}  // namespace

TEST_CASE("a shortest path, ties to the smaller node") {
  CHECK(path("a-b b-c c-d a-x x-d", 'a', 'd') == "axd");
  CHECK(path("a-b a-c b-d c-d", 'a', 'd') == "abd");
  CHECK(path("a-c a-d c-e d-b b-f e-f", 'a', 'f') == "acef");
  CHECK(path("a-b c-d", 'a', 'd') == "");
  CHECK(path("a-b", 'a', 'a') == "a");
}

TEST_CASE("strong ties are short") {
  CHECK(strong_path("a-d a-b:3 b-d:3", 'a', 'd') == "abd");  // 1/3 + 1/3 < 1
  CHECK(strong_path("a-d a-b:2 b-d:2", 'a', 'd') == "abd");  // a tie: the smaller node
  CHECK(strong_path("a-b a-c:2 c-b:2", 'a', 'b') == "ab");
  CHECK(strong_path("a-b a-c:3 c-d:3 d-b:3", 'a', 'b') == "ab");  // three thirds are a whole
  CHECK(strong_path("a-b:1e-9 b-c:1e15", 'a', 'c') == "abc");
  CHECK(strong_path("a-b c-d", 'a', 'd') == "");
}

TEST_CASE("a path has a length") {
  CHECK(shortest_path(drawn("a-b b-c"), 0, 2)->length == 2);
  CHECK(shortest_path(drawn("a-b:4 b-c:2"), 0, 2, Length::inverse_strength)->length == 0.75);
}

TEST_CASE("arrows are followed") {
  const auto graph = drawn_with_arrows("a-b b-c c-a");
  CHECK(letters(shortest_path(graph, 2, 1)->nodes) == "cab");
  CHECK(!shortest_path(drawn_with_arrows("a-b"), 1, 0));
}

TEST_CASE("the k shortest paths, shortest first, never twice through one node") {
  CHECK(paths("a-b b-d a-c c-d b-c", "ad", 9) == "abd acd abcd acbd");
  CHECK(paths("a-b b-d a-c c-d b-c", "ad", 3) == "abd acd abcd");
  CHECK(paths("a-b b-c", "ac", 3) == "abc");
  CHECK(paths("a-b c-d", "ad", 3) == "");
  CHECK(paths("a-b", "aa", 3) == "a");
  CHECK(paths("a-b", "ab", 0) == "");
  CHECK(paths("a-d a-b:4 b-d:4 a-c:3 c-d:3", "ad", 3, Length::inverse_strength) == "abd acd ad");
}

}  // namespace network
