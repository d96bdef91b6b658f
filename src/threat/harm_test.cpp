#include "threat/harm.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using model::LinkRole;
using threat::harm_of;
using threat::Involvement;

namespace {

constexpr base::Seconds day = 86400, now = 20000 * day;

threat::Tables table() {
  threat::Tables tables;
  tables.offences = {{"robbery", "Robbery", 365000, "offence", "test"},
                     {"theft", "Theft", 2000, "offence", "test"}};
  tables.responsibilities = {{LinkRole::convicted_of, 1000, "test"},
                             {LinkRole::suspect_in, 500, "test"}};
  tables.harm_half_life_days = 730;
  return tables;
}

threat::Harm harm(std::vector<Involvement> parts) { return harm_of(parts, table(), now).total; }

}  // namespace

TEST_CASE("harm is weight by responsibility by recency") {
  CHECK(harm({{1, 0, "robbery", LinkRole::convicted_of, now}}) == 365000);
  CHECK(harm({{1, 0, "robbery", LinkRole::suspect_in, now}}) == 182500);
  CHECK(harm({{1, 0, "robbery", LinkRole::convicted_of, now - 730 * day}}) == 182500);
  CHECK(harm({{1, 0, "theft", LinkRole::convicted_of, {}}}) == 2000);
  CHECK(harm({}) == 0);
}

TEST_CASE("an event counts once, by the gravest part in it") {
  CHECK(harm({{1, 0, "theft", LinkRole::suspect_in, now},
              {1, 1, "theft", LinkRole::convicted_of, now}}) == 2000);
  CHECK(harm({{1, 0, "theft", LinkRole::suspect_in, now},
              {2, 1, "theft", LinkRole::suspect_in, now}}) == 2000);
}

TEST_CASE("being a victim or witness is no harm done, nor is what has not happened yet") {
  CHECK(harm({{1, 0, "robbery", LinkRole::victim_of, now}}) == 0);
  CHECK(harm({{1, 0, "robbery", LinkRole::witness_of, now}}) == 0);
  CHECK(harm({{1, 0, "robbery", LinkRole::convicted_of, now + day}}) == 0);
}

TEST_CASE("an offence without a weight is told, not dropped") {
  const std::vector<Involvement> parts = {{7, 0, "piracy", LinkRole::convicted_of, now}};
  CHECK(harm_of(parts, table(), now).unweighted_events == std::vector<std::uint32_t>{7});
}

TEST_CASE("the shipped tables hold together") {
  const auto& tables = threat::shipped_tables();
  CHECK(tables.offence("modern_slavery")->weight > tables.offence("shoplifting")->weight);
  CHECK(tables.threat_types.size() == 5);
  for (const auto& type : tables.threat_types) {
    for (const auto& offence : type.offences)
      CHECK_MESSAGE(tables.offence(offence) != nullptr, offence);
  }
  CHECK(tables.responsibility_thousandths(LinkRole::victim_of) == 0);
}

TEST_CASE("a table that a force hands in is refused by row and column") {
  CHECK_THROWS_WITH_AS(
      threat::parse_offence_weights("offence,title,days,basis,source\nx,X,many,offence,me\n"),
      doctest::Contains("row 2, column days"), base::Error);
  CHECK_THROWS_AS(threat::parse_offence_weights("a,b\n"), base::Error);
  CHECK_THROWS_AS(threat::parse_offence_weights(""), base::Error);
}
