#include "http/cookies.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace http {

namespace {

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

std::string attributes(Transport transport) {
  return std::string("; Path=/; HttpOnly; SameSite=Strict") +
         (transport == Transport::tls ? "; Secure" : "");
}

}  // namespace

std::string cookie_name(std::string_view name, Transport transport) {
  return (transport == Transport::tls ? "__Host-" : "") + std::string(name);
}

std::optional<std::string> find_cookie(const RawRequest& request, std::string_view name) {
  std::optional<std::string> found;
  for (const auto& header : request.headers) {
    if (base::to_lower_ascii(header.name) != "cookie") continue;
    for (const auto part : base::split(header.value, ';')) {
      const auto pair = base::trim(part);
      const auto equals = pair.find('=');
      if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
      if (found) return {};
      found = std::string(pair.substr(equals + 1));
    }
  }
  return found;
}

Header set_cookie(const Cookie& cookie, Transport transport) {
  base::expect(is_plain(cookie.name) && is_plain(cookie.value),
               "a cookie of letters, digits, hyphens and underscores");
  std::string text = cookie_name(cookie.name, transport) + "=" + cookie.value;
  if (cookie.max_age_seconds > 0) text += "; Max-Age=" + std::to_string(cookie.max_age_seconds);
  return {"Set-Cookie", text + attributes(transport)};
}

Header drop_cookie(std::string_view name, Transport transport) {
  return {"Set-Cookie", cookie_name(name, transport) + "=; Max-Age=0" + attributes(transport)};
}

}  // namespace http
