#include "model/vocabulary.hpp"

#include <doctest/doctest.h>

using base::name_of;
using base::named;

TEST_CASE("the last value of each enum has the last name, so none is missing between") {
  CHECK(name_of(model::Noun::referral) == "referral");
  CHECK(name_of(model::Attribute::duration_s) == "duration_s");
  CHECK(name_of(model::LinkRole::seen_at) == "seen_at");
  CHECK(name_of(model::TieKind::none) == "none");
  CHECK(name_of(model::LinkRole::lives_at) == "lives_at");
  CHECK(name_of(model::Attribute::postcode) == "postcode");
  CHECK(named<model::Noun>("vehicle") == model::Noun::vehicle);
  CHECK_FALSE(named<model::Noun>("spaceship"));
}

TEST_CASE("living or being kin together is no evidence of criminal association") {
  CHECK(is_criminal_association(model::TieKind::money));
  CHECK(is_criminal_association(model::TieKind::association));
  CHECK_FALSE(is_criminal_association(model::TieKind::kin));
  CHECK_FALSE(is_criminal_association(model::TieKind::residence));
  CHECK_FALSE(is_criminal_association(model::TieKind::service));
}
