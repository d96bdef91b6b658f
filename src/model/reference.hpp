#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// The name of a record outside the store: 80 bits of an HMAC over where it came from, so that the
/// same files give the same names in one installation, and no name tells how many others there are.
struct Reference {
  std::array<std::uint8_t, 10> bytes{};
  auto operator<=>(const Reference&) const = default;
};

/// Sixteen characters of Crockford's base 32, lower case: "7q3d9xkf0a2m4n6p".
std::string to_string(const Reference& reference);
std::optional<Reference> parse_reference(std::string_view text);

}  // namespace model
