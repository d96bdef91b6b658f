#include "threat/protection.hpp"

#include <doctest/doctest.h>

using base::Date;
using model::LinkRole;
using threat::age_on;
using threat::protection_of;

namespace {

const base::Seconds now = base::midnight({2026, 11, 21});

// The reasons, one letter each: u(nder 18), v(ictim), r(eferred), m(issing child).
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

TEST_CASE("age in whole years") {
  CHECK(age_on({2000, 2, 29}, {2018, 2, 28}) == 17);
  CHECK(age_on({2000, 2, 29}, {2018, 3, 1}) == 18);
  CHECK(age_on({2000, 0, 0}, {2018, 12, 30}) == 17);
}
