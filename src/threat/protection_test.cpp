#include "threat/protection.hpp"

#include <doctest/doctest.h>

using base::Date;
using model::LinkRole;
using threat::age_on;
using threat::protection_of;

namespace {

const base::Seconds now = base::midnight({2026, 11, 21});

// The reasons, one letter each: u(nder 18), v(ictim), r(eferred), m(issing child), c(hild at the
// time).
std::string reasons(std::vector<threat::StatedBirth> births,
                    std::vector<threat::ProtectingPart> parts = {}) {
  std::string letters;
  for (const auto& line : protection_of(births, parts, now))
    letters += base::name_of(line.reason)[0];
  return letters;
}

}  // namespace

TEST_CASE("nobody under 18 is ranked, and doubt protects") {
  CHECK(reasons({{{2010, 1, 1}, 0, 0}}) == "u");
  CHECK(reasons({{{2008, 11, 22}, 0, 0}}) == "u");
  CHECK(reasons({{{2008, 11, 21}, 0, 0}}) == "");
  CHECK(reasons({{{2008, 0, 0}, 0, 0}}) == "u");
  CHECK(reasons({{{1990, 5, 5}, 0, 0}}) == "");
  CHECK(reasons({}) == "");
}

TEST_CASE("of several dates of birth every credible one may protect") {
  CHECK(reasons({{{1990, 1, 1}, 0, 0}, {{1990, 1, 1}, 1, 1}, {{2010, 1, 1}, 2, 2}}) == "u");
  std::vector<threat::StatedBirth> one_slip(9, {{1990, 1, 1}, 0, 0});
  one_slip.push_back({{2010, 1, 1}, 1, 1});
  CHECK(reasons(one_slip) == "");
  CHECK(reasons({}, {{LinkRole::missing_in, 1, 1, now}}) == "m");
  CHECK(reasons({{{1990, 1, 1}, 0, 0}, {{2010, 1, 1}, 1, 1}}) == "u");
}

TEST_CASE("victims, those referred and missing children are protected") {
  CHECK(reasons({}, {{LinkRole::victim_of, 1, 1, now}}) == "v");
  CHECK(reasons({}, {{LinkRole::referred_in, 1, 1, {}}}) == "r");
  CHECK(reasons({{{2005, 1, 1}, 0, 0}},
                {{LinkRole::missing_in, 1, 1, base::midnight({2020, 1, 1})}}) == "m");
  CHECK(reasons({{{1985, 1, 1}, 0, 0}},
                {{LinkRole::missing_in, 1, 1, base::midnight({2020, 1, 1})}}) == "");
  CHECK(reasons({}, {{LinkRole::suspect_in, 1, 1, now}}) == "");
  CHECK(reasons({}, {{LinkRole::victim_of, 1, 1, now + 86400}}) == "");
}

TEST_CASE("whoever did all that they are suspected of as a child is protected when grown up") {
  const threat::StatedBirth born_2005{{2005, 1, 1}, 0, 0};
  const auto at = [](std::int16_t year) { return base::midnight({year, 6, 1}); };
  const threat::ProtectingPart at_15{LinkRole::suspect_in, 1, 1, at(2020)},
      at_17{LinkRole::convicted_of, 2, 2, at(2022)}, at_18{LinkRole::suspect_in, 3, 3, at(2023)},
      undated{LinkRole::arrested_for, 4, 4, {}}, to_come{LinkRole::suspect_in, 5, 5, now + 86400};
  CHECK(reasons({born_2005}, {at_15}) == "c");
  CHECK(reasons({born_2005}, {at_15, at_17}) == "cc");
  CHECK(reasons({born_2005}, {at_15, at_17, at_18}) == "");
  CHECK(reasons({born_2005}, {at_18}) == "");
  CHECK(reasons({born_2005}, {at_15, undated}) == "");
  CHECK(reasons({born_2005}, {at_15, to_come}) == "c");
  CHECK(reasons({}, {at_15}) == "");
  CHECK(reasons({born_2005}, {{LinkRole::witness_of, 1, 1, at(2020)}}) == "");
}

TEST_CASE("age in whole years") {
  CHECK(age_on({2000, 2, 29}, {2018, 2, 28}) == 17);
  CHECK(age_on({2000, 2, 29}, {2018, 3, 1}) == 18);
  CHECK(age_on({2000, 0, 0}, {2018, 12, 30}) == 17);
}
