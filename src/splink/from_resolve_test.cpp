#include "splink/from_resolve.hpp"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "splink/model.hpp"

namespace {

using resolve::Kind;

/// A field whose levels weigh -3, -2, -1 … bits from "different" on.
resolve::Field field(const std::string& name, Kind kind, std::size_t levels) {
  resolve::Field made;
  made.name = name;
  made.kind = kind;
  for (std::size_t level = 0; level < levels; ++level) {
    made.weights.push_back(level == 0 ? 0
                                      : (static_cast<resolve::Bits>(level) - 4) * resolve::one_bit);
  }
  made.rarity = {{"1980-02-01", 6 * resolve::one_bit}};
  return made;
}

double weight_of(const splink::Level& level) { return std::log2(*level.m / *level.u); }

}  // namespace

TEST_CASE("a trained model is written as far as conditions on columns can say it") {
  resolve::Model model;
  model.prior = -4 * resolve::one_bit;
  model.fields = {field("name", Kind::name, 43), field("dob", Kind::date, 17),
                  field("trade", Kind::text, 14)};
  model.dependences.push_back({1, 2, {}});
  model.aliases[{"bob", "robert"}] = resolve::one_bit;
  const auto exported = splink::from_resolve(model);
  REQUIRE(exported.settings.comparisons.size() == 2);
  const auto& dob = exported.settings.comparisons[0];
  CHECK(dob.levels.front().is_null);
  CHECK(dob.levels[1].condition == "\"dob_l\" = \"dob_r\"");
  CHECK(dob.levels[1].term_frequency_column == "dob");
  CHECK(weight_of(dob.levels[2]) == doctest::Approx(4));  // level 8: one digit differs
  CHECK(weight_of(dob.levels.back()) == doctest::Approx(-3));
  CHECK(exported.settings.prior_or_default() == doctest::Approx(1.0 / 17));
  // Six bits of rarity are bin 3, level 12: eight bits, as Splink makes of m and the frequency.
  CHECK(std::log2(*dob.levels[1].m) + 6 == doctest::Approx(6).epsilon(0.01));  // m may not pass 1
  REQUIRE(exported.left_out.size() == 5);
  CHECK(exported.left_out[0].find("one bag of words") != std::string::npos);
  const auto text = splink::write_settings(exported.settings, splink::Version::five);
  CHECK_NOTHROW(splink::Model(splink::read_settings(text), {"dob", "trade"}));
}

TEST_CASE("a model of names alone cannot be said") {
  resolve::Model model;
  model.fields = {field("name", Kind::name, 43)};
  CHECK_THROWS_AS(splink::from_resolve(model), base::Error);
}
