#include "http/detail/reply_head.hpp"

#include <array>
#include <charconv>

namespace http {

namespace {

// Fri, 20 Nov 2026 09:30:00 GMT; strftime's names of days would be those of the locale.
std::string http_date(std::time_t now) {
  constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %d %02d:%02d:%02d GMT",
                days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                utc.tm_min, utc.tm_sec);
  return text.data();
}

void add_header(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ");
  for (const char c : value) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) head += c;
  }
  head += "\r\n";
}

}  // namespace

std::string reply_head(const Reply& reply, const ReplyFraming& framing, std::time_t now) {
  std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " ";
  head.append(phrase_of(reply.status)).append("\r\n");
  add_header(head, "Date", http_date(now));
  for (const auto& header : reply.headers) add_header(head, header.name, header.value);
  const bool may_have_body = reply.status != 204 && reply.status != 304;
  if (may_have_body && framing.length) {
    add_header(head, "Content-Length", std::to_string(*framing.length));
  }
  if (may_have_body && framing.is_chunked) add_header(head, "Transfer-Encoding", "chunked");
  add_header(head, "Connection", framing.keeps_open ? "keep-alive" : "close");
  head += "\r\n";
  return head;
}

std::string chunk_of(std::string_view bytes) {
  if (bytes.empty()) return {};
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), bytes.size(), 16);
  std::string chunk(digits.data(), end.ptr);
  chunk.append("\r\n").append(bytes).append("\r\n");
  return chunk;
}

}  // namespace http
