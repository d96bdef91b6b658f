#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "resolve/detail/levels.hpp"
#include "resolve/model.hpp"

namespace resolve {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view format = "raptor resolve model 2";
// Did not freeze what candidates are chosen by.
constexpr std::string_view earlier_format = "raptor resolve model 1";

Kind kind_of(const std::string& word) {
  for (auto kind : {Kind::name, Kind::date, Kind::code, Kind::text, Kind::category,
                    Kind::identifier, Kind::surroundings}) {
    if (to_string(kind) == word) return kind;
  }
  throw base::Error(base::Fault::invalid, "the model has a field of unknown kind \"" + word + "\"");
}

Json json_of(const Field& field) {
  Json json{{"name", field.name}, {"kind", to_string(field.kind)}};
  for (std::size_t level = 0; level < field.weights.size(); ++level) {
    json["levels"].push_back(
        {{"means", detail::in_words(field.kind, static_cast<detail::Level>(level))},
         {"weight", field.weights[level]}});
  }
  json["rarity_of_the_rest"] = field.rarity_of_the_rest;
  json["rarity"] = field.rarity;
  if (!field.parts.empty()) json["parts"] = field.parts;
  return json;
}

Field field_of(const Json& json) {
  Field field;
  field.name = json.at("name");
  field.kind = kind_of(json.at("kind"));
  field.rarity_of_the_rest = json.at("rarity_of_the_rest");
  for (const auto& level : json.at("levels")) field.weights.push_back(level.at("weight"));
  field.rarity = json.at("rarity").get<std::map<std::string, Bits>>();
  if (json.contains("parts")) field.parts = json.at("parts").get<decltype(field.parts)>();
  if (field.weights.size() != detail::level_count(field.kind) || field.weights[0] != 0) {
    throw base::Error(base::Fault::invalid,
                      "the model's field \"" + field.name + "\" has not the levels of its kind");
  }
  return field;
}

void require_fits(const Dependence& dependence, const std::vector<Field>& fields) {
  bool fits = dependence.first < fields.size() && dependence.second < fields.size();
  if (fits) {
    const auto rows = detail::group_count(fields[dependence.first].kind);
    const auto columns = detail::group_count(fields[dependence.second].kind);
    fits = dependence.correction.size() == rows;
    for (const auto& line : dependence.correction) fits = fits && line.size() == columns;
  }
  if (!fits) throw base::Error(base::Fault::invalid, "the model has a dependence of no two fields");
}

Model model_of(const Json& json) {
  if (json.at("format") == earlier_format) {
    throw base::Error(base::Fault::invalid,
                      "the model is of an earlier release and lacks what this one chooses "
                      "candidates by; train it again (--save-model)");
  }
  if (json.at("format") != format) {
    throw base::Error(base::Fault::invalid, "this is not a \"" + std::string(format) + "\"");
  }
  Model model;
  model.prior = json.at("prior");
  model.merge_above = json.at("merge_above");
  model.limits.candidates_per_row = json.at("candidates_per_row");
  model.limits.rows_per_key_max = json.at("rows_per_key_max");
  model.rows = json.at("rows");
  model.from_reference = json.at("from_reference");
  model.is_cautious = json.at("is_cautious");
  for (const auto& field : json.at("fields")) model.fields.push_back(field_of(field));
  for (const auto& pair : json.at("dependences")) {
    Dependence dependence{pair.at("first"), pair.at("second"),
                          pair.at("correction").get<std::vector<std::vector<Bits>>>()};
    require_fits(dependence, model.fields);
    model.dependences.push_back(std::move(dependence));
  }
  for (const auto& alias : json.at("aliases")) {
    model.aliases[{alias.at(0), alias.at(1)}] = alias.at(2);
  }
  return model;
}

}  // namespace

std::string to_json(const Model& model) {
  Json json{{"format", format},
            {"weights_per_bit", one_bit},
            {"prior", model.prior},
            {"merge_above", model.merge_above},
            {"candidates_per_row", model.limits.candidates_per_row},
            {"rows_per_key_max", model.limits.rows_per_key_max},
            {"rows", model.rows},
            {"from_reference", model.from_reference},
            {"is_cautious", model.is_cautious},
            {"fields", Json::array()},
            {"dependences", Json::array()},
            {"aliases", Json::array()}};
  for (const auto& field : model.fields) json["fields"].push_back(json_of(field));
  for (const auto& pair : model.dependences) {
    json["dependences"].push_back(
        {{"first", pair.first}, {"second", pair.second}, {"correction", pair.correction}});
  }
  for (const auto& [words, bits] : model.aliases) {
    json["aliases"].push_back(Json::array({words.first, words.second, bits}));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool is_of_earlier_release(std::string_view model_json) {
  return model_json.substr(0, 100).find(earlier_format) != std::string_view::npos;
}

Model model_from_json(std::string_view text) {
  try {
    return model_of(Json::parse(text));
  } catch (const Json::exception& error) {
    throw base::Error(base::Fault::invalid,
                      std::string("the model file cannot be read: ") + error.what());
  }
}

}  // namespace resolve
