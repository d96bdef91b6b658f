#include "model/label.hpp"

#include <doctest/doctest.h>

using model::Handling;
using model::join;
using model::Label;
using model::Tier;

namespace {

const Label plain{.tier = Tier::official};
const Label nightjar{.tier = Tier::official_sensitive, .compartments = {"NIGHTJAR"}};
const Label shared{
    .groups = {{"eastern", "london"}}, .handling = Handling::C, .conditions = {"not to partners"}};

}  // namespace

TEST_CASE("a join asks for all that either side asks for") {
  CHECK(join(plain, nightjar) == nightjar);
  CHECK(join(nightjar, shared).compartments == nightjar.compartments);
  CHECK(join(nightjar, shared).groups == shared.groups);
  CHECK(join(nightjar, shared).handling == Handling::C);
  CHECK(join(shared, shared) == shared);
  CHECK(join(nightjar, shared) == join(shared, nightjar));
  CHECK(join(plain, Label{.tier = Tier::unreadable}).tier == Tier::unreadable);
}

TEST_CASE("the impossible is refused in words") {
  CHECK_FALSE(problem_with(nightjar, Tier::official_sensitive));
  CHECK(problem_with(Label{.tier = Tier::secret}, Tier::official_sensitive)->find("SECRET") !=
        std::string::npos);
  CHECK(
      problem_with(Label{.handling = Handling::C}, Tier::official_sensitive)->find("conditions") !=
      std::string::npos);
  CHECK_FALSE(problem_with(Label{.tier = Tier::unreadable}, Tier::official));
}

TEST_CASE("a key is another spelling of its label") {
  for (const auto& label :
       {plain, nightjar, shared, join(nightjar, shared), Label{.groups = {{"a"}, {"b", "c"}}}}) {
    CHECK(model::label_of_key(to_key(label)) == label);
  }
  CHECK(to_key(Label{.compartments = {"a", "b"}}) != to_key(Label{.compartments = {"ab"}}));
}

TEST_CASE("a key that nobody can read opens nothing") {
  const auto key = to_key(nightjar);
  CHECK(model::label_of_key("").tier == Tier::unreadable);
  for (std::size_t at = 0; at < key.size(); ++at) {
    auto damaged = key;
    damaged.erase(at, 1);
    const auto label = model::label_of_key(damaged);
    CHECK((label.tier == Tier::unreadable || to_key(label) == damaged));
  }
}

TEST_CASE("markings as forces write them") {
  CHECK(model::tier_of_marking("Official - Sensitive") == Tier::official_sensitive);
  CHECK(model::tier_of_marking("OS") == Tier::official_sensitive);
  CHECK(model::tier_of_marking("restricted?") == Tier::unreadable);
  CHECK(model::tier_of_marking("") == Tier::unreadable);
  CHECK(model::parse_handling("c") == Handling::C);
  CHECK_FALSE(model::parse_handling("X"));
}
