#include "base/text.hpp"

#include <doctest/doctest.h>

using base::fold;
using base::fold_tight;
using base::quoted;

TEST_CASE("folding makes spellings of one name equal") {
  CHECK(fold("  O'Neil-SMITH, José ") == "oneil smith jose");
  CHECK(fold("Łukasz Müller") == "lukasz muller");
  CHECK(fold("Мария") == "maria");
  CHECK(fold("") == "");
  CHECK(fold("\xff\xfe") == "");
  CHECK(fold_tight("AB12 cde") == "ab12cde");
}

TEST_CASE("words and parts") {
  CHECK(base::words("ann  lee") == std::vector<std::string_view>{"ann", "lee"});
  CHECK(base::words("").empty());
  CHECK(base::split("a;;b", ';') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(base::trim(" \t x y\n") == "x y");
}

TEST_CASE("capitals") {
  CHECK(base::to_upper("Młynewska") == "MŁYNEWSKA");
  CHECK(base::to_upper("o'neil 1") == "O'NEIL 1");
  CHECK(base::to_upper("a\xff") == "A\xff");
}

TEST_CASE("what an error quotes is short and printable") {
  CHECK(quoted("ann") == "\"ann\"");
  CHECK(quoted("a\x01") == "\"a?\"");
  CHECK(quoted("abcdef", 3) == "\"abc…\"");
  CHECK(quoted("aé", 2) == "\"a…\"");
  CHECK(quoted("\xff") == "\"?\"");
}

TEST_CASE("numbers for people") {
  CHECK(base::with_thousands(1234567) == "1,234,567");
  CHECK(base::with_thousands(999) == "999");
  CHECK(base::with_thousands(-1000) == "-1,000");
}
