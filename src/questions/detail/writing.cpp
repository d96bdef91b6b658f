#include "questions/detail/writing.hpp"

namespace questions {

Json Writing::who(Entity entity) const {
  Json json = {{"entity", index_.name(entity)},
               {"caption", index_.caption(entity)},
               {"noun", base::name_of(index_.noun(entity))}};
  if (index_.is_person(entity)) json["is_protected"] = index_.is_protected(entity);
  return json;
}

Json Writing::people(const std::vector<Entity>& entities) const {
  Json list = Json::array();
  for (auto entity : entities) list.push_back(who(entity));
  return list;
}

Json Writing::record(std::uint32_t number) const {
  const auto& evidence = index_.picture().evidence;
  const auto& record = evidence.records[number];
  const auto& source = evidence.sources[record.source];
  Json json = {{"record", to_string(record.reference)},
               {"source", source.source},
               {"force", source.force},
               {"file", source.file_name},
               {"row", record.row}};
  if (const auto when = picture::time_of(record)) json["when"] = base::to_string_utc(*when);
  if (record.grading) json["grade"] = to_string(*record.grading);
  if (!evidence.corrections_of(number).empty()) json["is_corrected"] = true;
  return json;
}

void Writing::add_records(Json& json, const Citations& citations) const {
  Json records = Json::array();
  for (auto number : citations.records) records.push_back(record(number));
  json["records"] = std::move(records);
  json["record_count"] = citations.count;
}

void Writing::add_times(Json& json, std::optional<base::Seconds> first,
                        std::optional<base::Seconds> last) const {
  if (first) json["first"] = base::to_string_utc(*first);
  if (last) json["last"] = base::to_string_utc(*last);
}

Json Writing::harm_term(const threat::HarmTerm& term) const {
  Json json;
  json["event"] = index_.name(term.event);
  json["offence"] = term.offence->offence;
  json["offence_title"] = term.offence->title;
  json["role"] = base::name_of(term.role);
  json["weight_days"] = days_of(term.offence->weight);
  json["responsibility"] = static_cast<double>(term.responsibility_thousandths) / 1000;
  json["recency"] = static_cast<double>(term.recency_thousandths) / 1000;
  json["harm_days"] = days_of(term.harm);
  return json;
}

double days_of(threat::Harm harm) {
  return static_cast<double>(harm) / static_cast<double>(threat::harm_per_day);
}

}  // namespace questions
