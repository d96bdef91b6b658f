#include <nlohmann/json.hpp>

#include "splink/settings.hpp"

namespace splink {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
void put(Json& json, const char* name, const std::optional<T>& value) {
  if (value) json[name] = *value;
}

void put_others(Json& json, const OtherMembers& others) {
  for (const auto& [name, text] : others) json[name] = Json::parse(text);
}

Json json_of(const Level& level, Version version) {
  Json json{{"sql_condition", level.condition}};
  put(json, "label_for_charts", level.label);
  put(json, "m_probability", level.m);
  put(json, "u_probability", level.u);
  put(json, "tf_adjustment_column", level.term_frequency_column);
  put(json, "tf_minimum_u_value", level.term_frequency_minimum);
  put(json, "tf_adjustment_weight", level.term_frequency_weight);
  if (level.is_null) json["is_null_level"] = true;
  put(json, "disable_tf_exact_match_detection", level.own_u_for_term_frequency);
  put_others(json, level.others);
  if (version == Version::three) {
    for (const auto* name :
         {"fix_m_probability", "fix_u_probability", "disable_tf_exact_match_detection"}) {
      json.erase(name);
    }
  }
  return json;
}

Json json_of(const Comparison& comparison, Version version) {
  Json json{{"output_column_name", comparison.name}, {"comparison_levels", Json::array()}};
  for (const auto& level : comparison.levels) {
    json["comparison_levels"].push_back(json_of(level, version));
  }
  put_others(json, comparison.others);
  return json;
}

Json json_of(const BlockingRule& rule, Version version) {
  const bool is_plain = version == Version::as_read
                            ? rule.is_plain
                            : version == Version::three && rule.arrays_to_explode.empty();
  if (is_plain) return rule.condition;
  Json json{{"blocking_rule", rule.condition}};
  if (!rule.arrays_to_explode.empty()) json["arrays_to_explode"] = rule.arrays_to_explode;
  put_others(json, rule.others);
  if (version != Version::as_read && !json.contains("sql_dialect")) json["sql_dialect"] = "duckdb";
  return json;
}

// Version 5 names the columns of weights by one prefix, the others those of Bayes factors.
void rename_prefix(Json& json, Version version) {
  if (version == Version::as_read) return;
  json.erase("bayes_factor_column_prefix");
  json.erase("match_weight_column_prefix");
  if (version == Version::five) {
    json["match_weight_column_prefix"] = "mw_";
  } else {
    json["bayes_factor_column_prefix"] = "bf_";
  }
  if (!json.contains("sql_dialect")) json["sql_dialect"] = "duckdb";
}

}  // namespace

std::string write_settings(const Settings& settings, Version version) {
  Json json{{"link_type", to_string(settings.link_type)}};
  put(json, "probability_two_random_records_match", settings.prior);
  put_others(json, settings.others);
  rename_prefix(json, version);
  put(json, "unique_id_column_name", settings.unique_id_column);
  put(json, "source_dataset_column_name", settings.source_dataset_column);
  auto rules = Json::array();
  for (const auto& rule : settings.blocking_rules) rules.push_back(json_of(rule, version));
  json["blocking_rules_to_generate_predictions"] = std::move(rules);
  json["comparisons"] = Json::array();
  for (const auto& comparison : settings.comparisons) {
    json["comparisons"].push_back(json_of(comparison, version));
  }
  return json.dump(4, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace splink
