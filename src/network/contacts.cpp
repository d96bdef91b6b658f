#include "network/contacts.hpp"

#include <limits>

#include "base/error.hpp"
#include "network/detail/shared_contacts.hpp"

namespace network {

namespace {

constexpr std::size_t nodes_per_slice = 256;

double separate_contacts_of(const Graph& graph, Node node) {
  double sum = 0;
  for (Node contact : graph.neighbours(node)) {
    std::size_t shared = 0;
    for_each_shared(graph, node, contact, [&](std::size_t, std::size_t) { ++shared; });
    sum += 1.0 / static_cast<double>(1 + shared);
  }
  return sum;
}

double constraint_of(const Graph& graph, Node node, const std::vector<double>& strength) {
  const auto contacts = graph.neighbours(node);
  const auto weights = graph.weights(node);
  if (contacts.empty()) return std::numeric_limits<double>::quiet_NaN();
  double sum = 0;
  for (std::size_t j = 0; j < contacts.size(); ++j) {
    const auto weights_of_contact = graph.weights(contacts[j]);
    double invested = weights[j];
    for_each_shared(graph, node, contacts[j], [&](std::size_t q, std::size_t q_of_contact) {
      invested += weights[q] * weights_of_contact[q_of_contact] / strength[contacts[q]];
    });
    const double share = invested / strength[node];
    sum += share * share;
  }
  return sum;
}

template <class Measure>
std::vector<double> for_every_node(const Graph& graph, base::Threads threads,
                                   const Measure& measure) {
  base::expect(!graph.is_directed(), "an undirected graph for measures of contacts");
  std::vector<double> values(graph.node_count());
  base::for_each_slice(values.size(), nodes_per_slice, threads, [&](base::Slice slice) {
    for (auto i = slice.begin; i < slice.end; ++i) values[i] = measure(static_cast<Node>(i));
  });
  return values;
}

}  // namespace

std::vector<double> separate_contacts(const Graph& graph, base::Threads threads) {
  return for_every_node(graph, threads,
                        [&](Node node) { return separate_contacts_of(graph, node); });
}

std::vector<double> constraint(const Graph& graph, base::Threads threads) {
  const auto strength =
      for_every_node(graph, threads, [&](Node node) { return graph.strength(node); });
  return for_every_node(graph, threads,
                        [&](Node node) { return constraint_of(graph, node, strength); });
}

}  // namespace network
