#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace base {

/// 256 bits of SHA-256 (FIPS 180-4) or of HMAC over it (RFC 2104).
using Digest = std::array<std::uint8_t, 32>;

inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Digest sha256(std::span<const std::uint8_t> bytes);
Digest hmac_sha256(std::span<const std::uint8_t> key, std::span<const std::uint8_t> bytes);

/// Lower-case hexadecimal digits.
std::string to_hex(std::span<const std::uint8_t> bytes);
/// Nothing unless it is 64 hexadecimal digits, lower case.
std::optional<Digest> digest_of_hex(std::string_view text);

/// Appends text with its length before it, so that no two lists of texts give the same bytes.
void append_framed(std::string& bytes, std::string_view text);

/// Appends 8 bytes, the most significant first.
void append_big_endian(std::string& bytes, std::uint64_t number);

}  // namespace base
