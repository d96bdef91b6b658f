#include "model/reference.hpp"

#include <doctest/doctest.h>

TEST_CASE("a reference is read back as it was written") {
  const model::Reference reference{{0, 1, 2, 250, 128, 17, 99, 255, 3, 64}};
  CHECK(to_string(reference).size() == 16);
  CHECK(model::parse_reference(to_string(reference)) == reference);
  CHECK(to_string(model::Reference{}) == "0000000000000000");
  CHECK_FALSE(model::parse_reference("000000000000000"));
  CHECK_FALSE(model::parse_reference("00000000000000u0"));
}
