#pragma once

#include <cstddef>
#include <vector>

#include "network/graph.hpp"

namespace network {

/// What counts as a network. A limit of 0 is no limit.
struct NetworkRules {
  std::size_t people_min = 3;
  std::size_t people_max = 150;
  /// Who has more contacts than this joins nobody: an artefact of recording (a switchboard, an
  /// unknown male) would chain strangers. Such a hub is a member where it has ties to two members.
  std::size_t hub_contacts_max = 0;
  /// A member of one network is also a member of another it has at least this share of its weight
  /// at home to, by at least two contacts.
  double overlap_share = 0.5;
};

/// Networks among people joined by evidence of criminal association; what does not count as such
/// (living together, using the same hostel, taxi or solicitor) must have been left out of the
/// graph.
///
/// Everybody whom ties connect is one network, if they are 3 to 150. More are divided into
/// communities, and those that are still too many again; a crowd that no communities divide is cut
/// by growing one half from its strongest member. A part of fewer than three joins the part it has
/// the most weight to that has room, and is left out if there is none. Then people and hubs with
/// strong ties to a neighbouring part (see the rules) become members there too, strongest first
/// while there is room: networks may overlap.
///
/// Each network is a sorted list of nodes, the networks in order of their lists. Undirected; the
/// same graph gives the same networks.
std::vector<std::vector<Node>> find_networks(const Graph& graph, const NetworkRules& rules = {});

}  // namespace network
