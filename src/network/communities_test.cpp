#include "network/communities.hpp"

#include <doctest/doctest.h>

#include "network/detail/drawn_graph.hpp"

namespace network {

namespace {

std::string communities_of(const char* drawing, double resolution = 1) {
  return letters(communities(drawn(drawing), resolution).groups());
}

const char* const two_fours = "a-b a-c a-d b-c b-d c-d d-e e-f e-g e-h f-g f-h g-h";

}  // namespace

TEST_CASE("communities are the dense parts") {
  CHECK(communities_of(two_fours) == "abcd efgh");
  CHECK(communities_of("a-b b-c c-a") == "abc");
  CHECK(communities_of("a-b c-d") == "ab cd");
  CHECK(communities_of("a c") == "a b c");
  CHECK(communities_of("") == "");
  CHECK(communities_of("a-b:9 b-c c-d:9") == "ab cd");  // weights count
  CHECK(communities_of("a-b a-c b-c", 9) == "a b c");
}

TEST_CASE("modularity is what chance would not have put together") {
  CHECK(modularity(drawn("a-b c-d"), components(drawn("a-b c-d"))) == doctest::Approx(0.5));
  CHECK(modularity(drawn("a-b"), components(drawn("a-b"))) == doctest::Approx(0));
  CHECK(modularity(drawn("a"), components(drawn("a"))) == 0);
}

}  // namespace network
