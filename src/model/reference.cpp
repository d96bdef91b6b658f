#include "model/reference.hpp"

namespace model {

namespace {

constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";

}  // namespace

std::string to_string(const Reference& reference) {
  std::string text;
  unsigned held = 0;
  int bits = 0;
  for (auto byte : reference.bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += digits[(held >> (bits - 5)) & 31U];
  }
  return text;
}

std::optional<Reference> parse_reference(std::string_view text) {
  if (text.size() != 16) return {};
  Reference reference;
  unsigned held = 0;
  int bits = 0;
  std::size_t at = 0;
  for (char c : text) {
    const auto digit = digits.find(c);
    if (digit == std::string_view::npos) return {};
    held = (held << 5) | static_cast<unsigned>(digit);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    reference.bytes[at++] = static_cast<std::uint8_t>(held >> bits);
  }
  return reference;
}

}  // namespace model
