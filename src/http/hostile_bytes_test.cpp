#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "http/detail/example_site.hpp"
#include "http/detail/test_client.hpp"
#include "http/server.hpp"

using http::status_of;
using http::TestClient;

namespace {

using Random = std::mt19937_64;  // the standard says what it gives

const std::vector<std::string> good = {
    "GET /api/notes?limit=5 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET /api/notes/first HTTP/1.1\r\nHost: localhost\r\nCookie: session=ann; a=b\r\n\r\n",
    "POST /api/notes HTTP/1.1\r\nHost: localhost\r\nCookie: session=ann\r\n"
    "Content-Type: application/json\r\nContent-Length: 52\r\n\r\n"
    "{\"title\": \"a\", \"tags\": [\"b\"], \"day\": \"2026-03-01\"  }",
    "POST /api/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
    "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n3\r\nabc\r\n0\r\nTrailer: x\r\n\r\n",
    "HEAD / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\nExpect: 100-continue\r\n\r\n",
};
constexpr std::string_view odd[] = {
    "\r\n",
    "\n",
    "\r",
    ":",
    " ",
    "\t",
    "%",
    "%00",
    "%2e%2e/",
    "{",
    "[",
    "\"",
    "\\u0000",
    "chunked",
    "Content-Length: 3\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Host: x\r\n",
    "HTTP/1.1",
    "-1",
    "99999999999999999999",
    "ffffffffffffffff\r\n",
    "\xff\xfe",
    "é",
    "0\r\n\r\n",
    "Upgrade: h2c\r\n",
};

std::size_t below(Random& random, std::size_t size) { return size == 0 ? 0 : random() % size; }

void mutate(std::string& bytes, Random& random) {
  const auto place = below(random, bytes.size());
  switch (below(random, 6)) {
    case 0:
      bytes.insert(place, odd[below(random, std::size(odd))]);
      break;
    case 1:
      bytes.erase(place, 1 + below(random, 8));
      break;
    case 2:
      bytes.resize(place);
      break;
    case 3:
      bytes += good[below(random, good.size())];
      break;
    case 4:
      bytes.insert(place, bytes.substr(below(random, bytes.size()), below(random, 40)));
      break;
    default:
      if (!bytes.empty()) bytes[place] = static_cast<char>(random());
  }
}

}  // namespace

TEST_CASE("two thousand spoilt requests: never a mistake of ours, and the server stands") {
  const auto router = http::example_router();
  std::string reported;
  auto site = http::example_site();
  site.report = [&](const http::RawRequest&, std::string_view what) { reported = what; };
  http::Server server(router, site, {});
  Random random(20261122);
  for (int i = 0; i < 2000; ++i) {
    auto bytes = good[below(random, good.size())];
    for (auto times = 1 + below(random, 4); times > 0; --times) mutate(bytes, random);
    TestClient client(server.port());
    client.send(bytes);
    client.end_sending();
    const auto replies = client.read_to_end();
    CHECK_MESSAGE(replies.find("HTTP/1.1 5") == std::string::npos, bytes);
    CHECK_MESSAGE((replies.empty() || status_of(replies) >= 100), bytes);
  }
  CHECK(reported == "");
  TestClient client(server.port());
  client.send(good.front());
  CHECK(status_of(client.read_reply()) == 200);
}
