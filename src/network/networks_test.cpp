#include "network/networks.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "network/components.hpp"
#include "network/detail/drawn_graph.hpp"
#include "network/match_networks.hpp"
#include "network/project_events.hpp"

namespace network {

namespace {

std::string networks(const char* drawing, const NetworkRules& rules = {}) {
  return letters(find_networks(drawn(drawing), rules));
}

NetworkRules at_most(std::size_t people) { return {.people_max = people}; }

// "a-b:0.5 …" of events given as the letters of who was there.
std::string ties_of_events(std::initializer_list<const char*> events,
                           std::size_t people_max = 150) {
  std::vector<Attendance> attendances;
  std::uint64_t number = 0;
  for (std::string people : events) {
    for (char person : people) attendances.push_back({number, drawn_node(person)});
    ++number;
  }
  std::string text;
  for (const auto& tie : project_events(attendances, people_max).ties) {
    text += letters(std::vector<Node>{tie.source}) + "-" + letters(std::vector<Node>{tie.target}) +
            ":" + std::to_string(tie.weight).substr(0, 4) + " ";
  }
  return text;
}

// "0>1" for each network that lives on.
std::string lives_on(std::vector<MemberKeys> before, std::vector<MemberKeys> after) {
  std::string text;
  for (const auto& match : match_networks(before, after)) {
    text += (text.empty() ? "" : " ") + std::to_string(match.before) + ">" +
            std::to_string(match.after);
  }
  return text;
}

const char* const two_fours = "a-b a-c a-d b-c b-d c-d d-e e-f e-g e-h f-g f-h g-h";

}  // namespace

TEST_CASE("a network is three people or more whom ties connect") {
  CHECK(networks("a-b b-c") == "abc");
  CHECK(networks("a-b") == "");
  CHECK(networks("a-b c-d d-e f") == "cde");
  CHECK(networks("a-b b-c d-e e-f f-d") == "abc def");
  CHECK(networks("") == "");
}

TEST_CASE("more people than a network may have are divided into communities") {
  CHECK(networks(two_fours) == "abcdefgh");
  CHECK(networks(two_fours, at_most(8)) == "abcdefgh");
  CHECK(networks(two_fours, at_most(7)) == "abcd efgh");
  CHECK(networks("a-b b-c c-a c-d d-e", at_most(4)) == "abc");  // d and e find no room
  CHECK(networks("a-b b-c c-a c-d d-e e-f f-d", at_most(5)) == "abc def");
}

TEST_CASE("a crowd that no communities divide is cut by growth") {
  CHECK(networks("a-b a-c a-d a-e a-f b-c b-d b-e b-f c-d c-e c-f d-e d-f e-f", at_most(4)) ==
        "abcd adef");
}

TEST_CASE("strong ties to a neighbouring network make a member of both") {
  // i sits in the first four and knows two of the second nearly as well.
  const auto both = std::string(two_fours) + " i-a i-b i-c i-f i-g";
  CHECK(networks(both.c_str(), at_most(8)) == "abcdi efghi");
  const auto weak = std::string(two_fours) + " i-a:2 i-b:2 i-c:2 i-f i-g";
  CHECK(networks(weak.c_str(), at_most(8)) == "abcdi efgh");
  const auto single = std::string(two_fours) + " i-a i-b i-f";
  CHECK(networks(single.c_str(), at_most(8)) == "abcdi efgh");
}

TEST_CASE("a hub joins nobody, but is a member where it knows two") {
  const NetworkRules rules{.hub_contacts_max = 4};
  CHECK(networks("a-b b-c c-a d-e e-f f-d x-a x-b x-d x-e x-g") == "abcdefgx");
  CHECK(networks("a-b b-c c-a d-e e-f f-d x-a x-b x-d x-e x-g", rules) == "abcx defx");
  CHECK(networks("a-b b-c c-a d-e e-f f-d x-a x-d x-g x-h x-i", rules) == "abc def");
}

TEST_CASE("the networks of a large tangle are of the right size and keep everybody") {
  std::mt19937 random(4);
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < 6000; ++i) {
    const auto u = static_cast<Node>(random() % 2000);
    ties.push_back(
        {u, static_cast<Node>(random() % 4 == 0 ? random() % 2000 : u / 40 * 40 + random() % 40)});
  }
  const auto graph = Graph::undirected(2000, ties);
  const auto found = find_networks(graph);
  std::set<Node> members;
  for (const auto& network : found) {
    CHECK(network.size() >= 3);
    CHECK(network.size() <= 150);
    CHECK(std::is_sorted(network.begin(), network.end()));
    CHECK(components(subgraph(graph, network)).group_count == 1);
    members.insert(network.begin(), network.end());
  }
  CHECK(found.size() > 14);
  CHECK(members.size() > 1950);
  std::reverse(ties.begin(), ties.end());
  CHECK(find_networks(Graph::undirected(2000, ties)) == found);
}

TEST_CASE("each pair at an event gets 1 / (people - 1)") {
  CHECK(ties_of_events({"ab"}) == "a-b:1.00 ");
  CHECK(ties_of_events({"cab"}) == "a-b:0.50 a-c:0.50 b-c:0.50 ");
  CHECK(ties_of_events({"a", "bc", "bc"}) == "b-c:1.00 b-c:1.00 ");
  CHECK(ties_of_events({"aab"}) == "a-b:1.00 ");
  CHECK(ties_of_events({"abcd", "ab"}, 3) == "a-b:1.00 ");
  CHECK(project_events({{7, 0}, {7, 1}, {7, 2}}, 2).events_too_large == 1);
}

TEST_CASE("a network keeps its identity by the overlap of its members") {
  CHECK(lives_on({{1, 2, 3}}, {{1, 2, 3}}) == "0>0");
  CHECK(lives_on({{1, 2, 3}}, {{2, 3, 4}}) == "0>0");
  CHECK(lives_on({{1, 2, 3}}, {{3, 4, 5}}) == "");
  CHECK(lives_on({{1, 2, 3, 4, 5, 6}}, {{1, 2}, {3, 4, 5, 6}}) ==
        "0>1");  // it split: the larger part
  CHECK(lives_on({{1, 2, 3}, {4, 5, 6, 7}}, {{1, 2, 3, 4, 5, 6, 7}}) == "1>0");  // they merged
  CHECK(lives_on({{1, 2, 3}, {4, 5, 6}}, {{4, 5, 6}, {1, 2, 3}}) == "1>0 0>1");
  CHECK(lives_on({{1, 2}, {1, 2}}, {{1, 2}}) == "0>0");
  CHECK(lives_on({}, {{1, 2, 3}}) == "");
}

}  // namespace network
