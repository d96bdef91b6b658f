#include "model/grading.hpp"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  const auto grading = model::parse_grading(text);
  return grading ? to_string(*grading) : "no";
}

}  // namespace

TEST_CASE("3x5x2 grades") {
  CHECK(read("1A") == "1A");
  CHECK(read("2 c") == "2C");
  CHECK(read("3-E-P") == "3E");
  CHECK(read("4A") == "no");
  CHECK(read("1F") == "no");
  CHECK(read("") == "no");
}

TEST_CASE("legacy 5x5x5 grades") {
  CHECK(read("A1") == "1A");
  CHECK(read("B2") == "1A");
  CHECK(read("E4") == "2D");
  CHECK(read("D5") == "3E");
  CHECK(read("F1") == "no");
  CHECK(read("A6") == "no");
}
