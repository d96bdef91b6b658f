#include "questions/lists.hpp"

#include <algorithm>
#include <set>

#include "questions/detail/writing.hpp"
#include "questions/marking.hpp"
#include "questions/network_name.hpp"

namespace questions {

using picture::Standing;

namespace {

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

bool is_among(const std::vector<std::string>& forces, const std::string& force) {
  return std::binary_search(forces.begin(), forces.end(), force);
}

bool is_listed(const picture::Picture& picture, const picture::RankedNetwork& network,
               const NetworkFilter& filter) {
  const auto has_type = [&] {
    return std::any_of(network.threat_types.begin(), network.threat_types.end(), [&](auto& type) {
      return picture.tables.threat_types[type.first].key == filter.threat_type;
    });
  };
  if (!filter.force.empty() && !is_among(network.forces, filter.force)) return false;
  if (!filter.threat_type.empty() && !has_type()) return false;
  if (filter.is_new && network.is_new != *filter.is_new) return false;
  if (filter.from && (!network.last || *network.last < *filter.from)) return false;
  return !filter.until || (network.first && *network.first <= *filter.until);
}

NetworkRow network_row(const picture::Picture& picture, std::size_t position) {
  const auto& network = picture.networks[position];
  NetworkRow row{position, 0, 0, leading(network)};
  for (const auto& member : network.members) {
    row.kept_apart += member.standing == Standing::kept_apart;
    row.ranked += member.standing == Standing::ranked;
  }
  return row;
}

// The forces of those records, each once.
template <class Records>
std::vector<std::string> forces_of(const picture::Picture& picture, const Records& records) {
  std::set<std::string> forces;
  for (auto record : records) {
    const auto& force = picture.evidence.sources[picture.evidence.records[record].source].force;
    if (!force.empty()) forces.insert(force);
  }
  return {forces.begin(), forces.end()};
}

std::vector<std::string> forces_of_nominal(const picture::Picture& picture, std::size_t nominal) {
  std::vector<std::uint32_t> records;
  for (const auto& term : picture.nominals[nominal].harm.terms) records.push_back(term.record);
  return forces_of(picture, records);
}

std::vector<std::string> forces_of_person(const picture::Picture& picture, Entity person) {
  std::vector<std::uint32_t> records;
  for (auto mention : picture.entities.mentions(person))
    records.push_back(picture.evidence.mentions[mention].record);
  return forces_of(picture, records);
}

bool is_listed(const picture::Picture& picture, std::size_t position, const NominalFilter& filter) {
  const auto& nominal = picture.nominals[position];
  if (filter.is_new && nominal.is_new != *filter.is_new) return false;
  if (filter.in_network && nominal.networks.empty() == *filter.in_network) return false;
  return filter.force.empty() || is_among(forces_of_nominal(picture, position), filter.force);
}

bool is_listed(const picture::Picture& picture, const picture::ProtectedPerson& person,
               const ProtectedFilter& filter) {
  const auto has_reason = [&](const auto& line) { return line.reason == *filter.reason; };
  if (filter.reason && std::none_of(person.lines.begin(), person.lines.end(), has_reason))
    return false;
  if (filter.is_also_suspect && person.is_also_suspect != *filter.is_also_suspect) return false;
  return filter.force.empty() || is_among(forces_of_person(picture, person.person), filter.force);
}

template <class Row>
Json list_json(const Index& index, const Listing<Row>& list,
               Json (*row_json)(const Index&, const Row&)) {
  Json json;
  json["marking"] = marking_json(list.label);
  json["count"] = list.count;
  json["position"] = list.position;
  json["rows"] = Json::array();
  for (const auto& row : list.rows) json["rows"].push_back(row_json(index, row));
  return json;
}

Json network_json(const Index& index, const NetworkRow& row) {
  const auto& picture = index.picture();
  const auto& network = picture.networks[row.network];
  Json types = Json::array();
  for (const auto& [type, harm] : network.threat_types)
    types.push_back(picture.tables.threat_types[type].key);
  Json json;
  json["network"] = network_name(index, row.network);
  json["rank"] = row.network + 1;
  json["harm_days"] = days_of(network.harm.total);
  json["people"] = network.members.size();
  json["ranked"] = row.ranked;
  json["kept_apart"] = row.kept_apart;
  json["forces"] = network.forces;
  json["threat_types"] = std::move(types);
  json["is_new"] = network.is_new;
  json["leading"] = Writing(index).people(row.leading);
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
  for (auto network : nominal.networks) json["networks"].push_back(network_name(index, network));
  json["is_new"] = nominal.is_new;
  return json;
}

Json protected_json(const Index& index, const ProtectedRow& row) {
  const auto& person = index.picture().protection_list[row.position];
  Json json = Writing(index).who(person.person);
  json["reasons"] = Json::array();
  for (auto reason : row.reasons) json["reasons"].push_back(base::name_of(reason));
  json["lines"] = person.lines.size();
  json["forces"] = row.forces;
  json["is_also_suspect"] = person.is_also_suspect;
  return json;
}

Json held_back_json(const Index& index, const HeldBackRow& row) {
  const auto& held = index.picture().held_back[row.position];
  Json json = Writing(index).who(held.person);
  json["perhaps"] = Writing(index).people(held.perhaps);
  return json;
}

}  // namespace

std::vector<threat::ProtectionReason> reasons_of(const picture::ProtectedPerson& person) {
  std::set<threat::ProtectionReason> reasons;
  for (const auto& line : person.lines) reasons.insert(line.reason);
  return {reasons.begin(), reasons.end()};
}

Listing<NetworkRow> list_networks(const Index& index, const NetworkFilter& filter, Page page) {
  const auto& picture = index.picture();
  auto list = page_of<NetworkRow>(
      picture.networks.size(), page,
      [&](auto i) { return is_listed(picture, picture.networks[i], filter); },
      [&](auto i) { return network_row(picture, i); });
  list.label = picture.manifest.label;
  return list;
}

Listing<NominalRow> list_nominals(const Index& index, const NominalFilter& filter, Page page) {
  const auto& picture = index.picture();
  auto list = page_of<NominalRow>(
      picture.nominals.size(), page, [&](auto i) { return is_listed(picture, i, filter); },
      [&](auto i) {
        return NominalRow{i, forces_of_nominal(picture, i)};
      });
  list.label = picture.manifest.label;
  return list;
}

Listing<ProtectedRow> list_protected(const Index& index, const ProtectedFilter& filter, Page page) {
  const auto& picture = index.picture();
  const auto& people = picture.protection_list;
  auto list = page_of<ProtectedRow>(
      people.size(), page, [&](auto i) { return is_listed(picture, people[i], filter); },
      [&](auto i) {
        return ProtectedRow{i, reasons_of(people[i]), forces_of_person(picture, people[i].person)};
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
