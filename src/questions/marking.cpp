#include "questions/marking.hpp"

#include <nlohmann/json.hpp>

namespace questions {

nlohmann::ordered_json marking_json(const model::Label& label) {
  nlohmann::ordered_json json;
  json["marking"] = model::marking(label.tier);
  json["compartments"] = label.compartments;
  json["handling"] = base::name_of(label.handling);
  json["conditions"] = label.conditions;
  return json;
}

}  // namespace questions
