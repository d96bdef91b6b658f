#include "http/schema.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "http/parse_json.hpp"

namespace http {

namespace {

Schema described(Schema schema, std::string_view description) {
  if (!description.empty()) schema["description"] = description;
  return schema;
}

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 7> types = {"string", "integer", "number", "boolean",
                                                   "null",   "array",   "object"};
constexpr std::array<std::string_view, 3> formats = {"date", "date-time", "reference"};
constexpr std::array<std::string_view, 17> words = {
    "type",    "properties", "required",    "additionalProperties",
    "enum",    "minLength",  "maxLength",   "minimum",
    "maximum", "items",      "minItems",    "maxItems",
    "format",  "$ref",       "description", "example",
    "title"};

bool is_type(const nlohmann::json& value) {
  if (value.is_string()) return is_among(types, value.get_ref<const std::string&>());
  return value.is_array() && std::all_of(value.begin(), value.end(), [](const auto& each) {
           return each.is_string() && is_type(each);
         });
}

bool is_understood(const std::string& word, const nlohmann::json& value,
                   const Components& components) {
  if (!is_among(words, word)) return false;
  if (word == "type") return is_type(value);
  if (word == "format") return value.is_string() && is_among(formats, std::string(value));
  if (word != "$ref") return true;
  constexpr std::string_view prefix = "#/components/schemas/";
  const std::string target = value;
  return target.starts_with(prefix) && components.contains(target.substr(prefix.size()));
}

}  // namespace

Schema text(Length length, std::string_view description) {
  Schema schema = {{"type", "string"}, {"maxLength", length.max}};
  if (length.min > 0) schema["minLength"] = length.min;
  return described(std::move(schema), description);
}

Schema whole_number(Range range, std::string_view description) {
  Schema schema = {{"type", "integer"}};
  if (range.min != Range{}.min) schema["minimum"] = range.min;
  if (range.max != Range{}.max) schema["maximum"] = range.max;
  return described(std::move(schema), description);
}

Schema number(std::string_view description) { return described({{"type", "number"}}, description); }

Schema boolean(std::string_view description) {
  return described({{"type", "boolean"}}, description);
}

Schema date(std::string_view description) {
  return described({{"type", "string"}, {"format", "date"}}, description);
}

Schema date_time(std::string_view description) {
  return described({{"type", "string"}, {"format", "date-time"}}, description);
}

Schema reference(std::string_view description) {
  return described({{"type", "string"}, {"format", "reference"}}, description);
}

Schema one_of(const std::vector<std::string>& names, std::string_view description) {
  return described({{"type", "string"}, {"enum", names}}, description);
}

Schema list_of(Schema items, Length length, std::string_view description) {
  Schema schema = {{"type", "array"}, {"maxItems", length.max}};
  schema["items"] = std::move(items);
  if (length.min > 0) schema["minItems"] = length.min;
  return described(std::move(schema), description);
}

Schema object(const std::vector<Property>& properties, std::string_view description) {
  Schema schema = {{"type", "object"}, {"additionalProperties", false}};
  schema["properties"] = Schema::object();
  for (const auto& property : properties) {
    schema["properties"][property.name] = property.schema;
    if (property.need == Need::required) schema["required"].push_back(property.name);
  }
  return described(std::move(schema), description);
}

Schema map_of(Schema values, std::string_view description) {
  Schema schema = {{"type", "object"}};
  schema["additionalProperties"] = std::move(values);
  return described(std::move(schema), description);
}

Schema refer_to(std::string_view component) {
  return {{"$ref", "#/components/schemas/" + std::string(component)}};
}

Schema or_null(Schema schema) {
  base::expect(schema.contains("type"), "a schema with a type of its own to allow null beside it");
  schema["type"] = {schema["type"], "null"};
  if (schema.contains("enum")) schema["enum"].push_back(nullptr);
  return schema;
}

std::optional<std::string> not_understood(const Schema& schema, const Components& components) {
  if (schema.is_boolean()) return {};
  if (!schema.is_object()) return "";
  for (const auto& [word, value] : schema.items()) {
    if (!is_understood(word, value, components)) return pointer_to("", word);
    if (word == "items" || word == "additionalProperties") {
      if (const auto inner = not_understood(value, components)) {
        return pointer_to("", word) + *inner;
      }
    }
    if (word != "properties") continue;
    for (const auto& [name, property] : value.items()) {
      if (const auto inner = not_understood(property, components)) {
        return pointer_to(pointer_to("", word), name) + *inner;
      }
    }
  }
  return {};
}

}  // namespace http
