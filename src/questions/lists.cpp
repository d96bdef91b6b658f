#include "questions/lists.hpp"

#include <algorithm>
#include <set>

#include "questions/detail/writing.hpp"

namespace questions {

using picture::Standing;

namespace {

constexpr std::size_t leading_max = 3;

// The rows of the page among those of `size` lines that the filter lets through.
template <class Row, class Passes, class Make>
Listing<Row> page_of(std::size_t size, Page page, Passes passes, Make make) {
  Listing<Row> list{.position = page.position, .count = 0, .rows = {}, .label = {}};
  for (std::size_t i = 0; i < size; ++i) {
    if (!passes(i)) continue;
    if (list.count >= page.position && list.rows.size() < page.limit) list.rows.push_back(make(i));
    ++list.count;
  }
  return list;
}

bool is_listed(const picture::Picture& picture, const picture::RankedNetwork& network,
               const NetworkFilter& filter) {
  const auto has_type = [&] {
    return std::any_of(network.threat_types.begin(), network.threat_types.end(), [&](auto& type) {
      return picture.tables.threat_types[type.first].key == filter.threat_type;
    });
  };
  if (!filter.force.empty() &&
      !std::binary_search(network.forces.begin(), network.forces.end(), filter.force))
    return false;
  if (!filter.threat_type.empty() && !has_type()) return false;
  if (filter.is_new && network.is_new != *filter.is_new) return false;
  if (filter.from && (!network.last || *network.last < *filter.from)) return false;
  return !filter.until || (network.first && *network.first <= *filter.until);
}

NetworkRow network_row(const picture::Picture& picture, std::size_t position) {
  NetworkRow row{position, 0, 0, {}};
  for (const auto& member : picture.networks[position].members) {
    if (member.standing == Standing::kept_apart) ++row.kept_apart;
    if (member.standing != Standing::ranked) continue;
    ++row.ranked;
    if (row.leading.size() < leading_max) row.leading.push_back(member.person);
  }
  return row;
}

std::vector<std::string> forces_of(const picture::Picture& picture, std::size_t nominal) {
  std::set<std::string> forces;
  for (const auto& term : picture.nominals[nominal].harm.terms) {
    const auto& evidence = picture.evidence;
    const auto& force = evidence.sources[evidence.records[term.record].source].force;
    if (!force.empty()) forces.insert(force);
  }
  return {forces.begin(), forces.end()};
}

bool is_listed(const picture::Picture& picture, std::size_t position, const NominalFilter& filter) {
  const auto& nominal = picture.nominals[position];
  if (filter.is_new && nominal.is_new != *filter.is_new) return false;
  if (filter.in_network && nominal.networks.empty() == *filter.in_network) return false;
  if (filter.force.empty()) return true;
  const auto forces = forces_of(picture, position);
  return std::binary_search(forces.begin(), forces.end(), filter.force);
}

std::vector<threat::ProtectionReason> reasons_of(const picture::ProtectedPerson& person) {
  std::set<threat::ProtectionReason> reasons;
  for (const auto& line : person.lines) reasons.insert(line.reason);
  return {reasons.begin(), reasons.end()};
}

template <class Row>
Json list_json(const Index& index, const Listing<Row>& list,
               Json (*row_json)(const Index&, const Row&)) {
  Json json = Writing(index).marking(list.label);
  json["count"] = list.count;
  json["position"] = list.position;
  const auto next = list.position + list.rows.size();
  if (!list.rows.empty() && next < list.count) json["next_position"] = next;
  json["rows"] = Json::array();
  for (const auto& row : list.rows) json["rows"].push_back(row_json(index, row));
  return json;
}

Json people_json(const Index& index, const std::vector<Entity>& people) {
  Json json = Json::array();
  for (auto person : people) json.push_back(Writing(index).who(person));
  return json;
}

Json network_json(const Index& index, const NetworkRow& row) {
  const auto& picture = index.picture();
  const auto& network = picture.networks[row.network];
  Json types = Json::array();
  for (const auto& [type, harm] : network.threat_types)
    types.push_back(picture.tables.threat_types[type].key);
  Json json = {{"rank", row.network + 1},
               {"harm_days", days_of(network.harm.total)},
               {"people", network.members.size()},
               {"ranked", row.ranked},
               {"kept_apart", row.kept_apart},
               {"forces", network.forces},
               {"threat_types", std::move(types)},
               {"is_new", network.is_new},
               {"leading", people_json(index, row.leading)}};
  Writing(index).add_times(json, network.first, network.last);
  return json;
}

Json nominal_json(const Index& index, const NominalRow& row) {
  const auto& nominal = index.picture().nominals[row.nominal];
  Json json = Writing(index).who(nominal.person);
  json["rank"] = row.nominal + 1;
  json["harm_days"] = days_of(nominal.harm.total);
  json["offences"] = nominal.harm.terms.size();
  if (!nominal.harm.terms.empty()) json["gravest"] = nominal.harm.terms.front().offence->title;
  json["forces"] = row.forces;
  json["networks"] = Json::array();
  for (auto network : nominal.networks) json["networks"].push_back(network + 1);
  json["is_new"] = nominal.is_new;
  return json;
}

Json protected_json(const Index& index, const ProtectedRow& row) {
  const auto& person = index.picture().protection_list[row.position];
  Json json = Writing(index).who(person.person);
  json["reasons"] = Json::array();
  for (auto reason : row.reasons) json["reasons"].push_back(base::name_of(reason));
  json["lines"] = person.lines.size();
  json["is_also_suspect"] = person.is_also_suspect;
  return json;
}

Json held_back_json(const Index& index, const HeldBackRow& row) {
  const auto& held = index.picture().held_back[row.position];
  Json json = Writing(index).who(held.person);
  json["perhaps"] = people_json(index, held.perhaps);
  return json;
}

}  // namespace

Listing<NetworkRow> list_networks(const Index& index, const NetworkFilter& filter, Page page) {
  const auto& picture = index.picture();
  auto list = page_of<NetworkRow>(
      picture.networks.size(), page,
      [&](auto i) { return is_listed(picture, picture.networks[i], filter); },
      [&](auto i) { return network_row(picture, i); });
  Sources sources(index);
  for (const auto& row : list.rows) {
    for (const auto& member : picture.networks[row.network].members)
      sources.use_entity(member.person);
  }
  list.label = sources.label();
  return list;
}

Listing<NominalRow> list_nominals(const Index& index, const NominalFilter& filter, Page page) {
  const auto& picture = index.picture();
  auto list = page_of<NominalRow>(
      picture.nominals.size(), page, [&](auto i) { return is_listed(picture, i, filter); },
      [&](auto i) {
        return NominalRow{i, forces_of(picture, i)};
      });
  Sources sources(index);
  for (const auto& row : list.rows) sources.use_entity(picture.nominals[row.nominal].person);
  list.label = sources.label();
  return list;
}

Listing<ProtectedRow> list_protected(const Index& index,
                                     std::optional<threat::ProtectionReason> reason, Page page) {
  const auto& people = index.picture().protection_list;
  auto list = page_of<ProtectedRow>(
      people.size(), page,
      [&](auto i) {
        const auto& lines = people[i].lines;
        return !reason || std::any_of(lines.begin(), lines.end(),
                                      [&](const auto& line) { return line.reason == *reason; });
      },
      [&](auto i) {
        return ProtectedRow{i, reasons_of(people[i])};
      });
  Sources sources(index);
  for (const auto& row : list.rows) sources.use_entity(people[row.position].person);
  list.label = sources.label();
  return list;
}

Listing<HeldBackRow> list_held_back(const Index& index, Page page) {
  const auto& people = index.picture().held_back;
  auto list = page_of<HeldBackRow>(
      people.size(), page, [](auto) { return true; }, [](auto i) { return HeldBackRow{i}; });
  Sources sources(index);
  for (const auto& row : list.rows) {
    sources.use_entity(people[row.position].person);
    for (auto other : people[row.position].perhaps) sources.use_entity(other);
  }
  list.label = sources.label();
  return list;
}

nlohmann::ordered_json to_json(const Index& index, const Listing<NetworkRow>& list) {
  return list_json(index, list, network_json);
}
nlohmann::ordered_json to_json(const Index& index, const Listing<NominalRow>& list) {
  return list_json(index, list, nominal_json);
}
nlohmann::ordered_json to_json(const Index& index, const Listing<ProtectedRow>& list) {
  return list_json(index, list, protected_json);
}
nlohmann::ordered_json to_json(const Index& index, const Listing<HeldBackRow>& list) {
  return list_json(index, list, held_back_json);
}

}  // namespace questions
