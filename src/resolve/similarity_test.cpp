#include "resolve/detail/similarity.hpp"

#include <doctest/doctest.h>

using resolve::detail::edits;
using resolve::detail::jaro_winkler;
using resolve::detail::soundex;

TEST_CASE("edits are counted up to a limit") {
  CHECK(edits("laing", "laing", 2) == 0);
  CHECK(edits("laing", "lang", 2) == 1);
  CHECK(edits("thomas", "htomas", 2) == 1);  // neighbours crossed
  CHECK(edits("durant", "durand", 2) == 1);
  CHECK(edits("", "ab", 2) == 2);
  CHECK(edits("francis", "gwilym", 2) == 3);  // more than the limit
  CHECK(edits("abcdef", "ab", 2) == 3);
}

TEST_CASE("Jaro-Winkler as published") {
  CHECK(jaro_winkler("martha", "marhta") == doctest::Approx(0.9611).epsilon(0.001));
  CHECK(jaro_winkler("dwayne", "duane") == doctest::Approx(0.84).epsilon(0.001));
  CHECK(jaro_winkler("dixon", "dicksonx") == doctest::Approx(0.8133).epsilon(0.001));
  CHECK(jaro_winkler("a", "b") == 0);
  CHECK(jaro_winkler("", "b") == 0);
}

TEST_CASE("Soundex as the archives have it") {
  CHECK(soundex("robert") == "r163");
  CHECK(soundex("rupert") == "r163");
  CHECK(soundex("ashcraft") == "a261");
  CHECK(soundex("tymczak") == "t522");
  CHECK(soundex("pfister") == "p236");
  CHECK(soundex("lee") == "l000");
  CHECK(soundex("1st") == "");
}
