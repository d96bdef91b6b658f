#include "questions/neighbours.hpp"

#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "questions/detail/sketched.hpp"

using questions::expand;
using questions::Sketched;

namespace {

std::string around(const Sketched& sketched, const std::string& word,
                   const questions::NeighbourOptions& options = {}) {
  std::string all;
  for (const auto& link : neighbours(sketched.index(), sketched[word], options).links) {
    all += (all.empty() ? "" : ", ") + sketched.word(link.to);
    for (const auto& saying : link.sayings) all += " " + std::string(saying.says);
  }
  return all;
}

const std::vector<std::string> trade = {
    "2026-01-05 n: ann suspect_in C1 theft; bob suspect_in C1",
    "2026-02-05 n: ann uses P1",
    "2026-03-05 n: ann uses P1; ann lives_at H1",
};

}  // namespace

TEST_CASE("neighbours stand in order of how often they are recorded") {
  const Sketched sketched(trade);
  CHECK(around(sketched, "ann") == "P1 uses, H1 lives_at, C1 suspect_in, bob co_offending");
  CHECK(around(sketched, "P1") == "ann uses");
  CHECK(around(sketched, "ann", {.position = 1, .limit = 2}) == "H1 lives_at, C1 suspect_in");
  CHECK(around(sketched, "ann", {.position = 9}) == "");
}

TEST_CASE("neighbours are narrowed by noun, role, kind of tie and time") {
  const Sketched sketched(trade);
  CHECK(around(sketched, "ann", {.nouns = {model::Noun::phone}}) == "P1 uses");
  CHECK(around(sketched, "ann",
               {.filter = {.roles = {model::LinkRole::lives_at}, .ties = false}}) == "H1 lives_at");
  CHECK(around(sketched, "ann", {.filter = {.records = false}}) == "bob co_offending");
  const auto february = base::midnight({2026, 2, 1});
  CHECK(around(sketched, "ann", {.filter = {.window = {.until = february}}}) ==
        "C1 suspect_in, bob co_offending");
}

TEST_CASE("a hub shows the most recorded of a noun and counts the rest") {
  std::vector<std::string> lines = {"2026-02-01 n: ann uses V7"};
  for (int i = 0; i < 30; ++i) {
    lines.push_back("2026-01-05 n: ann uses V" + std::to_string(i));
  }
  const Sketched sketched(lines);
  const auto expansion = expand(sketched.index(), {}, sketched["ann"]);
  CHECK(expansion.nodes.size() == 25);
  CHECK(sketched.word(expansion.nodes.front()) == "V7");
  REQUIRE(expansion.hubs.size() == 1);
  CHECK(hub_sentence(expansion.hubs[0]) ==
        "hub: 30 vehicles, of which the 25 most recorded are shown; narrow by role, kind of tie or "
        "dates");
}

TEST_CASE("expanding adds what the chart does not show, and every link to what it does") {
  const Sketched sketched({"2026-01-05 n: ann uses P1; bob uses P1; ann lives_at H1",
                           "2026-01-06 n: bob lives_at H1; ann relative_of bob"});
  const std::vector<questions::Entity> on_chart = {sketched["ann"], sketched["H1"]};
  const auto expansion = expand(sketched.index(), on_chart, sketched["ann"]);
  CHECK(sketched.words(expansion.nodes) == "bob P1");
  std::set<std::string> links;
  for (const auto& link : expansion.links)
    links.insert(sketched.word(link.from) + "-" + sketched.word(link.to));
  CHECK(links == std::set<std::string>{"ann-H1", "ann-bob", "H1-bob", "ann-P1", "bob-P1"});
}

TEST_CASE("a line is as sure as its best grade") {
  auto evidence =
      picture::SketchedEvidence(
          {"2026-01-05 n: ann uses P1", "2026-01-06 n: ann uses P1", "2026-01-07 n: ann uses P2"})
          .take();
  using model::Assessment;
  using model::SourceEvaluation;
  for (auto& record : evidence.records) {
    const auto day = *record.happened / 86400;
    record.grading = {SourceEvaluation::untested,
                      day % 2 == 0 ? Assessment::known_indirectly : Assessment::not_known};
  }
  const Sketched sketched(std::move(evidence));
  const auto all = neighbours(sketched.index(), sketched["ann"]);
  REQUIRE(all.links.size() == 2);
  CHECK(all.links[0].strength == questions::LinkStrength::unconfirmed);
  CHECK(questions::strength_of_grade(model::parse_grading("1A")) ==
        questions::LinkStrength::confirmed);
  CHECK(questions::strength_of_grade(model::parse_grading("3B")) ==
        questions::LinkStrength::unconfirmed);
  CHECK(questions::strength_of_grade(model::parse_grading("3C")) ==
        questions::LinkStrength::tentative);
  CHECK(questions::strength_of_grade({}) == questions::LinkStrength::confirmed);
}

TEST_CASE(
    "what is written names entities from outside, marks the protected and is the same again") {
  const Sketched sketched({"2026-01-05 n: ann suspect_in C1 robbery; cat victim_of C1"});
  const auto json = to_json(sketched.index(), neighbours(sketched.index(), sketched["C1"]));
  CHECK(json["neighbours"].size() == 2);
  CHECK(json["neighbours"][0]["is_protected"] != json["neighbours"][1]["is_protected"]);
  CHECK(sketched.index().find(json["of"]["entity"].get<std::string>()) == sketched["C1"]);
  const Sketched again({"2026-01-05 n: ann suspect_in C1 robbery; cat victim_of C1"});
  CHECK(json.dump() == to_json(again.index(), neighbours(again.index(), again["C1"])).dump());
}
