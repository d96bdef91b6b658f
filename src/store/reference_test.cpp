#include "store/reference.hpp"

#include <set>

#include <doctest/doctest.h>

namespace {

const std::vector<std::uint8_t> key(32, 7);
const model::Label plain;
const model::Label nightjar{.compartments = {"NIGHTJAR"}};

model::Batch batch(const char* source, const char* sha256) {
  return {.source = source, .file_sha256 = sha256};
}

}  // namespace

TEST_CASE("the same file under the same labels gives the same names") {
  auto again = batch("crime", "ab");
  again.id = {7};
  again.imported = 99;
  again.file_name = "renamed.csv";
  CHECK(store::reference_of(key, batch("crime", "ab"), plain, 2) ==
        store::reference_of(key, again, plain, 2));
  CHECK(store::reference_of(key, batch("crime", "ab")) == store::reference_of(key, again));
}

TEST_CASE("anything else gives another name") {
  auto secret = batch("crime", "ab");
  secret.label = nightjar;
  const std::vector<std::uint8_t> other_key(32, 8);
  const std::set<model::Reference> names = {
      store::reference_of(key, batch("crime", "ab"), plain, 2),
      store::reference_of(key, batch("crime", "ab"), plain, 3),
      store::reference_of(key, batch("crime", "ab"), nightjar, 2),
      store::reference_of(key, batch("crimea", "b"), plain, 2),
      store::reference_of(key, batch("crime", "ac"), plain, 2),
      store::reference_of(key, secret, nightjar, 2),
      store::reference_of(other_key, batch("crime", "ab"), plain, 2),
      store::reference_of(key, batch("crime", "ab")),
      store::reference_of(key, secret)};
  CHECK(names.size() == 9);
}

TEST_CASE("a name is the same in every release") {
  // Computed from the header's words by Python's hmac and hashlib.blake2b.
  CHECK(model::to_string(store::reference_of(key, batch("crime", "ab"), plain, 2)) ==
        "9pvnnbtn38tbnpkc");
}
