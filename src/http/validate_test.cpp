#include "http/validate.hpp"

#include <doctest/doctest.h>

#include "http/detail/example_site.hpp"
#include "http/parse_json.hpp"

using http::example_router;
using http::example_site;

namespace {

// The field and the sentence that a note with this body is refused with; "" if it is taken.
std::string refusal(const std::string& body) {
  static const auto router = example_router();
  const auto reply = dispatch(router, example_site(), http::post("/api/notes", body, "ann"));
  if (reply.status == 201) return "";
  REQUIRE(reply.status == 400);
  CHECK(!check_reply(router, *router.find_operation("add_note"), reply));
  const auto problem = http::body_of(reply);
  return std::string(problem["field"]) + ": " + std::string(problem["detail"]);
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("a body that holds to its schema is taken") {
  CHECK(refusal(R"({"title": "a"})") == "");
  CHECK(refusal(R"({"title": "a", "day": "2026-03-01", "about": "7q3d9xkf0a2m4n6p",
                    "kind": "fact", "weight": 1.5, "pages": 9, "secret": false, "tags": ["x"]})") ==
        "");
  CHECK(refusal(R"({"title": "a", "weight": null})") == "");
  CHECK(refusal("{\"title\": \"éééééééééééééééééééé\"}") == "");  // 20 letters in 40 bytes
}

TEST_CASE("each wrong body names its field and says what to do") {
  CHECK(refusal("{}") == "/title: \"title\" is missing: add it.");
  CHECK(refusal(R"({"title": ""})") == "/title: \"title\" must have at least 1 character.");
  CHECK(refusal(R"({"title": "a", "colour": 1})") ==
        "/colour: \"colour\" is not known here: remove it.");
  CHECK(refusal(R"({"title": 5})") == "/title: \"title\" must be text in quotes.");
  CHECK(refusal(R"({"title": "123456789012345678901"})") ==
        "/title: \"title\" must have at most 20 characters.");
  CHECK(refusal(R"({"title": "a", "kind": "hunch"})") ==
        "/kind: \"kind\" must be one of: fact, guess.");
  CHECK(refusal(R"({"title": "a", "pages": 0})") == "/pages: \"pages\" must be at least 1.");
  CHECK(refusal(R"({"title": "a", "pages": 10})") == "/pages: \"pages\" must be at most 9.");
  CHECK(refusal(R"({"title": "a", "pages": 1.5})") == "/pages: \"pages\" must be a whole number.");
  CHECK(refusal(R"({"title": "a", "weight": "1"})") ==
        "/weight: \"weight\" must be a number or null.");
  CHECK(refusal(R"({"title": "a", "secret": 1})") == "/secret: \"secret\" must be true or false.");
  CHECK(refusal(R"({"title": "a", "day": "2026-02-30"})") ==
        "/day: \"day\" must be a day of the calendar as 2026-03-01.");
  CHECK(refusal(R"({"title": "a", "day": "1/3/2026"})").starts_with("/day: "));
  CHECK(refusal(R"({"title": "a", "about": "7Q3D"})").starts_with("/about: "));
  CHECK(refusal(R"({"title": "a", "tags": []})") == "/tags: \"tags\" must have at least 1 item.");
  CHECK(refusal(R"({"title": "a", "tags": ["a", "b", "c", "d"]})").starts_with("/tags: "));
  CHECK(refusal(R"({"title": "a", "tags": ["a", "bbbbbb"]})").starts_with("/tags/1: "));
  CHECK(refusal(R"([{"title": "a"}])") == ": The body must be an object.");
}

TEST_CASE("what is no proper JSON is refused, and says where") {
  CHECK(refusal("") == ": The body is empty: send JSON.");
  CHECK(refusal("{\"title\": \"a\"").starts_with(": The body is not valid JSON at byte"));
  CHECK(refusal(R"({"title": "a"} x)").starts_with(": The body is not valid JSON at byte"));
  CHECK(refusal(R"({"title": NaN})").starts_with(": The body is not valid JSON at byte"));
  CHECK(refusal("{\"title\": \"\xff\"}") == ": The body is not UTF-8: send it as UTF-8.");
  CHECK(refusal("{\"title\": \"\xed\xa0\x80\"}").starts_with(": The body is not UTF-8"));
  CHECK(refusal(R"({"title": "\ud800"})").starts_with(": The body is not valid JSON at byte"));
  CHECK(refusal(R"({"title": "a", "title": "b"})") ==
        "/title: \"title\" is given twice: give it once.");
  CHECK(refusal(R"({"title": "a\u0000b"})") ==
        "/title: A text contains a zero character: remove it.");
  CHECK(refusal(R"({"title": "a", "pages": 123456789012345678901})")
            .starts_with("/pages: The number"));
  CHECK(refusal(R"({"title": "a", "weight": 1e999})") ==
        ": A number is too large: give a smaller one.");
  CHECK(refusal(nested(33)).find("nested more than 32 deep") != std::string::npos);
  CHECK(refusal(nested(200'000)).find("nested more than 32 deep") != std::string::npos);
  CHECK(refusal(R"({"title": [{"a": 1, "a": 2}]})").starts_with("/title/0/a: "));
}

TEST_CASE("a pointer's step is escaped") { CHECK(http::pointer_to("/a", "b/c~d") == "/a/b~1c~0d"); }
