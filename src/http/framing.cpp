#include "http/detail/framing.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace http {

namespace {

HeadScan refused(const char* sentence, int status = 400) {
  return {.state = HeadScan::State::refused, .status = status, .sentence = sentence};
}

const char* find_bad_line(std::string_view line) {
  if (line.front() == ' ' || line.front() == '\t') {
    return "A header must not go on in the next line: send it as one line.";
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return "A header must be a name, a colon and a value.";
  }
  if (line[colon - 1] == ' ' || line[colon - 1] == '\t') {
    return "There must be no space before the colon of a header.";
  }
  return nullptr;
}

}  // namespace

HeadScan scan_head(std::string_view bytes, std::size_t bytes_max) {
  constexpr auto too_long = "The headers are too long: send fewer or shorter ones.";
  for (std::size_t begin = 0;;) {
    const auto end = bytes.find_first_of(std::string_view("\r\n\0", 3), begin);
    if (end == std::string_view::npos || end + 1 == bytes.size()) {
      if (end != std::string_view::npos && bytes[end] != '\r') {
        return refused("Lines must end in CR LF.");
      }
      return bytes.size() > bytes_max ? refused(too_long, 431) : HeadScan{};
    }
    if (bytes[end] != '\r' || bytes[end + 1] != '\n') return refused("Lines must end in CR LF.");
    if (end + 2 > bytes_max) return refused(too_long, 431);
    const auto line = bytes.substr(begin, end - begin);
    if (line.empty()) {
      return begin == 0 ? refused("A request must begin with its method.")
                        : HeadScan{.state = HeadScan::State::complete, .length = end + 2};
    }
    if (const char* wrong = begin == 0 ? nullptr : find_bad_line(line)) return refused(wrong);
    begin = end + 2;
  }
}

const char* find_bad_framing(const std::vector<Header>& headers, unsigned version) {
  const auto lengths = count_headers(headers, "Content-Length");
  const auto encodings = count_headers(headers, "Transfer-Encoding");
  if (lengths + encodings > 1) {
    return "Give one Content-Length or one Transfer-Encoding, not several.";
  }
  if (lengths == 1) {
    const auto length = header(headers, "Content-Length");
    constexpr std::size_t digits_max = 18;
    if (length.empty() || length.size() > digits_max ||
        length.find_first_not_of("0123456789") != std::string_view::npos) {
      return "Content-Length must be a whole number.";
    }
  }
  if (encodings == 1 && base::to_lower_ascii(header(headers, "Transfer-Encoding")) != "chunked") {
    return "Transfer-Encoding may only be chunked.";
  }
  if (encodings == 1 && version < 11) return "HTTP/1.0 has no Transfer-Encoding.";
  return nullptr;
}

}  // namespace http
