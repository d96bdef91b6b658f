#include "search/detail/tokens.hpp"

#include "base/text.hpp"

namespace search::detail {

namespace {

// How many bytes a character has by its first one; 1 for what cannot begin one.
std::size_t length_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= 0xF0) return 4;
  if (byte >= 0xE0) return 3;
  return byte >= 0xC2 ? 2 : 1;
}

}  // namespace

std::string clean(std::string_view text, std::size_t bytes_max) {
  std::string cleaned;
  for (std::size_t i = 0; i < text.size() && cleaned.size() < bytes_max;) {
    const auto character = text.substr(i, length_of(text[i]));
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F || !base::is_utf8(character)) {
      cleaned += ' ';
      ++i;
      continue;
    }
    if (cleaned.size() + character.size() > bytes_max) break;
    cleaned += character;
    i += character.size();
  }
  return cleaned;
}

namespace {

constexpr std::string_view marks[] = {"\"", "“", "”", "„", "«", "»"};

std::size_t mark_at(std::string_view text) {
  for (auto mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_label(std::string_view text) {
  for (auto label : {"name", "place", "text", "born", "dob", "phone", "vehicle", "plate", "vrm",
                     "account", "email", "postcode", "reference", "ending", "aged", "handle"}) {
    if (text == label) return true;
  }
  return false;
}

void take(std::string& piece, bool quoted, std::vector<Token>& tokens) {
  const auto colon = piece.find(':');
  if (!quoted && colon != std::string::npos &&
      is_label(base::to_lower_ascii(std::string_view(piece).substr(0, colon)))) {
    tokens.push_back({piece.substr(0, colon + 1), false});
    piece.erase(0, colon + 1);
  }
  if (!base::trim(piece).empty()) tokens.push_back({std::string(base::trim(piece)), quoted});
  piece.clear();
}

}  // namespace

std::vector<Token> tokens_of(std::string_view cleaned) {
  std::vector<Token> tokens;
  std::string piece;
  bool quoted = false;
  for (std::size_t i = 0; i < cleaned.size();) {
    if (const auto size = mark_at(cleaned.substr(i))) {
      take(piece, quoted, tokens);
      bool closes = false;
      for (auto j = i + size; j < cleaned.size(); ++j) {
        closes = closes || mark_at(cleaned.substr(j)) != 0;
      }
      quoted = !quoted && closes;
      i += size;
    } else if (!quoted && std::string_view(" ,;").find(cleaned[i]) != std::string_view::npos) {
      take(piece, quoted, tokens);
      ++i;
    } else {
      piece += cleaned[i++];
    }
  }
  take(piece, quoted, tokens);
  return tokens;
}

}  // namespace search::detail
