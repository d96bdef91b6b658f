#include "picture/to_json.hpp"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "base/csv.hpp"

namespace picture {

namespace {

using Json = nlohmann::ordered_json;

std::string time_text(std::optional<base::Seconds> time) {
  return time ? base::to_string_utc(*time) : "";
}

class Writer {
 public:
  Writer(const Picture& picture, const JsonLimits& limits) : picture_(picture), limits_(limits) {}

  Json write() const {
    Json json;
    json["manifest"] = manifest();
    json["networks"] = {
        {"count", picture_.networks.size()},
        {"ranked", list(picture_.networks, limits_.networks_max, &Writer::network)}};
    json["nominals"] = {
        {"count", picture_.nominals.size()},
        {"ranked", list(picture_.nominals, limits_.nominals_max, &Writer::nominal)}};
    json["held_back"] = {
        {"count", picture_.held_back.size()},
        {"people", list(picture_.held_back, limits_.protected_max, &Writer::held_back)}};
    json["protection_list"] = {{"count", picture_.protection_list.size()},
                               {"people", list(picture_.protection_list, limits_.protected_max,
                                               &Writer::protected_person)}};
    json["notes"] = picture_.notes;
    return json;
  }

 private:
  template <class Item>
  Json list(const std::vector<Item>& items, std::size_t items_max,
            Json (Writer::*json_of)(const Item&) const) const {
    Json array = Json::array();
    for (std::size_t i = 0; i < std::min(items.size(), items_max); ++i)
      array.push_back((this->*json_of)(items[i]));
    return array;
  }

  Json manifest() const {
    const auto& manifest = picture_.manifest;
    return {{"release", manifest.release},
            {"marking", model::marking(manifest.label.tier)},
            {"compartments", manifest.label.compartments},
            {"handling", base::name_of(manifest.label.handling)},
            {"conditions", manifest.label.conditions},
            {"as_at", to_string(manifest.as_at)},
            {"records", manifest.records},
            {"mentions", manifest.mentions},
            {"entities", picture_.entities.size()},
            {"decisions", manifest.decisions},
            {"model_sha256", manifest.model_sha256},
            {"tables_sha256", manifest.tables_sha256}};
  }

  Json who(Entity entity) const {
    return {{"entity", name_of(picture_.evidence, picture_.entities, entity)},
            {"caption", caption_of(picture_.evidence, picture_.entities, entity)}};
  }

  Json record(std::uint32_t number) const {
    const auto& record = picture_.evidence.records[number];
    const auto& source = picture_.evidence.sources[record.source];
    Json json = {{"record", to_string(record.reference)},
                 {"source", source.source},
                 {"file", source.file_name},
                 {"row", record.row}};
    if (record.grading) json["grade"] = to_string(*record.grading);
    return json;
  }

  Json records_json(const std::vector<std::uint32_t>& records) const {
    Json array = Json::array();
    for (std::size_t i = 0; i < std::min(records.size(), limits_.records_per_reason_max); ++i) {
      array.push_back(record(records[i]));
    }
    return array;
  }

  Json term(const threat::HarmTerm& term) const {
    return {{"event", name_of(picture_.evidence, picture_.entities, term.event)},
            {"offence", term.offence->offence},
            {"role", base::name_of(term.role)},
            {"weight_days", static_cast<double>(term.offence->weight) / threat::harm_per_day},
            {"responsibility", static_cast<double>(term.responsibility_thousandths) / 1000},
            {"recency", static_cast<double>(term.recency_thousandths) / 1000},
            {"harm_days", static_cast<double>(term.harm) / threat::harm_per_day}};
  }

  Json nominal(const RankedNominal& nominal) const {
    Json json = who(nominal.person);
    json["harm_days"] = static_cast<double>(nominal.harm.total) / threat::harm_per_day;
    json["is_new"] = nominal.is_new;
    json["networks"] = nominal.networks.size();
    Json reasons = Json::array();
    for (const auto& each : nominal.harm.terms) {
      auto reason = term(each);
      reason["records"] = records_json(records_of(picture_, nominal.person, each.event));
      reasons.push_back(std::move(reason));
    }
    json["reasons"] = std::move(reasons);
    return json;
  }

  Json control(const NetworkMember& member) const {
    Json lines = Json::array();
    for (const auto& line : member.control) {
      const auto& rule = picture_.tables.control_rule(line.evidence);
      lines.push_back({{"evidence", base::name_of(line.evidence)},
                       {"says", threat::control_sentence(line, picture_.tables)},
                       {"count", line.count},
                       {"weight", static_cast<double>(rule.weight_thousandths) / 1000},
                       {"records", records_json(line.records)}});
    }
    return lines;
  }

  Json member(const NetworkMember& member) const {
    Json json = who(member.person);
    json["harm_days"] = static_cast<double>(member.harm) / threat::harm_per_day;
    json["standing"] = base::name_of(member.standing);
    if (member.standing != Standing::ranked) return json;
    json["place_score"] = member.place_score;
    json["control"] = control(member);
    json["prominence"] = member.prominence.score;
    json["agreement"] = member.prominence.agreement;
    Json measures;
    for (std::size_t i = 0; i < threat::measure_rules.size(); ++i) {
      measures[std::string(threat::measure_rules[i].name)] = {
          {"value", member.prominence.measures[i].value},
          {"percentile", member.prominence.measures[i].percentile}};
    }
    json["measures"] = std::move(measures);
    if (const auto& interval = member.prominence.interval)
      json["rank_interval"] = {interval->best, interval->worst};
    json["reasons"] = prominence_sentence(member.prominence);
    return json;
  }

  Json network(const RankedNetwork& network) const {
    Json json;
    json["harm_days"] = static_cast<double>(network.harm.total) / threat::harm_per_day;
    json["people"] = network.members.size();
    json["forces"] = network.forces;
    json["first"] = time_text(network.first);
    json["last"] = time_text(network.last);
    json["is_new"] = network.is_new;
    Json types = Json::array();
    for (const auto& [type, harm] : network.threat_types) {
      types.push_back({{"threat_type", picture_.tables.threat_types[type].key},
                       {"harm_days", static_cast<double>(harm) / threat::harm_per_day}});
    }
    json["threat_types"] = std::move(types);
    json["caveat"] = threat::prominence_caveat;
    json["members"] = list(network.members, network.members.size(), &Writer::member);
    json["ties"] = ties(network);
    Json reasons = Json::array();
    for (const auto& each : network.harm.terms) {
      auto reason = term(each);
      reason["records"] = records_json(records_of(picture_, network, each.event));
      reasons.push_back(std::move(reason));
    }
    json["reasons"] = std::move(reasons);
    return json;
  }

  Json ties(const RankedNetwork& network) const {
    Json array = Json::array();
    for (auto i : network.ties) {
      const auto& tie = picture_.ties[i];
      array.push_back({{"left", name_of(picture_.evidence, picture_.entities, tie.left)},
                       {"right", name_of(picture_.evidence, picture_.entities, tie.right)},
                       {"kind", base::name_of(tie.kind)},
                       {"strength", tie.strength},
                       {"record", record(tie.record)}});
    }
    return array;
  }

  Json protected_person(const ProtectedPerson& person) const {
    Json json = who(person.person);
    json["is_also_suspect"] = person.is_also_suspect;
    Json reasons = Json::array();
    for (const auto& line : person.lines) {
      reasons.push_back({{"reason", base::name_of(line.reason)}, {"record", record(line.record)}});
    }
    json["reasons"] = std::move(reasons);
    return json;
  }

  Json held_back(const HeldBack& held) const {
    Json json = who(held.person);
    Json perhaps = Json::array();
    for (auto person : held.perhaps)
      perhaps.push_back(name_of(picture_.evidence, picture_.entities, person));
    json["perhaps"] = std::move(perhaps);
    return json;
  }

  const Picture& picture_;
  const JsonLimits& limits_;
};

}  // namespace

std::string to_json(const Picture& picture, const JsonLimits& limits) {
  return Writer(picture, limits).write().dump(1) + "\n";
}

std::string entities_csv(const Picture& picture) {
  const auto& evidence = picture.evidence;
  std::vector<std::string> names(picture.entities.size());
  for (Entity entity = 0; entity < names.size(); ++entity) {
    names[entity] = name_of(evidence, picture.entities, entity);
  }
  std::string csv = "record,slot,noun,entity\n";
  for (std::uint32_t i = 0; i < evidence.mentions.size(); ++i) {
    const auto& mention = evidence.mentions[i];
    csv += base::csv_row({to_string(evidence.records[mention.record].reference),
                          evidence.texts[mention.slot], base::name_of(mention.noun),
                          names[picture.entities.of_mention(i)]});
  }
  return csv;
}

std::string tie_kinds(const Picture& picture, const RankedNetwork& network) {
  std::map<model::TieKind, int> counts;
  for (auto tie : network.ties) ++counts[picture.ties[tie].kind];
  std::vector<std::pair<model::TieKind, int>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [kind, count] : sorted) {
    text +=
        (text.empty() ? "" : ", ") + std::string(base::name_of(kind)) + " " + std::to_string(count);
  }
  return text;
}

}  // namespace picture
