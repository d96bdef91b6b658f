// Our graph algorithms beside igraph's on one random graph, in one run: seconds and their ratio.
// Usage: network_bench [NODES EDGES THREADS PIVOTS], by default 1,000,000 16,000,000 2 4.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#include <igraph/igraph.h>

#include "network/components.hpp"
#include "network/coreness.hpp"
#include "network/graph.hpp"
#include "network/page_rank.hpp"
#include "network/path_measures.hpp"

namespace {

double seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void compare(const char* what, const std::function<void()>& ours,
             const std::function<void()>& theirs) {
  const double our_time = seconds(ours), their_time = seconds(theirs);
  std::printf("%-28s %8.3f s   igraph %8.3f s   %5.1f times as fast\n", what, our_time, their_time,
              their_time / our_time);
  std::fflush(stdout);
}

std::uint64_t next(std::uint64_t& state) {
  std::uint64_t x = state += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// Some nodes are met far more often than others, as in real networks.
network::Node skewed(std::uint64_t& state, std::size_t node_count) {
  const double uniform = static_cast<double>(next(state) >> 11) / 9007199254740992.0;
  const double place = uniform * uniform * static_cast<double>(node_count);
  return static_cast<network::Node>((static_cast<std::uint64_t>(place) * 2654435761ULL) %
                                    node_count);
}

std::vector<network::Tie> random_ties(std::size_t node_count, std::size_t tie_count) {
  std::uint64_t state = 2;
  std::vector<network::Tie> ties(tie_count);
  for (auto& tie : ties) {
    tie = {skewed(state, node_count), static_cast<network::Node>(next(state) % node_count), 1};
  }
  return ties;
}

struct IgraphVectors {
  IgraphVectors() {
    igraph_vector_init(&reals, 0);
    igraph_vector_int_init(&integers, 0);
  }
  ~IgraphVectors() {
    igraph_vector_destroy(&reals);
    igraph_vector_int_destroy(&integers);
  }
  igraph_vector_t reals;
  igraph_vector_int_t integers;
};

// Both get the same simple graph, without weights.
void load(igraph_t* graph, const network::Graph& from) {
  igraph_vector_int_t edges;
  igraph_vector_int_init(&edges, 0);
  for (const auto& tie : from.ties()) {
    igraph_vector_int_push_back(&edges, tie.source);
    igraph_vector_int_push_back(&edges, tie.target);
  }
  igraph_create(graph, &edges, static_cast<igraph_integer_t>(from.node_count()), false);
  igraph_vector_int_destroy(&edges);
}

double greatest_difference(const std::vector<double>& ours, const igraph_vector_t& theirs) {
  double greatest = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    greatest = std::max(greatest, std::abs(ours[i] - VECTOR(theirs)[i]));
  }
  return greatest;
}

void compare_all(const network::Graph& graph, const igraph_t& peer, base::Threads threads,
                 std::size_t pivots) {
  IgraphVectors out;
  std::vector<double> shares;
  compare(
      "PageRank", [&] { shares = network::page_rank(graph, threads); },
      [&] {
        igraph_pagerank(&peer, IGRAPH_PAGERANK_ALGO_PRPACK, &out.reals, nullptr, igraph_vss_all(),
                        false, 0.85, nullptr, nullptr);
      });
  std::printf("    greatest difference of a share %.1e\n", greatest_difference(shares, out.reals));
  compare(
      "components", [&] { network::components(graph); },
      [&] { igraph_connected_components(&peer, &out.integers, nullptr, nullptr, IGRAPH_WEAK); });
  compare(
      "coreness", [&] { network::coreness(graph); },
      [&] { igraph_coreness(&peer, &out.integers, IGRAPH_ALL); });

  const network::PivotRule rule{.exact_nodes_max = 0, .pivots = pivots};
  igraph_vector_int_clear(&out.integers);
  for (auto pivot : network::pivots_of(graph.node_count(), rule)) {
    igraph_vector_int_push_back(&out.integers, pivot);
  }
  compare(
      "betweenness from pivots", [&] { network::path_measures(graph, threads, rule); },
      [&] {
        igraph_betweenness_subset(&peer, &out.reals, igraph_vss_all(), false,
                                  igraph_vss_vector(&out.integers), igraph_vss_all(), nullptr);
      });
}

std::size_t argument(int argc, char** argv, int number, std::size_t otherwise) {
  return number < argc ? std::strtoull(argv[number], nullptr, 10) : otherwise;
}

}  // namespace

int main(int argc, char** argv) {
  const auto nodes = argument(argc, argv, 1, 1'000'000),
             edges = argument(argc, argv, 2, 16'000'000);
  const base::Threads threads{static_cast<int>(argument(argc, argv, 3, 2))};
  const auto ties = random_ties(nodes, edges);
  network::Graph graph;
  igraph_t peer;
  const double built =
      seconds([&] { graph = network::Graph::undirected(nodes, ties).unweighted(); });
  const double peer_built = seconds([&] { load(&peer, graph); });
  std::printf("%zu nodes, %zu ties, %d threads; built in %.2f s, igraph %.2f s\n",
              graph.node_count(), graph.tie_count(), threads.count, built, peer_built);
  compare_all(graph, peer, threads, argument(argc, argv, 4, 4));
  igraph_destroy(&peer);
  return 0;
}
