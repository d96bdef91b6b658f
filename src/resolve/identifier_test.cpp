#include "resolve/identifier.hpp"

#include <doctest/doctest.h>

#include "resolve/phone_forms.hpp"

TEST_CASE("phones in the ways they are written") {
  for (auto text : {"07700 900123", "+447700900123", "0044 7700 900 123", "+44 (0)7700 900123",
                    "447700900123"}) {
    CHECK(resolve::canonical_phone(text) == "+447700900123");
  }
  CHECK(resolve::canonical_phone("020 7946 0123") == "+442079460123");
  CHECK(resolve::canonical_phone("+999 123 456789") == "+999123456789");
  CHECK(resolve::canonical_phone("999123456789") == "+999123456789");
  CHECK(resolve::canonical_phone("12345") == "12345");
  CHECK(resolve::canonical_phone("unknown") == "unknown");
  CHECK(resolve::canonical_phone("") == "");
}

TEST_CASE("other identifiers") {
  CHECK(resolve::canonical_vehicle("ab12 cde") == "AB12CDE");
  CHECK(resolve::canonical_account("20-00-00 12345678") == "20000012345678");
  CHECK(resolve::canonical_email(" Ann.Lee+x@Example.org ") == "ann.lee+x@example.org");
  CHECK(resolve::canonical_handle("@AnnLee_1") == "annlee_1");
  CHECK(resolve::canonical_postcode("zz11aa") == "ZZ1 1AA");
  CHECK(resolve::canonical_postcode("ZZ1 1AA") == "ZZ1 1AA");
  CHECK(resolve::canonical_postcode("nowhere at all") == "NOWHEREATALL");
}

TEST_CASE("houses") {
  CHECK(resolve::house_of("12a High Street") == "12a");
  CHECK(resolve::house_of("Flat 3, 12 High Street") == "3/12");
  CHECK(resolve::house_of("Flat 3, Rose Court") == "3");
  CHECK(resolve::house_of("Rose Cottage") == "");
}

TEST_CASE("a phone's form is the same the second time") {
  resolve::PhoneForms forms;
  for (int time = 0; time < 2; ++time) {
    for (const auto* text : {"07700 900123", "+44 (0)7700 900123", "999696807156", "", "unknown"})
      CHECK(forms.of(text) == resolve::canonical_phone(text));
  }
}
