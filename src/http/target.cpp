#include "http/target.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/problem.hpp"

namespace http {

namespace {

[[noreturn]] void refuse(const char* sentence) { throw FieldError({"target", sentence}); }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { is_plus, is_space };

std::string decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == Plus::is_space) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0) refuse("In the address, % must be followed by two hex digits.");
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (!base::is_utf8(decoded)) refuse("The address must be UTF-8, percent-encoded.");
  const bool control = std::any_of(decoded.begin(), decoded.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (control) refuse("The address must not contain control characters.");
  return decoded;
}

}  // namespace

Target parse_target(std::string_view target) {
  if (target.empty() || target.front() != '/') {
    refuse("The address must begin with a slash: send the path alone, as /api/….");
  }
  if (target.find('#') != std::string_view::npos || target.find('\\') != std::string_view::npos) {
    refuse("The address must contain no # and no backslash: encode them as %23 and %5C.");
  }
  const auto question = target.find('?');
  Target result;
  for (const auto segment : base::split(target.substr(1, question - 1), '/')) {
    result.segments.push_back(decode(segment, Plus::is_plus));
    if (result.segments.back() == "." || result.segments.back() == "..") {
      refuse("The address must not contain . or .. between slashes: write the whole path.");
    }
  }
  if (result.segments.empty()) result.segments.emplace_back();
  if (question == std::string_view::npos || question + 1 == target.size()) return result;
  for (const auto pair : base::split(target.substr(question + 1), '&')) {
    const auto equals = std::min(pair.find('='), pair.size());
    result.query.emplace_back(
        decode(pair.substr(0, equals), Plus::is_space),
        decode(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space));
  }
  return result;
}

}  // namespace http
