#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/text.hpp"
#include "splink/parse_condition.hpp"
#include "splink/settings.hpp"

namespace splink {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t model_bytes_max = 16 << 20, comparisons_max = 1000, levels_max = 200,
                      rules_max = 1000;
constexpr int nesting_max = 16;
constexpr double not_observed = 1e-6;           // what Splink takes for a level it never saw
constexpr double probability_refused = 1e-300;  // below it Splink 5 refuses m and u

[[noreturn]] void refuse(const std::string& sentence) {
  throw base::Error(base::Fault::invalid, sentence);
}

// Before parsing, as the parser recurses.
void require_shallow(std::string_view text) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text && c == '\\') ++i;
    if (c == '"') in_text = !in_text;
    if (in_text) continue;
    if ((c == '{' || c == '[') && ++depth > nesting_max) {
      refuse("the Splink model is nested too deeply to be one");
    }
    if (c == '}' || c == ']') --depth;
  }
}

Json parse(std::string_view text) {
  if (text.size() > model_bytes_max) refuse("the Splink model is larger than 16 MB, so it is none");
  require_shallow(text);
  try {
    return Json::parse(text);
  } catch (const Json::exception& error) {
    refuse(std::string("the Splink model is no JSON: ") + error.what());
  }
}

/// The members of one object, each to be asked for once; what is left over is kept as it is.
class Members {
 public:
  Members(const Json& object, std::string where) : object_(object), where_(std::move(where)) {
    if (!object.is_object()) refuse(where_ + " is no JSON object");
  }

  const Json* find(const char* name) {
    known_.emplace_back(name);
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }

  std::optional<std::string> text(const char* name) {
    const auto* json = find(name);
    if (json == nullptr) return {};
    if (!json->is_string()) wrong(name, "a text");
    return json->get<std::string>();
  }
  std::optional<double> number(const char* name) {
    const auto* json = find(name);
    if (json == nullptr) return {};
    if (!json->is_number()) wrong(name, "a number");
    const auto value = json->get<double>();
    if (!std::isfinite(value)) wrong(name, "a finite number");
    return value;
  }
  std::optional<bool> truth(const char* name) {
    const auto* json = find(name);
    if (json == nullptr) return {};
    if (!json->is_boolean()) wrong(name, "true or false");
    return json->get<bool>();
  }
  const Json& list(const char* name, std::size_t size_max) {
    static const Json empty = Json::array();
    const auto* json = find(name);
    if (json == nullptr) return empty;
    if (!json->is_array()) wrong(name, "a list");
    if (json->size() > size_max) {
      refuse(where_ + " has more than " + std::to_string(size_max) + " " + name);
    }
    return *json;
  }

  OtherMembers others() const {
    OtherMembers rest;
    for (const auto& [name, value] : object_.items()) {
      const bool is_known = std::find(known_.begin(), known_.end(), name) != known_.end();
      if (!is_known || value.is_null()) {
        rest.emplace_back(name, value.dump(-1, ' ', false, Json::error_handler_t::replace));
      }
    }
    return rest;
  }

  [[noreturn]] void wrong(const char* name, const char* wanted) const {
    refuse(where_ + " has a \"" + name + "\" that is not " + wanted);
  }

 private:
  const Json& object_;
  std::string where_;
  std::vector<std::string> known_;
};

std::optional<double> probability(Members& members, const char* name, const std::string& where) {
  const auto* json = members.find(name);
  if (json == nullptr) return {};
  if (json->is_string()) {
    if (!json->get<std::string>().starts_with("level not observed"))
      members.wrong(name, "a number");
    return not_observed;
  }
  const auto value = members.number(name);
  if (*value < probability_refused || *value > 1) {
    refuse(where + " has a " + name + " of " + json->dump() +
           "; it must be at least 1e-300 and at most 1");
  }
  return value;
}

Level level_of(const Json& json, const std::string& where) {
  Members members(json, "a level of " + where);
  Level level;
  const auto condition = members.text("sql_condition");
  if (!condition) refuse("a level of " + where + " has no \"sql_condition\"");
  level.condition = *condition;
  const bool is_else = base::to_lower_ascii(base::trim(level.condition)) == "else";
  if (!is_else) level.test = parse_condition(level.condition, Naming::suffixed, where);
  level.label = members.text("label_for_charts");
  level.is_null = members.truth("is_null_level").value_or(false);
  const auto of_level = "the level " + base::quoted(level.condition, 300) + " of " + where;
  if (!level.is_null) {
    level.m = probability(members, "m_probability", of_level);
    level.u = probability(members, "u_probability", of_level);
  }
  level.term_frequency_column = members.text("tf_adjustment_column");
  level.term_frequency_weight = members.number("tf_adjustment_weight");
  level.term_frequency_minimum = members.number("tf_minimum_u_value");
  level.own_u_for_term_frequency = members.truth("disable_tf_exact_match_detection");
  level.others = members.others();
  // Written back because it was there; no level is one that says so.
  if (members.truth("is_null_level") == false) level.others.emplace_back("is_null_level", "false");
  return level;
}

void require_case_when(const Comparison& comparison, const std::string& where) {
  if (comparison.levels.size() < 2) refuse(where + " has fewer than two levels");
  for (const auto& level : comparison.levels) {
    const bool is_last = &level == &comparison.levels.back();
    if (level.test.has_value() == is_last) {
      refuse(where +
             (is_last ? " does not end with an ELSE level" : " has an ELSE level before its end"));
    }
  }
  if (comparison.levels.back().is_null) refuse(where + " has an ELSE level that is a null level");
}

Comparison comparison_of(const Json& json, std::size_t number) {
  Comparison comparison;
  Members members(json, "comparison " + std::to_string(number));
  comparison.name =
      members.text("output_column_name").value_or("comparison_" + std::to_string(number));
  const auto where = "the comparison " + base::quoted(comparison.name);
  for (const auto& level : members.list("comparison_levels", levels_max)) {
    comparison.levels.push_back(level_of(level, where));
  }
  require_case_when(comparison, where);
  comparison.others = members.others();
  return comparison;
}

BlockingRule rule_of(const Json& json) {
  BlockingRule rule;
  if (json.is_string()) {
    rule.is_plain = true;
    rule.condition = json.get<std::string>();
    return rule;
  }
  Members members(json, "a blocking rule");
  const auto condition = members.text("blocking_rule");
  if (!condition) refuse("a blocking rule has no \"blocking_rule\"");
  rule.condition = *condition;
  for (const auto& column : members.list("arrays_to_explode", 100)) {
    if (!column.is_string()) members.wrong("arrays_to_explode", "a list of columns");
    rule.arrays_to_explode.push_back(column.get<std::string>());
  }
  rule.others = members.others();
  return rule;
}

LinkType link_type_of(const std::string& word) {
  for (auto type : {LinkType::dedupe_only, LinkType::link_only, LinkType::link_and_dedupe}) {
    if (to_string(type) == word) return type;
  }
  refuse("the Splink model has the link_type " + base::quoted(word) +
         "; it can be dedupe_only, link_only or link_and_dedupe");
}

}  // namespace

std::string_view to_string(LinkType type) {
  switch (type) {
    case LinkType::dedupe_only:
      return "dedupe_only";
    case LinkType::link_only:
      return "link_only";
    case LinkType::link_and_dedupe:
      return "link_and_dedupe";
  }
  return "";
}

Settings read_settings(std::string_view text) {
  const auto json = parse(text);
  Members members(json, "the Splink model");
  Settings settings;
  const auto type = members.text("link_type");
  const auto& comparisons = members.list("comparisons", comparisons_max);
  if (!type || comparisons.empty()) {
    refuse("this is no Splink model: it has no \"link_type\" or no \"comparisons\"");
  }
  settings.link_type = link_type_of(*type);
  settings.prior = members.number("probability_two_random_records_match");
  if (settings.prior && !(*settings.prior > 0 && *settings.prior < 1)) {
    refuse("the Splink model's probability_two_random_records_match must lie between 0 and 1");
  }
  settings.unique_id_column = members.text("unique_id_column_name");
  settings.source_dataset_column = members.text("source_dataset_column_name");
  for (const auto& rule : members.list("blocking_rules_to_generate_predictions", rules_max)) {
    settings.blocking_rules.push_back(rule_of(rule));
  }
  for (const auto& comparison : comparisons) {
    settings.comparisons.push_back(comparison_of(comparison, settings.comparisons.size() + 1));
  }
  settings.others = members.others();
  return settings;
}

}  // namespace splink
