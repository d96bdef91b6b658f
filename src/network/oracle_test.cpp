// Every measure against igraph 0.10 on random graphs of many shapes. Test only: igraph is GPL.
#include <cmath>
#include <random>

#include <doctest/doctest.h>
#include <igraph/igraph.h>

#include "network/communities.hpp"
#include "network/components.hpp"
#include "network/contacts.hpp"
#include "network/coreness.hpp"
#include "network/graph.hpp"
#include "network/page_rank.hpp"
#include "network/path_measures.hpp"
#include "network/shortest_path.hpp"

namespace network {

namespace {

std::vector<Tie> random_ties(std::size_t node_count, std::size_t tie_count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < tie_count; ++i) {
    const auto u = static_cast<Node>(random() % node_count);
    const auto v = static_cast<Node>(random() % (i % 3 == 0 ? node_count : 1 + node_count / 4));
    ties.push_back({u, v, static_cast<double>(1 + random() % 8) / 4});
  }
  return ties;
}

// igraph's copy of a graph of ours.
class Oracle {
 public:
  explicit Oracle(const Graph& graph) : size_(graph.node_count()) {
    igraph_vector_int_t edges;
    igraph_vector_int_init(&edges, 0);
    igraph_vector_init(&weights_, 0);
    for (const auto& tie : graph.ties()) {
      igraph_vector_int_push_back(&edges, tie.source);
      igraph_vector_int_push_back(&edges, tie.target);
      igraph_vector_push_back(&weights_, tie.weight);
    }
    igraph_create(&graph_, &edges, static_cast<igraph_integer_t>(size_), graph.is_directed());
    igraph_vector_int_destroy(&edges);
  }
  ~Oracle() {
    igraph_destroy(&graph_);
    igraph_vector_destroy(&weights_);
  }
  Oracle(const Oracle&) = delete;
  Oracle& operator=(const Oracle&) = delete;

  template <class Call>
  std::vector<double> measure(const Call& call) const {
    igraph_vector_t result;
    igraph_vector_init(&result, static_cast<igraph_integer_t>(size_));
    REQUIRE(call(&graph_, &weights_, &result) == IGRAPH_SUCCESS);
    const std::vector<double> values(VECTOR(result), VECTOR(result) + igraph_vector_size(&result));
    igraph_vector_destroy(&result);
    return values;
  }

  template <class Call>
  std::vector<igraph_integer_t> count(const Call& call) const {
    igraph_vector_int_t result;
    igraph_vector_int_init(&result, 0);
    REQUIRE(call(&graph_, &weights_, &result) == IGRAPH_SUCCESS);
    const std::vector<igraph_integer_t> values(VECTOR(result),
                                               VECTOR(result) + igraph_vector_int_size(&result));
    igraph_vector_int_destroy(&result);
    return values;
  }

 private:
  std::size_t size_;
  igraph_t graph_;
  igraph_vector_t weights_;
};

double greatest_difference(const std::vector<double>& ours, const std::vector<double>& theirs) {
  REQUIRE(ours.size() == theirs.size());
  double greatest = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    if (std::isnan(ours[i]) && std::isnan(theirs[i])) continue;
    const double difference = std::abs(ours[i] - theirs[i]) / std::max(1.0, std::abs(theirs[i]));
    if (!(difference <= greatest)) greatest = difference;
  }
  return greatest;
}

template <class Check>
void on_random_graphs(const Check& check, bool directed = false) {
  unsigned seed = 1;
  for (std::size_t nodes : {1, 2, 5, 17, 60, 150}) {
    for (std::size_t ties : {nodes / 2, nodes, 3 * nodes, 8 * nodes}) {
      const auto drawn = random_ties(nodes, ties, seed++);
      CAPTURE(nodes);
      CAPTURE(ties);
      check(directed ? Graph::directed(nodes, drawn) : Graph::undirected(nodes, drawn));
    }
  }
}

using Weights = const igraph_vector_t*;

}  // namespace

TEST_CASE("betweenness and harmonic closeness are igraph's") {
  on_random_graphs([](const Graph& graph) {
    const Oracle oracle(graph);
    const auto ours = path_measures(graph, {2});
    const auto betweenness = oracle.measure([](const igraph_t* g, Weights, igraph_vector_t* r) {
      return igraph_betweenness(g, r, igraph_vss_all(), false, nullptr);
    });
    const auto closeness = oracle.measure([](const igraph_t* g, Weights, igraph_vector_t* r) {
      return igraph_harmonic_centrality(g, r, igraph_vss_all(), IGRAPH_ALL, nullptr, false);
    });
    CHECK(greatest_difference(ours.betweenness, betweenness) < 1e-9);
    CHECK(greatest_difference(ours.harmonic_closeness, closeness) < 1e-9);
  });
}

TEST_CASE("sampled betweenness is igraph's from the same pivots") {
  const PivotRule rule{.exact_nodes_max = 0, .pivots = 40};
  const auto graph = Graph::undirected(150, random_ties(150, 400, 7));
  const auto ours = path_measures(graph, {2}, rule);
  CHECK(ours.sources == 40);
  igraph_vector_int_t pivots;
  igraph_vector_int_init(&pivots, 0);
  for (Node pivot : pivots_of(150, rule)) igraph_vector_int_push_back(&pivots, pivot);
  auto theirs = Oracle(graph).measure([&](const igraph_t* g, Weights, igraph_vector_t* r) {
    return igraph_betweenness_subset(g, r, igraph_vss_all(), false, igraph_vss_vector(&pivots),
                                     igraph_vss_all(), nullptr);
  });
  igraph_vector_int_destroy(&pivots);
  for (auto& value : theirs) value *= 150.0 / 40;
  CHECK(greatest_difference(ours.betweenness, theirs) < 1e-9);
}

TEST_CASE("constraint is igraph's, with weights and without") {
  on_random_graphs([](const Graph& graph) {
    const auto theirs = Oracle(graph).measure([](const igraph_t* g, Weights w, igraph_vector_t* r) {
      return igraph_constraint(g, r, igraph_vss_all(), w);
    });
    CHECK(greatest_difference(constraint(graph, {2}), theirs) < 1e-9);
    const auto plain = Oracle(graph).measure([](const igraph_t* g, Weights, igraph_vector_t* r) {
      return igraph_constraint(g, r, igraph_vss_all(), nullptr);
    });
    CHECK(greatest_difference(constraint(graph.unweighted()), plain) < 1e-9);
  });
}

TEST_CASE("PageRank is igraph's, with arrows and without") {
  for (bool directed : {false, true}) {
    const auto check = [&](const Graph& graph) {
      const auto theirs =
          Oracle(graph).measure([&](const igraph_t* g, Weights w, igraph_vector_t* r) {
            return igraph_pagerank(g, IGRAPH_PAGERANK_ALGO_PRPACK, r, nullptr, igraph_vss_all(),
                                   directed, 0.85, w, nullptr);
          });
      CHECK(greatest_difference(page_rank(graph, {2}), theirs) < 1e-9);
    };
    on_random_graphs(check, directed);
  }
}

TEST_CASE("strength, coreness and components are igraph's") {
  on_random_graphs([](const Graph& graph) {
    const Oracle oracle(graph);
    const auto strength = oracle.measure([](const igraph_t* g, Weights w, igraph_vector_t* r) {
      return igraph_strength(g, r, igraph_vss_all(), IGRAPH_ALL, true, w);
    });
    std::vector<double> ours;
    for (Node node = 0; node < graph.node_count(); ++node) ours.push_back(graph.strength(node));
    CHECK(greatest_difference(ours, strength) < 1e-12);

    const auto core = oracle.count([](const igraph_t* g, Weights, igraph_vector_int_t* r) {
      return igraph_coreness(g, r, IGRAPH_ALL);
    });
    const auto our_core = coreness(graph);
    CHECK(std::equal(core.begin(), core.end(), our_core.begin(), our_core.end()));

    const auto reach = oracle.count([](const igraph_t* g, Weights, igraph_vector_int_t* r) {
      return igraph_connected_components(g, r, nullptr, nullptr, IGRAPH_WEAK);
    });
    const auto our_reach = components(graph).group_of;
    CHECK(std::equal(reach.begin(), reach.end(), our_reach.begin(), our_reach.end()));
  });
}

TEST_CASE("components of arrows are igraph's weak ones") {
  const auto check = [](const Graph& graph) {
    igraph_integer_t count = 0;
    Oracle(graph).count([&](const igraph_t* g, Weights, igraph_vector_int_t* r) {
      return igraph_connected_components(g, r, nullptr, &count, IGRAPH_WEAK);
    });
    CHECK(components(graph).group_count == static_cast<std::size_t>(count));
  };
  on_random_graphs(check, true);
}

TEST_CASE("modularity is igraph's, and communities are not worse than its Louvain's") {
  on_random_graphs([](const Graph& graph) {
    if (graph.tie_count() == 0) return;
    const Oracle oracle(graph);
    const auto division = communities(graph);
    igraph_vector_int_t groups;
    igraph_vector_int_init(&groups, 0);
    for (auto group : division.group_of) igraph_vector_int_push_back(&groups, group);
    igraph_real_t same = 0, louvain = 0;
    oracle.count([&](const igraph_t* g, Weights w, igraph_vector_int_t* r) {
      igraph_modularity(g, &groups, w, 1, false, &same);
      const auto status = igraph_community_multilevel(g, w, 1, r, nullptr, nullptr);
      igraph_modularity(g, r, w, 1, false, &louvain);
      return status;
    });
    igraph_vector_int_destroy(&groups);
    CHECK(modularity(graph, division) == doctest::Approx(same));
    CHECK(modularity(graph, division) > louvain - 0.05);
  });
}

TEST_CASE("shortest paths are as short as igraph's") {
  for (auto length : {Length::steps, Length::inverse_strength}) {
    on_random_graphs([&](const Graph& graph) {
      igraph_vector_t lengths;
      igraph_vector_init(&lengths, 0);
      for (const auto& tie : graph.ties()) igraph_vector_push_back(&lengths, 1 / tie.weight);
      igraph_matrix_t distances;
      igraph_matrix_init(&distances, 0, 0);
      Oracle(graph).measure([&](const igraph_t* g, Weights, igraph_vector_t*) {
        return igraph_distances_dijkstra(g, &distances, igraph_vss_1(0), igraph_vss_all(),
                                         length == Length::steps ? nullptr : &lengths, IGRAPH_ALL);
      });
      for (Node target = 0; target < graph.node_count(); ++target) {
        const double theirs = MATRIX(distances, 0, target);
        const auto ours = shortest_path(graph, 0, target, length);
        CHECK(ours.has_value() == std::isfinite(theirs));
        if (ours) CHECK(ours->length == doctest::Approx(theirs).epsilon(1e-5));
      }
      igraph_vector_destroy(&lengths);
      igraph_matrix_destroy(&distances);
    });
  }
}

TEST_CASE("the k shortest paths are as short as igraph's") {
  const auto graph = Graph::undirected(30, random_ties(30, 70, 3));
  igraph_vector_int_list_t theirs;
  igraph_vector_int_list_init(&theirs, 0);
  Oracle(graph).measure([&](const igraph_t* g, Weights, igraph_vector_t*) {
    return igraph_get_k_shortest_paths(g, nullptr, &theirs, nullptr, 60, 0, 17, IGRAPH_ALL);
  });
  const auto ours = k_shortest_paths(graph, 0, 17, 60);
  REQUIRE(static_cast<igraph_integer_t>(ours.size()) == igraph_vector_int_list_size(&theirs));
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const auto* path = igraph_vector_int_list_get_ptr(&theirs, static_cast<igraph_integer_t>(i));
    CHECK(static_cast<igraph_integer_t>(ours[i].nodes.size()) == igraph_vector_int_size(path));
    if (i > 0) CHECK(ours[i] != ours[i - 1]);
  }
  igraph_vector_int_list_destroy(&theirs);
}

TEST_CASE("the same bits for any number of threads") {
  const auto graph = Graph::undirected(20000, random_ties(20000, 60000, 5));
  const PivotRule rule{.exact_nodes_max = 100, .pivots = 20};
  CHECK(page_rank(graph, {1}) == page_rank(graph, {3}));
  CHECK(path_measures(graph, {1}, rule).betweenness == path_measures(graph, {3}, rule).betweenness);
  CHECK(separate_contacts(graph, {1}) == separate_contacts(graph, {3}));
}

}  // namespace network
