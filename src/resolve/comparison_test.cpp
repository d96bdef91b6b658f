#include <string>

#include <doctest/doctest.h>

#include "resolve/detail/comparer.hpp"
#include "resolve/detail/encoded_table.hpp"
#include "resolve/detail/levels.hpp"
#include "resolve/detail/reference.hpp"
#include "resolve/model.hpp"

using resolve::Kind;
using namespace resolve::detail;

namespace {

std::string dates(const char* left, const char* right) {
  return in_words(Kind::date, compare_dates(left, right));
}
std::string codes(const char* left, const char* right) {
  return in_words(Kind::code, compare_codes(left, right));
}
std::string identifiers(const char* left, const char* right) {
  return in_words(Kind::identifier, compare_identifiers(left, right));
}

/// The level of two names in a table where every word weighs about 11 bits, but smith and john.
std::string names(const char* left, const char* right) {
  resolve::Table table({{"name", Kind::name}});
  for (const char* name : {left, right}) {
    table.add_row();
    table.add_value(0, name);
  }
  const auto encoded = encode(table, {1});
  const auto model = reference_model(encoded, find_keys(encoded, {1}), {}, {1});
  Memory memory(1);
  return in_words(Kind::name, Comparer(encoded, model).compare_field(0, 0, 1, memory));
}

std::string texts(const char* left, const char* right) {
  resolve::Table table({{"place", Kind::text}});
  for (const char* text : {left, right}) {
    table.add_row();
    table.add_value(0, text);
  }
  const auto encoded = encode(table, {1});
  const auto model = reference_model(encoded, find_keys(encoded, {1}), {}, {1});
  Memory memory(1);
  return in_words(Kind::text, Comparer(encoded, model).compare_field(0, 0, 1, memory));
}

}  // namespace

TEST_CASE("dates") {
  CHECK(dates("1980-02-01", "1980-02-07") == "one digit differs");
  CHECK(dates("1980-02-01", "1990-02-01") == "one digit differs");
  CHECK(dates("1980-02-01", "1980-01-02") == "day and month swapped or digits crossed");
  CHECK(dates("1980-02-21", "1980-02-12") == "day and month swapped or digits crossed");
  CHECK(dates("1980-02-17", "1980-01-01") == "only the year known");
  CHECK(dates("1980-02-17", "1980") == "only the year known");
  CHECK(dates("1980-02-17", "1980-05-19") == "two digits differ");
  CHECK(dates("1980-02-17", "1980-11-26") == "same year");
  CHECK(dates("1980-02-17", "1981-11-26") == "within two years");
  CHECK(dates("1980-02-17", "1967-02-17") == "two digits differ");
  CHECK(dates("1880-02-17", "1967-02-17") == "same day and month");
  CHECK(dates("1980-02-17", "1967-11-26") == "different");
  CHECK(dates("1980", "1981-02-17") == "different");
}

TEST_CASE("codes") {
  CHECK(codes("cf104ee", "cf104ef") == "one character differs");
  CHECK(codes("cf104ee", "cf204ex") == "two characters differ");
  CHECK(codes("cf104ee", "cf104xx") == "same beginning, two characters differ");
  CHECK(codes("cf104ee", "cf109xx") == "same beginning");
  CHECK(codes("cf104ee", "ls63pl") == "different");
}

TEST_CASE("identifiers are compared whole") {
  CHECK(identifiers("07700900123", "07700900124") == "one character differs");
  CHECK(identifiers("07700900123", "07700900999") == "different");
  CHECK(identifiers("ab1", "ab2") == "different");  // too short for a typing error to be seen
}

TEST_CASE("names are bags of words") {
  CHECK(names("Keiran Ashdown", "ashdown, keiran") ==
        "words in common worth 22 to 24 bits, nothing left over");
  CHECK(names("Keiran Ashdown", "Mr Keiran Ashdown Keiran") ==
        "words in common worth 22 to 24 bits, nothing left over");
  CHECK(names("Keiran Ashdown", "Kieran Ashdown") ==
        "words in common worth 18 to 20 bits, nothing left over");  // one in part
  CHECK(names("John Smith", "John Smith") ==
        "words in common worth 12 to 14 bits, nothing left over");  // common: less
  CHECK(names("James Ashdown", "Jim Ashdown").find("nothing left over") != std::string::npos);
  CHECK(names("Ann Ashdown", "Peter Ashdown").find("one word left over") != std::string::npos);
  CHECK(names("Ann Lee", "Peter Novak") == "names differ, two or more words left over");
  CHECK(names("José Núñez", "Jose Nunez") ==
        "words in common worth 22 to 24 bits, nothing left over");
  CHECK(names("", "Peter Novak") == "not known on both sides");
}

TEST_CASE("texts") {
  CHECK(texts("Butetown", "Buteton") == "one or two letters differ");
  CHECK(texts("winston hills", "winston") == "similar");
  CHECK(texts("12 Marsh Lane", "Flat 2, Marsh House, Leeds").find("word") != std::string::npos);
  CHECK(texts("cardiff", "wirral") == "different");
}

TEST_CASE("a value comes into a table in comparable form, or not at all") {
  const auto value = [](const char* text, Kind kind) {
    return resolve::comparable(text, {"column", kind});
  };
  CHECK(value(" O'Neil ", Kind::name) == "oneil");
  CHECK(value("CF10 4EE", Kind::code) == "cf104ee");
  CHECK(value("01/02/1980", Kind::date) == "1980-02-01");
  CHECK(value("1851-08-45", Kind::date) == "1851-08-45");
  CHECK(value("45/08/1851", Kind::date) == "1851-08-45");
  CHECK(value("M", Kind::category) == "male");
  CHECK(value("Not known", Kind::text) == "");
  CHECK(value("N/A", Kind::name) == "");
  CHECK(value("  ", Kind::text) == "");
}
