#include "layout/layout.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {

// A layout with these members after its head, and one column "a".
std::string file(const std::string& rest) {
  return "{\"name\": \"n\", \"version\": 1, \"title\": \"t\", " + rest + "}";
}

std::string with_mention(const std::string& mention) {
  return file(R"("columns": {"a": {}, "nominal": {}}, "mentions": {"person": )" + mention + "}");
}

// What parse_layout says against it; "" if nothing.
std::string complaint(const std::string& text) {
  try {
    layout::parse_layout(text);
    return "";
  } catch (const base::Error& error) {
    CHECK(error.fault() == base::Fault::invalid);
    return error.what();
  }
}

}  // namespace

TEST_CASE("the shipped layouts can be read, and each is named for its file") {
  std::string names;
  for (const auto& item : layout::shipped_layouts()) names += item.name + " ";
  for (const auto& name : {"call-data-records ", "call-pairs ", "co-presence ",
                           "intelligence-reports ", "met-pairs ", "nominal-and-crime "})
    CHECK(names.find(name) != std::string::npos);
}

TEST_CASE("a layout says where it is wrong, and what would be right") {
  CHECK(complaint(with_mention(R"({"noun": "person", "attributes": {"name": "a"}})")) == "");
  CHECK(complaint(with_mention(R"({"noun": "persn"})")) ==
        "at mentions.person.noun: there is no noun \"persn\"; did you mean person?");
  CHECK(complaint(with_mention(R"({"noun": "person", "attributes": {"surname": "a"}})"))
            .find("at mentions.person.attributes.surname: there is no attribute \"surname\"") == 0);
  CHECK(complaint(with_mention(R"({"noun": "person", "attributes": {"name": "nominl"}})")) ==
        "at mentions.person.attributes.name: there is no column \"nominl\"; did you mean nominal?");
  CHECK(complaint(with_mention(R"({"noun": "person", "atributes": {}})")) ==
        "at mentions.person: there is no key \"atributes\"; did you mean attributes?");
  CHECK(complaint(with_mention(R"({"attributes": {}})")) ==
        "at mentions.person: the key \"noun\" is missing here");
  CHECK(complaint(with_mention(R"({"noun": 7})")) ==
        "at mentions.person.noun: a text in quotes is wanted here");
  CHECK(complaint(with_mention(R"({"noun": "person", "attributes": {"name": {"split": ";"}}})")) ==
        "at mentions.person.attributes.name: either a column or a constant is wanted here");
  CHECK(complaint(file(R"("columns": {"a": {}}, "mentions": {}, "date_order": "dmy")"))
            .find("at date_order: there is no date order \"dmy\"") == 0);
  CHECK(complaint(R"({"name": "n"})") == "the layout file: the key \"title\" is missing here");
  CHECK(complaint("{\n\"name\": \"n\"\n\"version\": 1}") ==
        "the layout file is not JSON at line 3; look there for a missing comma, quote or bracket");
  CHECK(complaint(file(R"("version": 0, "columns": {}, "mentions": {})"))
            .find("at version: a whole number") == 0);
}

TEST_CASE("links name mentions and roles that are there") {
  const auto link =
      [](const std::string& text) {
        return complaint(file(R"("columns": {"a": {}, "role": {}},
        "mentions": {"p": {"noun": "person", "attributes": {"name": "a"}}},
        "links": [)" + text + "]"));
      };
  CHECK(link(R"({"from": "p", "to": "p", "role": "associate_of"})") == "");
  CHECK(link(R"({"from": "p", "to": "q", "role": "associate_of"})") ==
        "at links[1].to: there is no mention \"q\"; did you mean p?");
  CHECK(link(R"({"from": "p", "to": "p", "role": "assoc_of"})") ==
        "at links[1].role: there is no role \"assoc_of\"; did you mean associate_of?");
  CHECK(
      link(R"({"from": "p", "to": "p", "role": {"column": "role", "values": {"S": "suspect"}}})") ==
      "at links[1].role.values.S: there is no role \"suspect\"; did you mean suspect_in?");
}

TEST_CASE("a dropped column can say nothing") {
  CHECK(complaint(file(R"("columns": {"a": {"drop": true}},
      "mentions": {"p": {"noun": "person", "attributes": {"name": "a"}}})")) ==
        "at mentions.p.attributes.name: the column a is dropped before anything is stored");
}

TEST_CASE("repeat writes a group out with numbers") {
  const auto layout = layout::parse_layout(file(R"("columns": {}, "mentions": {},
      "repeat": {"count": 3, "columns": {"name_#": ["Name #"]},
                 "mentions": {"person_#": {"noun": "person", "attributes": {"name": "name_#"}}}})"));
  REQUIRE(layout.columns.size() == 3);
  CHECK(layout.columns[2].headers == std::vector<std::string>{"name3", "name3"});
  CHECK(layout.mentions[1].slot == "person_2");
  CHECK(layout.mentions[1].attributes[0].source.columns == std::vector<std::size_t>{1});
  CHECK(complaint(file(R"("columns": {"a": {}}, "mentions": {},
      "repeat": {"count": 2, "columns": {"a": {}}})"))
            .find("the name a is there twice") != std::string::npos);
}
