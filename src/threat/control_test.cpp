#include "threat/control.hpp"

#include <doctest/doctest.h>

using threat::ControlEvidence;
using threat::shipped_tables;

namespace {

std::int64_t weight(std::vector<ControlEvidence> kinds) {
  std::vector<threat::ControlLine> lines;
  for (auto kind : kinds) lines.push_back({kind, 1, {}});
  return threat::control_weight_thousandths(lines, shipped_tables());
}

}  // namespace

TEST_CASE("each kind of evidence counts once, however many lines say it") {
  CHECK(weight({}) == 0);
  const auto vehicle = weight({ControlEvidence::vehicle});
  const auto span = weight({ControlEvidence::span});
  CHECK(vehicle > 0);
  CHECK(span > 0);
  CHECK(weight({ControlEvidence::vehicle, ControlEvidence::vehicle}) == vehicle);
  CHECK(weight({ControlEvidence::vehicle, ControlEvidence::span, ControlEvidence::vehicle}) ==
        vehicle + span);
}

TEST_CASE("the table has a rule for each kind, under its own name") {
  for (std::size_t i = 0; i < threat::control_evidence_count; ++i) {
    const auto kind = static_cast<ControlEvidence>(i);
    const auto& rule = shipped_tables().control_rule(kind);
    CHECK(rule.evidence == kind);
    CHECK_FALSE(rule.title.empty());
    CHECK_FALSE(rule.source.empty());
  }
}

TEST_CASE("keeping what others are paid weighs most, being paid by several nothing") {
  for (std::size_t i = 0; i < threat::control_evidence_count; ++i) {
    const auto kind = static_cast<ControlEvidence>(i);
    if (kind != ControlEvidence::paid_by_paid)
      CHECK(weight({kind}) < weight({ControlEvidence::paid_by_paid}));
  }
  CHECK(weight({ControlEvidence::collects}) == 0);
}

TEST_CASE("a picture's manifest is hashed over the weights of control too") {
  auto tables = shipped_tables();
  tables.control_rules[0].weight_thousandths += 1;
  CHECK(threat::canonical_text(tables) != threat::canonical_text(shipped_tables()));
}

TEST_CASE("the sentence is the rule's title with the count") {
  CHECK(threat::control_sentence({ControlEvidence::vehicle, 7, {}}, shipped_tables()) ==
        "Keeps a vehicle that other members use (7)");
}
