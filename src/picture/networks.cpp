#include "picture/networks.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "network/networks.hpp"
#include "picture/control.hpp"

namespace picture {

using model::LinkRole;
using network::Node;
using threat::ControlEvidence;

namespace {

// Intervals of rank take most of the time of a picture, so only the networks of most harm have
// them.
constexpr std::size_t networks_with_intervals = 100, interval_copies = 200;

// The people of a picture who have ties, as nodes of a graph.
struct TieGraph {
  std::vector<Entity> person_of_node;
  network::Graph graph;
  std::vector<std::vector<std::uint32_t>> ties_of_node;  // of which the node is the left end
};

TieGraph graph_of(const std::vector<TieEvidence>& ties) {
  TieGraph result;
  auto& people = result.person_of_node;
  for (const auto& tie : ties) {
    people.push_back(tie.left);
    people.push_back(tie.right);
  }
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  const auto node_of = [&](Entity person) {
    return static_cast<Node>(std::lower_bound(people.begin(), people.end(), person) -
                             people.begin());
  };
  std::vector<network::Tie> merged;
  merged.reserve(ties.size());
  result.ties_of_node.resize(people.size());
  for (std::uint32_t i = 0; i < ties.size(); ++i) {
    const auto left = node_of(ties[i].left);
    merged.push_back({left, node_of(ties[i].right), ties[i].strength});
    result.ties_of_node[left].push_back(i);
  }
  result.graph = network::Graph::undirected(people.size(), merged);
  return result;
}

class Ranking {
 public:
  Ranking(const Picture& picture, const Offences& offences, const Unranked& unranked,
          base::Seconds as_at, Memory* memory)
      : picture_(picture),
        offences_(offences),
        unranked_(unranked),
        as_at_(as_at),
        memory_(memory) {}

  /// The harm of what these people did, each event once: what networks are ranked by.
  threat::HarmScore harm(const TieGraph& ties, const std::vector<Node>& nodes) const {
    std::vector<threat::Involvement> all;
    for (auto node : nodes) {
      const auto parts = involvements(ties.person_of_node[node]);
      all.insert(all.end(), parts.begin(), parts.end());
    }
    return threat::harm_of(all, picture_.tables, as_at_);
  }

  RankedNetwork describe(const TieGraph& ties, const std::vector<Node>& nodes,
                         threat::HarmScore harm, std::size_t copies_max) const {
    RankedNetwork result;
    result.harm = std::move(harm);
    add_members(ties, nodes, copies_max, result);
    add_ties(ties, nodes, result);
    add_control(result);
    add_threat_types(result);
    add_forces(result);
    const auto new_since = as_at_ - picture_.tables.new_within_days * 86400;
    result.is_new = result.first && *result.first >= new_since;
    return result;
  }

 private:
  std::vector<threat::Involvement> involvements(Entity person) const {
    return involvements_of(picture_.evidence, picture_.links, offences_, person);
  }

  void add_members(const TieGraph& ties, const std::vector<Node>& nodes, std::size_t copies_max,
                   RankedNetwork& result) const {
    const auto graph = network::subgraph(ties.graph, nodes);
    const threat::ProminenceRules rules{.copies_max = copies_max, .threads = {1}};
    const auto ranking = memory_ != nullptr ? memory_->prominence.rank(graph, rules)
                                            : threat::rank_by_prominence(graph, rules);
    result.prominence_copies = ranking.copies;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Entity person = ties.person_of_node[nodes[i]];
      const auto harm_done = threat::harm_of(involvements(person), picture_.tables, as_at_);
      const auto standing = unranked_.is_protected[person]   ? Standing::kept_apart
                            : unranked_.is_held_back[person] ? Standing::in_doubt
                            : implicates(person)             ? Standing::ranked
                                                             : Standing::unassessed;
      result.members.push_back({person, ranking.nodes[i], harm_done.total, standing, {}, 0});
    }
  }

  // Whether a record gives them a part in something: in crime, in a meeting, in a call.
  bool implicates(Entity person) const {
    if (is_recorded_as_suspect(picture_.links, picture_.tables, person)) return true;
    const auto& links = picture_.links;
    const auto takes_part = [&](const EntityLink& link) {
      const auto other = noun_of(picture_.evidence, picture_.entities, link.to);
      switch (link.role) {
        case LinkRole::present_at:
          return other == model::Noun::meeting;
        case LinkRole::called:
        case LinkRole::messaged:
        case LinkRole::associate_of:
          return true;
        case LinkRole::met:
          return !is_of_missing(link);
        default:
          return false;
      }
    };
    const auto outgoing = links.from(person);
    if (std::any_of(outgoing.begin(), outgoing.end(), takes_part)) return true;
    const auto incoming = links.to(person);
    return std::any_of(incoming.begin(), incoming.end(), [&](auto position) {
      const auto& link = links.links[position];
      return link.role != LinkRole::present_at && takes_part(link);
    });
  }

  // Those found with a missing child may be missing children too.
  bool is_of_missing(const EntityLink& link) const {
    const auto first = picture_.links.sources_of(link).front();
    const auto record = record_of(picture_.evidence, picture_.evidence.links[first]);
    return record_speaks_of(picture_.evidence, record, model::Noun::missing_episode);
  }

  static bool has_line(const std::vector<threat::ControlLine>& lines,
                       std::initializer_list<ControlEvidence> kinds) {
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
      return std::find(kinds.begin(), kinds.end(), line.evidence) != kinds.end();
    });
  }

  // Whoever keeps what others are paid is ranked even if their name may be a protected person's:
  // it is their own records that say so. Being recorded far and long implicates nobody: a victim
  // may be.
  void add_control(RankedNetwork& result) const {
    auto lines = control_lines_of(picture_, result);
    for (std::size_t i = 0; i < result.members.size(); ++i) {
      auto& member = result.members[i];
      const auto weight = threat::control_weight_thousandths(lines[i], picture_.tables);
      member.control = std::move(lines[i]);
      member.place_score = member.prominence.score + static_cast<double>(weight) / 1000;
      const bool takes = has_line(member.control, {ControlEvidence::paid_by_paid});
      const bool acts =
          has_line(member.control, {ControlEvidence::instructs, ControlEvidence::recruits,
                                    ControlEvidence::exploits, ControlEvidence::vehicle,
                                    ControlEvidence::premises, ControlEvidence::collects});
      if (member.standing == Standing::kept_apart) continue;
      if (takes || (acts && member.standing == Standing::unassessed))
        member.standing = Standing::ranked;
    }
    std::stable_sort(result.members.begin(), result.members.end(),
                     [](const auto& a, const auto& b) {
                       if (a.standing != b.standing) return a.standing < b.standing;
                       return a.standing == Standing::ranked && a.place_score > b.place_score;
                     });
  }

  void add_ties(const TieGraph& ties, const std::vector<Node>& nodes, RankedNetwork& result) const {
    for (auto node : nodes) {
      for (auto i : ties.ties_of_node[node]) {
        const auto& tie = picture_.ties[i];
        const auto right =
            std::lower_bound(ties.person_of_node.begin(), ties.person_of_node.end(), tie.right) -
            ties.person_of_node.begin();
        if (!std::binary_search(nodes.begin(), nodes.end(), static_cast<Node>(right))) continue;
        result.ties.push_back(i);
        if (!tie.when) continue;
        result.first = std::min(result.first.value_or(*tie.when), *tie.when);
        result.last = std::max(result.last.value_or(*tie.when), *tie.when);
      }
    }
    std::sort(result.ties.begin(), result.ties.end());
  }

  void add_threat_types(RankedNetwork& result) const {
    std::map<std::size_t, threat::Harm> harm_of_type;
    for (const auto& term : result.harm.terms) {
      if (const auto type = picture_.tables.threat_type_of_offence(term.offence->offence)) {
        harm_of_type[*type] += term.harm;
      }
    }
    result.threat_types.assign(harm_of_type.begin(), harm_of_type.end());
    std::stable_sort(result.threat_types.begin(), result.threat_types.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  }

  void add_forces(RankedNetwork& result) const {
    std::set<std::string> forces;
    const auto add = [&](std::uint32_t record) {
      const auto& force = picture_.evidence.sources[picture_.evidence.records[record].source].force;
      if (!force.empty()) forces.insert(force);
    };
    for (auto tie : result.ties) add(picture_.ties[tie].record);
    for (const auto& term : result.harm.terms) add(term.record);
    result.forces.assign(forces.begin(), forces.end());
  }

  const Picture& picture_;
  const Offences& offences_;
  const Unranked& unranked_;
  base::Seconds as_at_;
  Memory* memory_;
};

}  // namespace

std::vector<RankedNetwork> rank_networks(const Picture& picture, const Offences& offences,
                                         const Unranked& unranked, base::Seconds as_at,
                                         const PictureInputs& inputs, base::Threads threads) {
  const auto ties = graph_of(picture.ties);
  const auto found = network::find_networks(ties.graph);
  const Ranking ranking(picture, offences, unranked, as_at, inputs.memory);
  std::vector<threat::HarmScore> harms(found.size());
  base::for_each_slice(found.size(), 1, threads, [&](base::Slice slice) {
    harms[slice.begin] = ranking.harm(ties, found[slice.begin]);
  });
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return harms[a].total > harms[b].total; });
  std::vector<RankedNetwork> networks(found.size());
  base::for_each_slice(found.size(), 1, threads, [&](base::Slice slice) {
    const auto rank = slice.begin;
    const bool has_intervals =
        inputs.intervals == Intervals::of_the_first && rank < networks_with_intervals;
    networks[rank] = ranking.describe(ties, found[order[rank]], std::move(harms[order[rank]]),
                                      has_intervals ? interval_copies : 0);
  });
  return networks;
}

}  // namespace picture
