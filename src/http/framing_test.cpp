#include "http/detail/framing.hpp"

#include <doctest/doctest.h>

using namespace std::literals;

namespace {

// The length of the head, 0 while it is not all there, or minus the status it is refused with.
int scan(std::string_view bytes) {
  const auto found = http::scan_head(bytes, 100);
  if (found.state == http::HeadScan::State::refused) return -found.status;
  return static_cast<int>(found.length);
}

bool is_bad(const std::vector<http::Header>& headers, unsigned version = 11) {
  return http::find_bad_framing(headers, version) != nullptr;
}

}  // namespace

TEST_CASE("the end of a head is an empty line, and nothing else") {
  CHECK(scan("GET / HTTP/1.1\r\n\r\nbody") == 18);
  CHECK(scan("GET / HTTP/1.1\r\na: b\r\n\r\n") == 24);
  CHECK(scan("GET / HTTP/1.1\r\n\r") == 0);
  CHECK(scan("GET / HTTP/1.1\r\na: ") == 0);
  CHECK(scan("") == 0);
  CHECK(scan("GET / HTTP/1.1\n\n") == -400);
  CHECK(scan("GET / HTTP/1.1\n") == -400);
  CHECK(scan("GET / HTTP/1.1\r\na: b\n\r\n") == -400);
  CHECK(scan("GET / HTTP/1.1\r\na: b\rc\r\n\r\n") == -400);
  CHECK(scan("\r\nGET / HTTP/1.1\r\n\r\n") == -400);
  CHECK(scan("GET / HTTP/1.1\r\na: b\0\r\n\r\n"sv) == -400);
  CHECK(scan("GET / HTTP/1.1\r\na: b\r\n c\r\n\r\n") == -400);
  CHECK(scan("GET / HTTP/1.1\r\n a: b\r\n\r\n") == -400);
  CHECK(scan("GET / HTTP/1.1\r\na : b\r\n\r\n") == -400);
  CHECK(scan("GET / HTTP/1.1\r\nab\r\n\r\n") == -400);
  CHECK(scan("GET / HTTP/1.1\r\n: b\r\n\r\n") == -400);
  CHECK(scan("GET /" + std::string(100, 'a')) == -431);
  CHECK(scan("GET / HTTP/1.1\r\na: " + std::string(100, 'a') + "\r\n\r\n") == -431);
}

TEST_CASE("a body's end is said once, in one way") {
  CHECK(!is_bad({}));
  CHECK(!is_bad({{"Content-Length", "5"}}));
  CHECK(!is_bad({{"Transfer-Encoding", "Chunked"}}));
  CHECK(is_bad({{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}}));
  CHECK(is_bad({{"Content-Length", "5"}, {"content-length", "5"}}));
  CHECK(is_bad({{"Content-Length", "5, 5"}}));
  CHECK(is_bad({{"Content-Length", "+5"}}));
  CHECK(is_bad({{"Content-Length", ""}}));
  CHECK(is_bad({{"Content-Length", "0x5"}}));
  CHECK(is_bad({{"Content-Length", "99999999999999999999"}}));
  CHECK(is_bad({{"Transfer-Encoding", "gzip, chunked"}}));
  CHECK(is_bad({{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "identity"}}));
  CHECK(is_bad({{"Transfer-Encoding", "xchunked"}}));
  CHECK(is_bad({{"Transfer-Encoding", "chunked"}}, 10));
}
