#include "layout/detail/rules.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace layout {

namespace {

using Keys = std::vector<std::string>;

std::string lowered(std::string_view text) { return base::to_lower_ascii(base::trim(text)); }

std::vector<std::string> lowered(std::vector<std::string> texts) {
  for (auto& text : texts) text = lowered(text);
  return texts;
}

ValueMap value_map_of(const Node& node) {
  ValueMap map;
  for (const auto& [value, meaning] : node.members())
    map.emplace_back(lowered(value), meaning.text());
  return map;
}

std::string separator_of(const Node& node) {
  auto text = node.text();
  if (text.empty()) node.fail("the text between the values is wanted, such as \";\"");
  return text;
}

std::size_t slot_of(const Node& node, const Layout& layout) {
  const auto slot = node.text();
  Keys slots;
  for (const auto& mention : layout.mentions) {
    if (mention.slot == slot) return slots.size();
    slots.push_back(mention.slot);
  }
  node.fail_unknown("mention", slot, slots);
}

std::vector<RoleOfValue> roles_of(const Node& node) {
  std::vector<RoleOfValue> roles;
  for (const auto& [value, role] : node.members()) {
    RoleOfValue item{lowered(value), {}};
    if (!role.is_null()) item.role = role.named<model::LinkRole>(role.text(), "role");
    roles.push_back(std::move(item));
  }
  return roles;
}

void read_role(const Node& node, const Layout& layout, LinkRule& link) {
  if (!node.is_object()) {
    link.role = node.named<model::LinkRole>(node.text(), "role");
    return;
  }
  static const Keys keys = {"column", "values"};
  node.require_only(keys);
  link.role_column = column_of(node.at("column"), layout);
  link.roles = roles_of(node.at("values"));
}

}  // namespace

std::size_t column_of(const Node& node, const Layout& layout) {
  const auto name = node.text();
  Keys names;
  for (const auto& column : layout.columns) {
    if (column.name == name && column.dropped) {
      node.fail("the column " + name + " is dropped before anything is stored");
    }
    if (column.name == name) return names.size();
    names.push_back(column.name);
  }
  node.fail_unknown("column", name, names);
}

CellSource source_of(const Node& node, const Layout& layout) {
  CellSource source;
  const auto add_columns = [&](const Node& columns) {
    for (const auto& item : columns.items()) source.columns.push_back(column_of(item, layout));
  };
  if (!node.is_object()) {
    add_columns(node);
    return source;
  }
  static const Keys keys = {"column", "columns", "constant", "split", "values"};
  node.require_only(keys);
  for (const auto& key : {"column", "columns"}) {
    if (const auto columns = node.find(key)) add_columns(*columns);
  }
  if (const auto constant = node.find("constant")) source.constant = constant->text();
  if (const auto split = node.find("split")) source.split = separator_of(*split);
  if (const auto values = node.find("values")) source.values = value_map_of(*values);
  if (source.columns.empty() == source.constant.empty())
    node.fail("either a column or a constant is wanted here");
  return source;
}

std::vector<Condition> conditions_of(const Node& node, const Layout& layout) {
  static const Keys keys = {"column", "is"};
  std::vector<Condition> conditions;
  for (const auto& item : node.items()) {
    if (!item.is_object()) {
      conditions.push_back({column_of(item, layout), {}});
      continue;
    }
    item.require_only(keys);
    conditions.push_back({column_of(item.at("column"), layout), lowered(item.at("is").texts())});
  }
  return conditions;
}

RecordRule record_rule_of(const Node& node, const Layout& layout) {
  RecordRule rule;
  const std::array<std::pair<std::string, CellSource*>, 11> parts = {{
      {"marking", &rule.marking},
      {"handling", &rule.handling},
      {"conditions", &rule.conditions},
      {"compartments", &rule.compartments},
      {"groups", &rule.groups},
      {"grading", &rule.grading},
      {"source_evaluation", &rule.source_evaluation},
      {"assessment", &rule.assessment},
      {"happened", &rule.happened},
      {"recorded", &rule.recorded},
      {"retention", &rule.retention},
  }};
  Keys keys;
  for (const auto& [key, source] : parts) keys.push_back(key);
  node.require_only(keys);
  for (const auto& [key, source] : parts) {
    if (const auto given = node.find(key)) *source = source_of(*given, layout);
  }
  if (rule.source_evaluation.is_given() != rule.assessment.is_given())
    node.fail("source_evaluation and assessment are the two halves of a grade: give both");
  return rule;
}

MentionRule mention_rule_of(const std::string& slot, const Node& node, const Layout& layout) {
  static const Keys keys = {"noun", "attributes", "when", "always", "each"};
  static const Keys each_keys = {"column", "split"};
  node.require_only(keys);
  const auto noun = node.at("noun");
  MentionRule rule{.slot = slot, .noun = noun.named<model::Noun>(noun.text(), "noun")};
  if (const auto attributes = node.find("attributes")) {
    for (const auto& [name, source] : attributes->members()) {
      rule.attributes.push_back(
          {source.named<model::Attribute>(name, "attribute"), source_of(source, layout)});
    }
  }
  if (const auto when = node.find("when")) rule.when = conditions_of(*when, layout);
  if (const auto always = node.find("always")) rule.always = always->truth();
  if (const auto each = node.find("each")) {
    each->require_only(each_keys);
    rule.each = column_of(each->at("column"), layout);
    rule.each_split = separator_of(each->at("split"));
  }
  return rule;
}

LinkRule link_rule_of(const Node& node, const Layout& layout) {
  static const Keys keys = {"from", "to", "role", "time", "strength", "when"};
  node.require_only(keys);
  LinkRule link;
  link.from = slot_of(node.at("from"), layout);
  link.to = slot_of(node.at("to"), layout);
  read_role(node.at("role"), layout, link);
  if (const auto time = node.find("time")) link.time = source_of(*time, layout);
  if (const auto strength = node.find("strength")) link.strength = column_of(*strength, layout);
  if (const auto when = node.find("when")) link.when = conditions_of(*when, layout);
  return link;
}

}  // namespace layout
