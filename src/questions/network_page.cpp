#include "questions/network_page.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "questions/chart.hpp"
#include "questions/detail/writing.hpp"
#include "threat/prominence.hpp"

namespace questions {

namespace {

constexpr std::size_t steps = 120;

std::vector<const Pair*> pairs_within(const Index& index, const picture::RankedNetwork& network) {
  std::vector<Entity> people;
  for (const auto& member : network.members) people.push_back(member.person);
  std::sort(people.begin(), people.end());
  std::vector<const Pair*> pairs;
  for (auto person : people) {
    for (const auto& contact : index.contacts(person)) {
      if (contact.person > person &&
          std::binary_search(people.begin(), people.end(), contact.person))
        pairs.push_back(&index.pairs()[contact.pair]);
    }
  }
  return pairs;
}

Json member_json(const Index& index, const picture::NetworkMember& member, const ChartPoint& at,
                 Sources& sources) {
  const Writing writing(index);
  const auto round = [](double value) { return std::round(value * 1000) / 1000; };
  Json json = writing.who(member.person);
  json["standing"] = base::name_of(member.standing);
  json["x"] = round(at.x);
  json["y"] = round(at.y);
  if (member.standing != picture::Standing::ranked) return json;
  json["harm_days"] = days_of(member.harm);
  json["place_score"] = member.place_score;
  json["prominence"] = threat::prominence_sentence(member.prominence);
  json["agreement"] = member.prominence.agreement;
  if (const auto& interval = member.prominence.interval)
    json["rank_interval"] = {interval->best, interval->worst};
  json["control"] = Json::array();
  for (const auto& line : member.control) {
    Json each{
        {"evidence", base::name_of(line.evidence)},
        {"says", threat::control_sentence(line, index.picture().tables)},
        {"weight", static_cast<double>(
                       index.picture().tables.control_rule(line.evidence).weight_thousandths) /
                       1000}};
    writing.add_records(each, sources.cite(line.records));
    json["control"].push_back(std::move(each));
  }
  return json;
}

Json harm_json(const Index& index, const picture::RankedNetwork& network, Sources& sources) {
  const Writing writing(index);
  Json terms = Json::array();
  for (const auto& term : network.harm.terms) {
    Json line{{"event", index.name(term.event)},
              {"offence", term.offence->title},
              {"role", base::name_of(term.role)},
              {"harm_days", days_of(term.harm)}};
    writing.add_records(line,
                        sources.cite(picture::records_of(index.picture(), network, term.event)));
    terms.push_back(std::move(line));
  }
  return terms;
}

}  // namespace

std::vector<ChartPoint> chart_of(const Index& index, std::size_t number) {
  const auto& network = index.picture().networks[number];
  const auto count = network.members.size();
  std::vector<ChartPoint> points(count);
  constexpr double golden_angle = 2.399963229728653;
  for (std::size_t i = 0; i < count; ++i) {
    const auto turn = golden_angle * static_cast<double>(i);
    const auto radius = std::sqrt((static_cast<double>(i) + 0.5) / static_cast<double>(count));
    points[i] = {radius * std::cos(turn), radius * std::sin(turn)};
  }
  std::map<Entity, std::size_t> place;
  for (std::size_t i = 0; i < count; ++i) place[network.members[i].person] = i;
  std::vector<std::pair<std::size_t, std::size_t>> springs;
  for (const auto* pair : pairs_within(index, network))
    springs.emplace_back(place[pair->left], place[pair->right]);
  const double ideal = 1.6 / std::sqrt(static_cast<double>(std::max<std::size_t>(1, count)));
  std::vector<ChartPoint> forces(count);
  for (std::size_t step = 0; step < steps; ++step) {
    std::fill(forces.begin(), forces.end(), ChartPoint{0, 0});
    const auto push = [&](std::size_t a, std::size_t b, auto strength_at) {
      const double dx = points[a].x - points[b].x, dy = points[a].y - points[b].y;
      const double distance = std::max(0.001, std::sqrt(dx * dx + dy * dy));
      const double strength = strength_at(distance) / distance;
      forces[a].x += dx * strength;
      forces[a].y += dy * strength;
      forces[b].x -= dx * strength;
      forces[b].y -= dy * strength;
    };
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count; ++b)
        push(a, b, [&](double distance) { return ideal * ideal / distance; });
    }
    for (const auto& [a, b] : springs)
      push(a, b, [&](double distance) { return -distance * distance / ideal; });
    const double heat = 0.1 * (1 - static_cast<double>(step) / static_cast<double>(steps));
    for (std::size_t i = 0; i < count; ++i) {
      const auto& force = forces[i];
      const double size = std::max(1e-9, std::sqrt(force.x * force.x + force.y * force.y));
      points[i].x = std::clamp(points[i].x + force.x / size * std::min(size, heat), -1.0, 1.0);
      points[i].y = std::clamp(points[i].y + force.y / size * std::min(size, heat), -1.0, 1.0);
    }
  }
  return points;
}

Answer network_page(const Index& index, std::size_t number) {
  const auto& picture = index.picture();
  const auto& network = picture.networks[number];
  Sources sources(index);
  const auto points = chart_of(index, number);
  Json members = Json::array(), links = Json::array();
  for (std::size_t i = 0; i < network.members.size(); ++i)
    members.push_back(member_json(index, network.members[i], points[i], sources));
  for (const auto* pair : pairs_within(index, network)) {
    const auto link = link_between(index, pair->left, pair->right, {.records = false}, sources);
    if (link) links.push_back(to_json(index, *link));
  }
  Json types = Json::array();
  for (const auto& [type, harm] : network.threat_types) {
    types.push_back(
        {{"threat_type", picture.tables.threat_types[type].key}, {"harm_days", days_of(harm)}});
  }
  Json body{{"rank", number + 1},
            {"harm_days", days_of(network.harm.total)},
            {"threat_types", std::move(types)},
            {"forces", network.forces},
            {"is_new", network.is_new},
            {"caveats", {threat::prominence_caveat, threat::control_caveat}}};
  Writing(index).add_times(body, network.first, network.last);
  body["members"] = std::move(members);
  body["links"] = std::move(links);
  body["harm"] = harm_json(index, network, sources);
  return {std::move(body), sources.label(), network.ties.size()};
}

}  // namespace questions
