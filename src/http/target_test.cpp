#include "http/target.hpp"

#include <doctest/doctest.h>

#include "http/problem.hpp"

namespace {

// The decoded segments with | between, then the query; "no" if the target is refused.
std::string read(std::string_view text) {
  try {
    const auto target = http::parse_target(text);
    std::string shown;
    for (const auto& segment : target.segments) shown += "|" + segment;
    for (const auto& [name, value] : target.query) shown += " " + name + "=" + value;
    return shown;
  } catch (const http::FieldError& error) {
    CHECK(error.violation().field == "target");
    return "no";
  }
}

}  // namespace

TEST_CASE("a target is taken apart, then decoded") {
  CHECK(read("/") == "|");
  CHECK(read("/api/notes") == "|api|notes");
  CHECK(read("/api/notes/") == "|api|notes|");
  CHECK(read("/api//notes") == "|api||notes");
  CHECK(read("/api/a%2Fb") == "|api|a/b");  // a slash in a segment separates nothing
  CHECK(read("/api/caf%C3%A9+1") == "|api|café+1");
  CHECK(read("/a?b=c%26d&e=f+g&h&=i") == "|a b=c&d e=f g h= =i");
  CHECK(read("/a?") == "|a");
  CHECK(read("/%252e%252e") == "|%2e%2e");  // decoded once only
}

TEST_CASE("a target that could lead elsewhere is refused") {
  CHECK(read("") == "no");
  CHECK(read("*") == "no");
  CHECK(read("http://localhost/") == "no");
  CHECK(read("/a/../b") == "no");
  CHECK(read("/a/%2e%2E/b") == "no");
  CHECK(read("/./b") == "no");
  CHECK(read("/a\\b") == "no");
  CHECK(read("/a#b") == "no");
  CHECK(read("/a%00") == "no");
  CHECK(read("/a%0d%0aSet-Cookie:x") == "no");
  CHECK(read("/a%7f") == "no");
  CHECK(read("/a%") == "no");
  CHECK(read("/a%4") == "no");
  CHECK(read("/a%zz") == "no");
  CHECK(read("/a%c0%af") == "no");  // a slash, too long
  CHECK(read("/a%ff") == "no");
  CHECK(read("/a?b=%ff") == "no");
}
