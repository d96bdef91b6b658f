#include "access/viewer.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using access::may_see;
using access::Viewer;
using model::Label;
using model::Tier;

namespace {

const Viewer analyst{.name = "ann", .compartments = {"NIGHTJAR", "OTTER"}, .groups = {"eastern"}};
const Viewer newcomer{.name = "ned", .clearance = Tier::official};
const Viewer custodian{.name = "cus", .is_custodian = true};

}  // namespace

TEST_CASE("everything a label asks for is needed") {
  CHECK(may_see(analyst, Label{}));
  CHECK_FALSE(may_see(newcomer, Label{}));
  CHECK(may_see(newcomer, Label{.tier = Tier::official}));
  CHECK(may_see(analyst, Label{.compartments = {"OTTER"}}));
  CHECK(may_see(analyst, Label{.compartments = {"NIGHTJAR", "OTTER"}}));
  CHECK_FALSE(may_see(analyst, Label{.compartments = {"OTTER", "WREN"}}));
}

TEST_CASE("of each group clause one is enough") {
  CHECK(may_see(analyst, Label{.groups = {{"eastern", "london"}}}));
  CHECK_FALSE(may_see(analyst, Label{.groups = {{"eastern"}, {"london"}}}));
  CHECK_FALSE(may_see(analyst, Label{.groups = {{}}}));
}

TEST_CASE("what nobody could read is for custodians") {
  CHECK_FALSE(may_see(analyst, Label{.tier = Tier::unreadable}));
  CHECK(may_see(custodian, Label{.tier = Tier::unreadable}));
  CHECK_FALSE(may_see(custodian, Label{.tier = Tier::secret}));
  CHECK_FALSE(may_see(custodian, Label{.tier = Tier::unreadable, .compartments = {"OTTER"}}));
}

TEST_CASE("viewers who may see the same have one audience") {
  auto other = analyst;
  other.name = "bob";
  CHECK(audience_key(other) == audience_key(analyst));
  CHECK(audience_key(newcomer) != audience_key(analyst));
  CHECK(audience_key(custodian) != audience_key(Viewer{}));
}

TEST_CASE("nobody labels what they do not hold") {
  CHECK_NOTHROW(require_holds(analyst, Label{.compartments = {"OTTER"}}));
  CHECK_THROWS_WITH_AS(require_holds(analyst, Label{.compartments = {"WREN"}}),
                       doctest::Contains("WREN"), base::Error);
  CHECK_THROWS_AS(require_holds(newcomer, Label{.tier = Tier::secret}), base::Error);
}
