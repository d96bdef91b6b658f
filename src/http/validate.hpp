#pragma once

#include <optional>
#include <string>

#include "http/problem.hpp"
#include "http/schema.hpp"

namespace http {

/// The first way in which `value` does not hold to `schema`, in the order of the document; nothing
/// if it does. `field` is the pointer to the value itself, or the name it goes by.
std::optional<Violation> find_violation(const nlohmann::json& value, const Schema& schema,
                                        const Components& components,
                                        const std::string& field = "");

/// The value of a parameter of path or query, read as its schema's type says; refused by
/// FieldError.
nlohmann::json read_parameter(const std::string& name, const std::string& text,
                              const Schema& schema, const Components& components);

}  // namespace http
