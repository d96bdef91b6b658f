#include "http/validate.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/date.hpp"
#include "base/text.hpp"
#include "http/parse_json.hpp"
#include "model/reference.hpp"

namespace http {

namespace {

using nlohmann::json;

struct Place {
  const json& value;
  const Schema& schema;
  const Components& components;
  const std::string& field;

  std::string name() const {
    if (field.empty()) return "The body";
    return base::quoted(field.starts_with('/') ? field.substr(field.rfind('/') + 1) : field);
  }
  Violation violation(const std::string& rest) const { return {field, name() + " " + rest}; }
  const json* word(const char* name) const {
    const auto found = schema.find(name);
    return found == schema.end() ? nullptr : &*found;
  }
};

using Found = std::optional<Violation>;

bool is_of_type(const json& value, std::string_view type) {
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number() && std::isfinite(value.get<double>());
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "array") return value.is_array();
  return value.is_object();
}

std::string_view in_plain_words(std::string_view type) {
  if (type == "string") return "text in quotes";
  if (type == "integer") return "a whole number";
  if (type == "number") return "a number";
  if (type == "boolean") return "true or false";
  if (type == "null") return "null";
  if (type == "array") return "a list";
  return "an object";
}

Found check_type(const Place& place) {
  const auto* type = place.word("type");
  if (!type) return {};
  const auto allowed = type->is_array() ? *type : json::array({*type});
  std::string allowed_words;
  for (const auto& each : allowed) {
    const auto& name = each.get_ref<const std::string&>();
    if (is_of_type(place.value, name)) return {};
    allowed_words += (allowed_words.empty() ? "" : " or ") + std::string(in_plain_words(name));
  }
  return place.violation("must be " + allowed_words + ".");
}

Found check_enum(const Place& place) {
  const auto* names = place.word("enum");
  if (!names || std::find(names->begin(), names->end(), place.value) != names->end()) return {};
  std::string listed;
  for (const auto& each : *names) {
    listed += (listed.empty() ? "" : ", ") + (each.is_string() ? std::string(each) : each.dump());
  }
  return place.violation("must be one of: " + listed + ".");
}

std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

Found check_limits(const Place& place, std::size_t size, const char* least, const char* most,
                   const std::string& unit) {
  const auto counted = [&unit](const json& limit) {
    return base::with_thousands(limit.get<long long>()) + " " + unit + (limit == 1 ? "" : "s");
  };
  if (const auto* min = place.word(least); min && size < min->get<std::size_t>()) {
    return place.violation("must have at least " + counted(*min) + ".");
  }
  if (const auto* max = place.word(most); max && size > max->get<std::size_t>()) {
    return place.violation("must have at most " + counted(*max) + ".");
  }
  return {};
}

bool is_whole_date(const std::string& text) {
  const auto date = base::parse_date(text, base::DateOrder::year_month_day);
  return date && date->is_whole() && base::to_string(*date) == text;
}

bool is_utc_time(const std::string& text) {
  const auto time = base::parse_time(text, base::DateOrder::year_month_day);
  return time && base::to_string_utc(*time) == text;
}

Found check_text(const Place& place) {
  const auto& text = place.value.get_ref<const std::string&>();
  if (auto found = check_limits(place, code_points(text), "minLength", "maxLength", "character")) {
    return found;
  }
  const auto* format = place.word("format");
  if (!format) return {};
  if (*format == "date" && !is_whole_date(text)) {
    return place.violation("must be a day of the calendar as 2026-03-01.");
  }
  if (*format == "date-time" && !is_utc_time(text)) {
    return place.violation("must be a time as 2026-03-01T09:30:12Z.");
  }
  if (*format == "reference" && !model::parse_reference(text)) {
    return place.violation("must be a reference: sixteen small letters and digits.");
  }
  return {};
}

Found check_number(const Place& place) {
  if (const auto* min = place.word("minimum"); min && place.value < *min) {
    return place.violation("must be at least " + min->dump() + ".");
  }
  if (const auto* max = place.word("maximum"); max && place.value > *max) {
    return place.violation("must be at most " + max->dump() + ".");
  }
  return {};
}

Found check_items(const Place& place) {
  if (auto found = check_limits(place, place.value.size(), "minItems", "maxItems", "item")) {
    return found;
  }
  const auto* items = place.word("items");
  if (!items) return {};
  for (std::size_t i = 0; i < place.value.size(); ++i) {
    const auto field = pointer_to(place.field, std::to_string(i));
    if (auto found = find_violation(place.value[i], *items, place.components, field)) return found;
  }
  return {};
}

Found check_property(const Place& place, const std::string& name, const json& value) {
  const auto field = pointer_to(place.field, name);
  if (const auto* known = place.word("properties"); known && known->contains(name)) {
    return find_violation(value, (*known)[name], place.components, field);
  }
  const auto* others = place.word("additionalProperties");
  if (others && others->is_object()) {
    return find_violation(value, *others, place.components, field);
  }
  if (others && *others == true) return {};
  return Violation{field, base::quoted(name) + " is not known here: remove it."};
}

Found check_properties(const Place& place) {
  if (const auto* required = place.word("required")) {
    for (const auto& name : *required) {
      if (place.value.contains(name)) continue;
      return Violation{pointer_to(place.field, name.get_ref<const std::string&>()),
                       base::quoted(std::string(name)) + " is missing: add it."};
    }
  }
  for (const auto& [name, value] : place.value.items()) {
    if (auto found = check_property(place, name, value)) return found;
  }
  return {};
}

}  // namespace

Found find_violation(const json& value, const Schema& schema, const Components& components,
                     const std::string& field) {
  if (schema.is_boolean() || schema.empty()) return {};
  if (const auto reference = schema.find("$ref"); reference != schema.end()) {
    const auto& target = reference->get_ref<const std::string&>();
    return find_violation(value, components.at(target.substr(target.rfind('/') + 1)), components,
                          field);
  }
  const Place place{value, schema, components, field};
  if (auto found = check_type(place)) return found;
  if (auto found = check_enum(place)) return found;
  if (value.is_string()) return check_text(place);
  if (value.is_number()) return check_number(place);
  if (value.is_array()) return check_items(place);
  // An object of no declared properties is as good as undescribed.
  const bool described = schema.contains("properties") || schema.contains("additionalProperties") ||
                         schema.contains("required");
  if (value.is_object() && described) return check_properties(place);
  return {};
}

json read_parameter(const std::string& name, const std::string& text, const Schema& schema,
                    const Components& components) {
  const auto type = schema.value("type", json("string"));
  json value = text;
  const auto* end = text.data() + text.size();
  if (std::int64_t whole = 0; type == "integer" || type == "number") {
    if (const auto read = std::from_chars(text.data(), end, whole);
        read.ec == std::errc() && read.ptr == end) {
      value = whole;
    }
  }
  if (double real = 0; type == "number" && value.is_string()) {
    if (const auto read = std::from_chars(text.data(), end, real);
        read.ec == std::errc() && read.ptr == end && std::isfinite(real)) {
      value = real;
    }
  }
  if (type == "boolean" && (text == "true" || text == "false")) value = text == "true";
  if (const auto found = find_violation(value, schema, components, name)) throw FieldError(*found);
  return value;
}

}  // namespace http
