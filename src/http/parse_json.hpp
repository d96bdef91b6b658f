#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

namespace http {

/// Far more than any of our documents need; a parser's stack has room for it.
constexpr std::size_t json_depth_max = 32;

/// Reads a JSON text of a caller nobody need trust. Throws FieldError, with the pointer to where it
/// is, for: bytes that are no UTF-8, a syntax error, nesting beyond json_depth_max, a property
/// given twice, a NUL in any text, a whole number beyond 64 bits and any number beyond a double.
nlohmann::json parse_json(std::string_view text);

/// `pointer` with a further step (RFC 6901: ~ is ~0 and / is ~1).
std::string pointer_to(std::string_view pointer, std::string_view step);

}  // namespace http
