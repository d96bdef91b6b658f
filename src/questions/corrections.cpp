#include "questions/corrections.hpp"

#include <nlohmann/json.hpp>

#include "questions/marking.hpp"

namespace questions {

nlohmann::ordered_json correction_json(const model::Correction& correction) {
  nlohmann::ordered_json json;
  json["record"] = to_string(correction.value.mention.record);
  json["slot"] = correction.value.mention.slot;
  json["attribute"] = base::name_of(correction.value.attribute);
  json["was"] = correction.value.was;
  json["remedy"] = base::name_of(correction.remedy);
  if (correction.remedy == model::Remedy::replace) json["becomes"] = correction.becomes;
  json["decided_by"] = correction.decided_by;
  json["decided"] = base::to_string_utc(correction.decided);
  json["reason"] = correction.reason;
  json["marking"] = marking_json(correction.label);
  return json;
}

}  // namespace questions
