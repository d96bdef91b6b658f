#include "layout/detail/repeat.hpp"

#include <array>
#include <string>

#include "layout/detail/node.hpp"

namespace layout {

namespace {

using Json = nlohmann::ordered_json;

std::string numbered(const std::string& text, int number) {
  std::string result;
  for (char c : text) result += c == '#' ? std::to_string(number) : std::string(1, c);
  return result;
}

Json numbered(const Json& value, int number) {
  if (value.is_string()) return numbered(value.get<std::string>(), number);
  if (value.is_array()) {
    auto copy = Json::array();
    for (const auto& item : value) copy.push_back(numbered(item, number));
    return copy;
  }
  if (!value.is_object()) return value;
  auto copy = Json::object();
  for (const auto& [key, member] : value.items())
    copy[numbered(key, number)] = numbered(member, number);
  return copy;
}

// Adds the members of a group's "columns" or "mentions" to those of the file.
void add_members(Json& file, const Json& group, const Node& place, const std::string& key) {
  if (!group.contains(key)) return;
  auto& target = file[key];
  for (const auto& [name, value] : group.at(key).items()) {
    if (target.contains(name)) place.at(key).fail("the name " + name + " is there twice");
    target[name] = value;
  }
}

void add_group(Json& file, const Json& group, const Node& place) {
  add_members(file, group, place, "columns");
  add_members(file, group, place, "mentions");
  if (!group.contains("links")) return;
  if (!file.contains("links")) file["links"] = Json::array();
  for (const auto& link : group.at("links")) file["links"].push_back(link);
}

}  // namespace

void expand_repeats(Json& file) {
  if (!file.is_object() || !file.contains("repeat")) return;
  const Json repeats = file["repeat"];
  file.erase("repeat");
  static const std::array<std::string, 4> keys = {"count", "columns", "mentions", "links"};
  for (const auto& group : Node(repeats, "repeat").items()) group.require_only(keys);
  const Json groups = repeats.is_array() ? repeats : Json::array({repeats});
  for (const auto& group : groups) {
    const Node place(group, "repeat");
    for (int number = 1; number <= place.at("count").count(); ++number) {
      add_group(file, numbered(group, number), place);
    }
  }
}

}  // namespace layout
