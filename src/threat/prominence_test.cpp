#include "threat/prominence.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "threat/normal_score.hpp"

namespace {

// "ab bc": nodes are letters, every two letters a tie.
network::Graph drawn(std::string_view text) {
  std::vector<network::Tie> ties;
  network::Node highest = 0;
  for (std::size_t i = 0; i + 1 < text.size(); i += 3) {
    const auto a = static_cast<network::Node>(text[i] - 'a');
    const auto b = static_cast<network::Node>(text[i + 1] - 'a');
    ties.push_back({a, b});
    highest = std::max({highest, a, b});
  }
  return network::Graph::undirected(highest + 1, ties);
}

// Letters by rank, those of equal rank together: "b ac".
std::string ranked(std::string_view drawing) {
  const auto ranking = threat::rank_by_prominence(drawn(drawing));
  std::string text;
  for (std::uint32_t rank = 1; rank <= ranking.nodes.size(); ++rank) {
    std::string tied;
    for (std::size_t i = 0; i < ranking.nodes.size(); ++i) {
      if (ranking.nodes[i].rank == rank) tied += static_cast<char>('a' + i);
    }
    if (!tied.empty()) text += (text.empty() ? "" : " ") + tied;
  }
  return text;
}

const char* const two_groups_and_a_broker = "ab ac ad bc bd cd de ef eg eh fg fh gh ai ij ik";

}  // namespace

TEST_CASE("normal scores") {
  CHECK(threat::normal_score(0.5) == 0);
  CHECK(threat::normal_score(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-15));
  CHECK(threat::normal_score(0.001) == doctest::Approx(-3.090232306167813).epsilon(1e-15));
  CHECK(threat::normal_score(1e-12) == doctest::Approx(-7.034483825301131).epsilon(1e-14));
  for (double share : {0.01, 0.05, 0.08, 0.3, 0.7, 0.99}) {
    CHECK(std::erfc(-threat::normal_score(share) / std::sqrt(2)) / 2 == doctest::Approx(share));
  }
}

TEST_CASE("who stands between and knows separate people ranks high") {
  CHECK(ranked("ab bc") == "b ac");
  CHECK(ranked("ab ac ad ae") == "a bcde");
  CHECK(ranked("ab bc cd") == "bc ad");
  CHECK(ranked("ab bc ca") == "abc");
  CHECK(ranked("ab bc de") == "b ac de");
  CHECK(ranked(two_groups_and_a_broker).substr(0, 5) == "d a e");
  CHECK(threat::rank_by_prominence({}).nodes.empty());
}

TEST_CASE("a node without ties is lowest in every measure") {
  const auto ranking = threat::rank_by_prominence(
      network::Graph::undirected(4, std::vector<network::Tie>{{0, 1, 1}, {1, 2, 1}}));
  CHECK(ranking.nodes[3].rank == 4);
  const auto& measures = ranking.nodes[3].measures;
  CHECK(measures[0].percentile == 12.5);
  CHECK(measures[2].percentile == 37.5);  // nobody stands between by way of a or c either
  CHECK(measures[4].percentile == 12.5);
  CHECK(std::isnan(measures[4].value));
}

TEST_CASE("the score is the weighted sum of normal scores, ties averaged") {
  const auto ranking = threat::rank_by_prominence(drawn("ab ac ad ae"));
  CHECK(ranking.nodes[0].score == doctest::Approx(threat::normal_score(0.9)).epsilon(1e-6));
  CHECK(ranking.nodes[1].score == doctest::Approx(threat::normal_score(0.4)).epsilon(1e-6));
  CHECK(ranking.nodes[0].agreement == 4);
  CHECK(ranking.nodes[1].agreement == 0);
  double whole = 0;
  for (const auto& rule : threat::measure_rules) whole += rule.share;
  CHECK(whole == doctest::Approx(1));
}

TEST_CASE("weights and doubled ties change nothing") {
  const auto once = network::Graph::undirected(3, std::vector<network::Tie>{{0, 1, 1}, {1, 2, 1}});
  const auto twice =
      network::Graph::undirected(3, std::vector<network::Tie>{{0, 1, 1}, {1, 0, 7}, {1, 2, 0.25}});
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(threat::rank_by_prominence(once).nodes[i].score ==
          threat::rank_by_prominence(twice).nodes[i].score);
  }
}

TEST_CASE("the interval holds the rank's place over thinned copies, for the top fifth only") {
  const auto ranking = threat::rank_by_prominence(drawn(two_groups_and_a_broker));
  CHECK(ranking.copies == 200);
  for (const auto& node : ranking.nodes) {
    CHECK(node.interval.has_value() == (node.rank <= 3));
    if (node.interval) CHECK(node.interval->best <= node.interval->worst);
  }
}

TEST_CASE("the same intervals for any number of threads, other ones for another seed") {
  const auto graph = drawn(two_groups_and_a_broker);
  const auto one = threat::rank_by_prominence(graph, {.threads = {1}});
  const auto two = threat::rank_by_prominence(graph, {.threads = {2}});
  bool seed_matters = false;
  for (std::uint64_t seed = 2; seed < 12; ++seed) {
    const auto other = threat::rank_by_prominence(graph, {.seed = seed, .copies_max = 20});
    for (std::size_t i = 0; i < one.nodes.size(); ++i) {
      seed_matters = seed_matters || other.nodes[i].interval != one.nodes[i].interval;
    }
  }
  for (std::size_t i = 0; i < one.nodes.size(); ++i) {
    CHECK(one.nodes[i].interval == two.nodes[i].interval);
  }
  CHECK(seed_matters);
}

TEST_CASE("the sentence shows all five measures") {
  const auto ranking = threat::rank_by_prominence(drawn("ab ac ad ae"));
  CHECK(threat::prominence_sentence(ranking.nodes[0]) ==
        "Contacts 4 (percentile 90), separate contacts 4.0 (percentile 90), betweenness 6.0 "
        "(percentile 90), harmonic closeness 4.0 (percentile 90), constraint 0.250 (percentile 90, "
        "low counts); 4 of 4 measures have it in their top tenth; rank 1 to 1 in 90 % of copies "
        "with a fifth of the ties deleted");
}
