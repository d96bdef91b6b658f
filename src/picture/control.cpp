#include "picture/control.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace picture {

using model::LinkRole;
using model::Noun;
using threat::ControlEvidence;
using threat::ControlLine;

namespace {

constexpr std::size_t payers_min = 3, forces_min = 3, records_max = 20;
constexpr std::size_t struck_min = 4, struck_share = 10;
constexpr base::Seconds a_day = 86400, remains_after = 60 * a_day;

bool is_part(LinkRole role) {
  return role == LinkRole::suspect_in || role == LinkRole::arrested_for ||
         role == LinkRole::charged_with || role == LinkRole::convicted_of ||
         role == LinkRole::victim_of || role == LinkRole::missing_in ||
         role == LinkRole::referred_in || role == LinkRole::mentioned_in ||
         role == LinkRole::present_at;
}

class ControlFinder {
 public:
  ControlFinder(const Picture& picture, const RankedNetwork& network)
      : picture_(picture), network_(network) {
    for (const auto& member : network.members) members_.insert(member.person);
    find_collectors();
    find_ties();
    find_strikes();
  }

  std::vector<ControlLine> lines_of(Entity person) const {
    std::vector<ControlLine> lines;
    const auto add = [&](ControlEvidence evidence, std::size_t count,
                         std::set<std::uint32_t> records) {
      if (count == 0) return;
      ControlLine line{evidence, static_cast<std::uint32_t>(count), {}};
      for (auto record : records) {
        if (line.records.size() < records_max) line.records.push_back(record);
      }
      lines.push_back(std::move(line));
    };
    Found found;
    add_money(person, found);
    add_stated(person, found);
    add_vehicles(person, found);
    add_premises(person, found);
    add_span(person, found);
    add_remains(person, found);
    for (auto& [evidence, what] : found) add(evidence, what.count, std::move(what.records));
    return lines;
  }

 private:
  struct Sighting {
    std::size_t count = 0;
    std::set<std::uint32_t> records;
  };
  using Found = std::map<ControlEvidence, Sighting>;

  Noun noun(Entity entity) const { return noun_of(picture_.evidence, picture_.entities, entity); }

  void add_records(const EntityLink& link, std::set<std::uint32_t>& records) const {
    const auto all = records_of(picture_.evidence, picture_.links, link);
    records.insert(all.begin(), all.end());
  }

  bool is_other_member(Entity entity, Entity person) const {
    return entity != person && members_.contains(entity);
  }

  // Someone's purses: themselves, where a source names only the payer, and the accounts they hold.
  std::vector<Entity> purses(Entity person) const {
    std::vector<Entity> result{person};
    for (const auto& link : picture_.links.from(person)) {
      if (link.role == LinkRole::holds && noun(link.to) == Noun::account) result.push_back(link.to);
    }
    return result;
  }

  void find_collectors() {
    std::map<Entity, std::set<Entity>> payers;
    for (const auto member : members_) {
      for (const auto purse : purses(member)) {
        for (const auto& link : picture_.links.from(purse)) {
          if (link.role == LinkRole::paid) payers[link.to].insert(purse);
        }
      }
    }
    for (const auto& [purse, from] : payers) {
      if (from.size() >= payers_min) payers_of_collector_[purse] = from.size();
    }
    for (const auto& [purse, count] : payers_of_collector_) {
      for (const auto& link : picture_.links.from(purse)) {
        if (link.role == LinkRole::paid) paid_by_collector_.insert(link.to);
      }
    }
  }

  void add_money(Entity person, Found& found) const {
    const auto own = purses(person);
    double received = 0, passed_on = 0;
    Sighting paid;
    for (const auto purse : own) {
      for (const auto& link : picture_.links.from(purse)) {
        if (link.role == LinkRole::paid) passed_on += link.strength;
      }
      const auto collected = payers_of_collector_.find(purse);
      if (collected != payers_of_collector_.end()) {
        auto& sighting = found[ControlEvidence::collects];
        sighting.count = std::max(sighting.count, collected->second);
      }
      for (const auto position : picture_.links.to(purse)) {
        const auto& link = picture_.links.links[position];
        if (link.role != LinkRole::paid) continue;
        received += link.strength;
        if (collected != payers_of_collector_.end())
          add_records(link, found[ControlEvidence::collects].records);
        const bool is_own = std::find(own.begin(), own.end(), link.from) != own.end();
        if (is_own || (payers_of_collector_.count(link.from) == 0 &&
                       paid_by_collector_.count(link.from) == 0))
          continue;
        paid.count += link.source_count;
        add_records(link, paid.records);
      }
    }
    if (paid.count > 0 && passed_on <= received / 2)
      found[ControlEvidence::paid_by_paid] = std::move(paid);
  }

  void add_stated(Entity person, Found& found) const {
    const auto evidence_of = [](LinkRole role) -> std::optional<ControlEvidence> {
      if (role == LinkRole::instructs) return ControlEvidence::instructs;
      if (role == LinkRole::recruits) return ControlEvidence::recruits;
      if (role == LinkRole::exploits) return ControlEvidence::exploits;
      return {};
    };
    for (const auto& link : picture_.links.from(person)) {
      const auto evidence = evidence_of(link.role);
      if (!evidence || !is_other_member(link.to, person)) continue;
      ++found[*evidence].count;
      add_records(link, found[*evidence].records);
    }
  }

  // Events of others of the network that are not the person's own.
  void add_events_of_others(Entity event, Entity person, Sighting& sighting) const {
    std::set<std::uint32_t> records;
    for (const auto position : picture_.links.to(event)) {
      const auto& link = picture_.links.links[position];
      if (!is_part(link.role)) continue;
      if (link.from == person) return;
      if (members_.contains(link.from)) add_records(link, records);
    }
    if (records.empty()) return;
    ++sighting.count;
    sighting.records.merge(records);
  }

  void add_vehicles(Entity person, Found& found) const {
    Sighting sighting;
    for (const auto& kept : picture_.links.from(person)) {
      if (kept.role != LinkRole::keeper_of || noun(kept.to) != Noun::vehicle) continue;
      for (const auto position : picture_.links.to(kept.to)) {
        const auto& link = picture_.links.links[position];
        const bool is_use = link.role == LinkRole::uses || link.role == LinkRole::travelled_in;
        if (!is_use || !is_other_member(link.from, person)) continue;
        ++sighting.count;
        add_records(link, sighting.records);
      }
      for (const auto& link : picture_.links.from(kept.to)) {
        if (link.role == LinkRole::mentioned_in || link.role == LinkRole::used_in)
          add_events_of_others(link.to, person, sighting);
      }
    }
    if (sighting.count > 0) found[ControlEvidence::vehicle] = std::move(sighting);
  }

  void add_premises(Entity person, Found& found) const {
    Sighting sighting;
    for (const auto& link : picture_.links.from(person)) {
      if (link.role != LinkRole::lives_at && link.role != LinkRole::controls) continue;
      for (const auto position : picture_.links.to(link.to)) {
        const auto& there = picture_.links.links[position];
        if (there.role == LinkRole::happened_at) add_events_of_others(there.from, person, sighting);
      }
    }
    if (sighting.count > 0) found[ControlEvidence::premises] = std::move(sighting);
  }

  void find_ties() {
    for (const auto position : network_.ties) {
      const auto& tie = picture_.ties[position];
      ties_of_[tie.left].push_back(&tie);
      ties_of_[tie.right].push_back(&tie);
    }
  }

  const std::vector<const TieEvidence*>& ties_of(Entity person) const {
    static const std::vector<const TieEvidence*> none;
    const auto found = ties_of_.find(person);
    return found == ties_of_.end() ? none : found->second;
  }

  void add_span(Entity person, Found& found) const {
    std::map<std::string_view, std::uint32_t> record_of_force;
    for (const auto* tie : ties_of(person)) {
      const auto& source = picture_.evidence.sources[picture_.evidence.records[tie->record].source];
      if (!source.force.empty()) record_of_force.emplace(source.force, tie->record);
    }
    if (record_of_force.size() < forces_min) return;
    auto& sighting = found[ControlEvidence::span];
    sighting.count = record_of_force.size();
    for (const auto& [force, record] : record_of_force) sighting.records.insert(record);
  }

  void find_strikes() {
    std::map<base::Seconds, std::set<Entity>> struck_on;
    for (const auto member : members_) {
      for (const auto& link : picture_.links.from(member)) {
        const bool is_strike =
            link.role == LinkRole::arrested_for || link.role == LinkRole::charged_with;
        if (is_strike && link.first) struck_on[*link.first / a_day].insert(member);
      }
    }
    const auto enough = std::max(struck_min, members_.size() / struck_share);
    for (auto& [day, people] : struck_on) {
      if (people.size() >= enough) strikes_.emplace_back(day * a_day, std::move(people));
    }
  }

  void add_remains(Entity person, Found& found) const {
    for (const auto& [day, people] : strikes_) {
      if (people.contains(person)) continue;
      const TieEvidence *before = nullptr, *after = nullptr;
      for (const auto* tie : ties_of(person)) {
        if (!tie->when) continue;
        if (*tie->when < day) before = tie;
        if (*tie->when >= day + remains_after) after = tie;
      }
      if (before == nullptr || after == nullptr) continue;
      auto& sighting = found[ControlEvidence::remains];
      ++sighting.count;
      sighting.records.insert({before->record, after->record});
    }
  }

  const Picture& picture_;
  const RankedNetwork& network_;
  std::set<Entity> members_;
  std::map<Entity, std::size_t> payers_of_collector_;  // by purse
  std::set<Entity> paid_by_collector_;
  std::map<Entity, std::vector<const TieEvidence*>> ties_of_;
  std::vector<std::pair<base::Seconds, std::set<Entity>>> strikes_;
};

}  // namespace

std::vector<std::vector<ControlLine>> control_lines_of(const Picture& picture,
                                                       const RankedNetwork& network) {
  const ControlFinder finder(picture, network);
  std::vector<std::vector<ControlLine>> lines;
  lines.reserve(network.members.size());
  for (const auto& member : network.members) {
    lines.push_back(member.standing == Standing::kept_apart ? std::vector<ControlLine>{}
                                                            : finder.lines_of(member.person));
  }
  return lines;
}

}  // namespace picture
