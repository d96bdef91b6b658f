#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace http {

/// A description of a JSON value in the words of JSON Schema 2020-12, of which these are
/// understood, and no others: type (a name, or a list of names to allow null), properties,
/// required, additionalProperties (a schema, for objects used as maps; an object is otherwise
/// closed), enum, minLength, maxLength (code points), minimum, maximum, items, minItems, maxItems,
/// format (date, date-time, reference), $ref, description, example. An empty object allows
/// anything.
using Schema = nlohmann::json;

/// Schemas that others name by `refer_to`.
using Components = std::map<std::string, Schema>;

struct Length {
  std::size_t min = 0, max = 1000;
};
struct Range {
  std::int64_t min = std::numeric_limits<std::int64_t>::min();
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
};
enum class Need { required, optional };

struct Property {
  std::string name;
  Schema schema;
  Need need = Need::required;
};

Schema text(Length length, std::string_view description = {});
Schema whole_number(Range range = {}, std::string_view description = {});
Schema number(std::string_view description = {});
Schema boolean(std::string_view description = {});
Schema date(std::string_view description = {});       ///< 2026-03-01
Schema date_time(std::string_view description = {});  ///< 2026-03-01T09:30:12Z
Schema reference(std::string_view description = {});  ///< model::Reference
Schema one_of(const std::vector<std::string>& names, std::string_view description = {});
Schema list_of(Schema items, Length length, std::string_view description = {});
Schema object(const std::vector<Property>& properties, std::string_view description = {});
Schema map_of(Schema values, std::string_view description = {});
Schema refer_to(std::string_view component);
Schema or_null(Schema schema);  ///< not for what refer_to gives

/// The first thing in `schema` that is not among the words above, as a JSON pointer; nothing when
/// all is understood. Routes are held to it when they are added.
std::optional<std::string> not_understood(const Schema& schema, const Components& components);

}  // namespace http
