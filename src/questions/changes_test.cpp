#include "questions/changes.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "questions/detail/sketched.hpp"

using questions::changes;
using questions::Sketched;

namespace {

const std::vector<std::string> before = {
    "2026-01-05 n: ann suspect_in C1 theft; bob suspect_in C1; cat suspect_in C1",
};

std::vector<std::string> with(std::vector<std::string> lines, const std::string& line) {
  lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("nothing changed between a picture and itself") {
  const Sketched older(before), newer(before);
  const auto none = changes(older.index(), newer.index());
  CHECK(none.new_record_count + none.gone_record_count + none.new_people_count == 0);
  CHECK(none.merged_count + none.split_count + none.network_change_count + none.risen_count == 0);
}

TEST_CASE("new people, networks that grew, and nominals who rose are told") {
  const Sketched older(before);
  const Sketched newer(with(before, "2026-02-05 n: ann suspect_in C2 robbery; dan suspect_in C2"));
  const auto found = changes(older.index(), newer.index());
  CHECK(found.new_record_count == 1);
  CHECK(newer.words(found.new_people) == "dan");
  REQUIRE(found.networks.size() == 1);
  CHECK(found.networks[0].before == 0);
  CHECK(found.networks[0].joined == 1);
  CHECK(found.networks[0].left == 0);
  REQUIRE(found.risen.size() == 2);
  for (const auto& risen : found.risen)
    CHECK(risen.before.has_value() == (newer.word(risen.person) == "ann"));
  const auto json = to_json(older.index(), newer.index(), found);
  const auto& network = json["networks"]["shown"][0];
  CHECK(network["change"] == "changed");
  REQUIRE(network["leading"].size() == 3);
  CHECK(network["leading"][0]["caption"] == newer.index().caption(newer["ann"]));
  CHECK(json["as_at"] == "2026-02-05");
}

TEST_CASE("networks form and end") {
  const Sketched few({"2026-01-05 n: ann suspect_in C1 theft"});
  const Sketched many(with({"2026-01-05 n: ann suspect_in C1 theft"}, before[0]));
  const auto formed = changes(few.index(), many.index());
  REQUIRE(formed.networks.size() == 1);
  CHECK_FALSE(formed.networks[0].before);
  const auto ended = changes(many.index(), few.index());
  REQUIRE(ended.networks.size() == 1);
  CHECK_FALSE(ended.networks[0].now);
  CHECK(ended.gone_record_count == 1);
}

TEST_CASE("people who became one, and one who became several, are told") {
  auto apart =
      picture::SketchedEvidence({"2026-01-05 n: ann uses P1", "2026-02-05 n: ann uses P2"}).take();
  auto together =
      picture::SketchedEvidence({"2026-01-05 n: ann uses P1", "2026-02-05 n: ann uses P2"}).take();
  // Without its reference, each mention of ann is somebody.
  for (auto& value : apart.values) {
    if (apart.texts[value.text] == "ann") value.attribute = model::Attribute::occupation;
  }
  const Sketched older(std::move(apart)), newer(std::move(together));
  const auto merged = changes(older.index(), newer.index());
  REQUIRE(merged.merged.size() == 1);
  CHECK(merged.merged[0].before.size() == 2);
  CHECK(newer.word(merged.merged[0].now) == "ann");
  const auto split = changes(newer.index(), older.index());
  REQUIRE(split.split.size() == 1);
  CHECK(split.split[0].now.size() == 2);
  CHECK(to_json(newer.index(), older.index(), split)["split"]["count"] == 1);
}

TEST_CASE("whoever is protected now is marked so in the past, too") {
  const std::vector<std::string> twice = {"2026-01-05 n: ann uses P1", "2026-02-05 n: ann uses P2"};
  auto apart = picture::SketchedEvidence(twice).take();
  for (auto& value : apart.values) {
    if (apart.texts[value.text] == "ann") value.attribute = model::Attribute::occupation;
  }
  const Sketched older(std::move(apart));
  const Sketched newer(with(twice, "2026-03-05 n: ann victim_of C1 robbery"));
  const auto json = to_json(older.index(), newer.index(), changes(older.index(), newer.index()));
  REQUIRE(json["merged"]["count"] == 1);
  for (const auto& person : json["merged"]["shown"][0]["before"])
    CHECK(person["is_protected"] == true);
}
