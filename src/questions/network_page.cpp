#include "questions/network_page.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "questions/detail/writing.hpp"
#include "questions/lists.hpp"
#include "questions/marking.hpp"
#include "questions/network_name.hpp"

namespace questions {

using picture::Standing;

namespace {

std::vector<ControlSaying> control_of(const Index& index, const picture::NetworkMember& member,
                                      Sources& sources) {
  std::vector<ControlSaying> sayings;
  if (member.standing != Standing::ranked) return sayings;
  for (const auto& line : member.control) {
    sayings.push_back({line.evidence, threat::control_sentence(line, index.picture().tables),
                       line.count, sources.cite(line.records)});
  }
  return sayings;
}

void place_members(const picture::RankedNetwork& network, NetworkPage& page) {
  std::map<Entity, std::size_t> node_of;
  std::vector<bool> at_rim;
  for (const auto& member : network.members) {
    node_of.emplace(member.person, at_rim.size());
    at_rim.push_back(member.standing != Standing::ranked);
  }
  std::vector<ChartTie> ties;
  for (const auto& tie : page.ties)
    ties.push_back({node_of.at(tie.from), node_of.at(tie.to), tie.weight});
  const auto points = arrange(at_rim, ties);
  for (std::size_t i = 0; i < points.size(); ++i) page.members[i].point = points[i];
}

Json measures_json(const threat::Prominence& prominence) {
  Json measures;
  for (std::size_t i = 0; i < threat::measure_rules.size(); ++i) {
    measures[std::string(threat::measure_rules[i].name)] = {
        {"value", prominence.measures[i].value}, {"percentile", prominence.measures[i].percentile}};
  }
  return measures;
}

Json member_json(const Index& index, const picture::NetworkMember& member, const MemberLine& line) {
  Json json = Writing(index).who(member.person);
  json["harm_days"] = days_of(member.harm);
  json["standing"] = base::name_of(member.standing);
  json["x"] = line.point.x;
  json["y"] = line.point.y;
  if (const auto position = index.protection(member.person)) {
    json["protection"] = Json::array();
    for (auto reason : reasons_of(index.picture().protection_list[*position]))
      json["protection"].push_back(base::name_of(reason));
  }
  if (member.standing != Standing::ranked) return json;
  json["place"] = line.member + 1;
  json["place_score"] = member.place_score;
  json["prominence"] = threat::prominence_sentence(member.prominence);
  json["agreement"] = member.prominence.agreement;
  json["measures"] = measures_json(member.prominence);
  if (const auto& interval = member.prominence.interval)
    json["rank_interval"] = {interval->best, interval->worst};
  json["control"] = Json::array();
  for (const auto& control : line.control) json["control"].push_back(to_json(index, control));
  return json;
}

Json threat_types_json(const picture::Picture& picture, const picture::RankedNetwork& network) {
  Json json = Json::array();
  for (const auto& [type, harm] : network.threat_types) {
    auto& each = json.emplace_back();
    each["threat_type"] = picture.tables.threat_types[type].key;
    each["title"] = picture.tables.threat_types[type].title;
    each["harm_days"] = days_of(harm);
  }
  return json;
}

}  // namespace

NetworkPage network_page(const Index& index, std::size_t position) {
  const auto& picture = index.picture();
  base::expect(position < picture.networks.size(), "a network of the picture");
  const auto& network = picture.networks[position];
  NetworkPage page{.network = position};
  Sources sources(index);
  for (std::size_t i = 0; i < network.members.size(); ++i) {
    page.members.push_back({i, control_of(index, network.members[i], sources), {}});
  }
  const LinkFilter filter{.records = false};
  for (auto tie : network.ties) {
    const auto left = picture.ties[tie].left, right = picture.ties[tie].right;
    if (!page.ties.empty() && page.ties.back().from == left && page.ties.back().to == right)
      continue;
    page.ties.push_back(link_between(index, left, right, filter, sources).value());
  }
  page.harm_line_count = network.harm.terms.size();
  for (std::size_t i = 0; i < std::min(page.harm_line_count, network_harm_lines_max); ++i) {
    const auto& term = network.harm.terms[i];
    page.harm_lines.push_back(
        {term, sources.cite(picture::records_of(picture, network, term.event))});
  }
  place_members(network, page);
  page.label = picture.manifest.label;  // what ranks networks and members is the whole picture
  return page;
}

nlohmann::ordered_json to_json(const Index& index, const NetworkPage& page) {
  const Writing writing(index);
  const auto& picture = index.picture();
  const auto& network = picture.networks[page.network];
  Json json;
  json["marking"] = marking_json(page.label);
  json["network"] = network_name(index, page.network);
  json["rank"] = page.network + 1;
  json["harm_days"] = days_of(network.harm.total);
  json["forces"] = network.forces;
  writing.add_times(json, network.first, network.last);
  json["is_new"] = network.is_new;
  json["threat_types"] = threat_types_json(picture, network);
  json["prominence_caveat"] = threat::prominence_caveat;
  json["control_caveat"] = threat::control_caveat;
  json["members"] = Json::array();
  for (const auto& line : page.members)
    json["members"].push_back(member_json(index, network.members[line.member], line));
  json["ties"] = Json::array();
  for (const auto& tie : page.ties) json["ties"].push_back(to_json(index, tie));
  json["harm_reason_count"] = page.harm_line_count;
  json["harm_reasons"] = Json::array();
  for (const auto& line : page.harm_lines) {
    Json each = writing.harm_term(line.term);
    writing.add_records(each, line.records);
    json["harm_reasons"].push_back(std::move(each));
  }
  return json;
}

}  // namespace questions
