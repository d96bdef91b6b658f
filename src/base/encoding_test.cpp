#include "base/encoding.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using base::decode_text;
using base::Encoding;

TEST_CASE("text in the encodings that forces send") {
  CHECK(decode_text("name\nJosé\n").encoding == Encoding::utf_8);
  CHECK(decode_text("\xEF\xBB\xBFname").text == "name");
  CHECK(decode_text("Jos\xE9 \x80").text == "José €");
  CHECK(decode_text("Jos\xE9").encoding == Encoding::windows_1252);
  CHECK(decode_text(std::string("\xFF\xFEn\0a\0", 6)).text == "na");
  CHECK(decode_text(std::string("\xFE\xFF\0n\0a", 6)).text == "na");
  CHECK(decode_text(std::string("n\0a\0m\0e\0", 8)).text == "name");
  CHECK(decode_text("").text == "");
}

TEST_CASE("what is no text is refused") {
  CHECK_THROWS_AS(decode_text(std::string("PK\x03\x04\0\0\0\0\x08\0", 10)), base::Error);
  CHECK_THROWS_AS(decode_text(std::string("\x7f"
                                          "ELF\x02\x01\x01\x00\x00\x10",
                                          10)),
                  base::Error);
}
