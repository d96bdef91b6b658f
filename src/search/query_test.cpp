#include "search/query.hpp"

#include <doctest/doctest.h>

using search::TermKind;
using search::understand;

namespace {

constexpr base::Date today{2026, 11, 22};

std::string said(const char* text) { return understand(text, today).sentence; }

}  // namespace

TEST_CASE("a query is understood") {
  CHECK(said("John Smith") == "words \"John Smith\"");
  CHECK(said("smith, born 1990") == "word \"smith\"; born 1990");
  CHECK(said("smith ashford 1990") == "words \"smith ashford\"; born 1990");
  CHECK(said("12/03/1990") == "born 1990-03-12");
  CHECK(said("dob 12 March 1990 smith") == "born 1990-03-12; word \"smith\"");
  CHECK(said("john DOB: 12.3.90") == "word \"john\"; born 1990-03-12");
  CHECK(said("born March 1990") == "born 1990-03");
  CHECK(said("aged 34") == "born 1991-11-23 to 1992-11-22");
  CHECK(said("07700 900123") == "phone +447700900123");
  CHECK(said("+44 (0)7700 900 123 smith") == "phone +447700900123; word \"smith\"");
  CHECK(said("phone 900123") == "phone like *900123");
  CHECK(said("NS1 4AB") == "postcode NS1 4AB");
  CHECK(said("12 Orlstreet Road ns14ab") ==
        "number 12; words \"Orlstreet Road\"; postcode NS1 4AB");
  CHECK(said("ab12 cde") == "vehicle AB12CDE");
  CHECK(said("AB1*") == "anything like AB1*");
  CHECK(said("AB1? CDE") == "anything like AB1?; word \"CDE\"");
  CHECK(said("20-00-00 12345678") ==
        "account 2000001234567"
        "8");
  CHECK(said("j.bloggs@mail.example") == "email j.bloggs@mail.example");
  CHECK(said("@night_owl") == "handle night_owl");
  CHECK(said("\"red van\" ashford") == "exactly \"red van\"; word \"ashford\"");
  CHECK(said("name:smith place:ashford") == "name \"smith\"; place \"ashford\"");
  CHECK(said("text: “red van”") == "text \"red van\"");
  CHECK(said("ending 900123") == "anything like *900123");
  CHECK(said("42/0000017/26") == "number 42/0000017/26");
  CHECK(said("who is smith?") == "words \"who is smith?\"");
  CHECK(said("") == "");
  CHECK(said("phone") == "word \"phone\"");
}

TEST_CASE("what is left out is told") {
  CHECK(understand("12345", today).hints.front() == "to find numbers that end so, write *12345");
  CHECK(understand("a*", today).hints.front() ==
        "\"a*\" fits too much: give three letters or digits");
  const auto many = understand("a b c d e f g h i j k l m n o", today);
  CHECK(many.terms.size() == search::terms_max);
  CHECK(many.hints.front() == "only the first 12 parts were looked for");
}

TEST_CASE("any bytes are a query") {
  for (const std::string& text :
       {std::string(1 << 20, 'a'), std::string(1 << 20, '"'), std::string(1 << 20, '*'),
        std::string(1 << 20, '\xD0'), std::string(1 << 20, '\0'), std::string(1 << 20, '9'),
        std::string("a\0b", 3), std::string("\xFF\xFE\x80"),
        std::string("\" * ( ) : ^ NEAR AND OR"), std::string("\"\"\"\""), std::string("????"),
        std::string("name:"), std::string("text:\"\""), std::string("'; DROP TABLE x; --"),
        std::string("born born born"), std::string("aged 999"), std::string("+ + + +"),
        std::string("\xE2\x80\x9C"), std::string("99999999999999999999")}) {
    const auto query = understand(text, today);
    CHECK(query.terms.size() <= search::terms_max);
  }
}
