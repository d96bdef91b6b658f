#include "questions/timeline.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "questions/detail/sketched.hpp"
#include "questions/places.hpp"

using questions::Entity;
using questions::Sketched;

namespace {

const std::vector<std::string> year = {
    "2026-03-05 n: ann uses P1",
    "2026-01-05 n: ann suspect_in C1 robbery; bob suspect_in C1; C1 happened_at H9",
    "2026-02-05 n: ann lives_at H1",
    "2026-04-05 n: ann lives_at H1; bob uses P2",
};

std::string timeline(const Sketched& sketched, const std::vector<Entity>& of,
                     const questions::TimelineOptions& options = {}) {
  std::string all;
  for (const auto& item : questions::timeline(sketched.index(), of, options).items) {
    all += (all.empty() ? "" : ", ") + base::to_string_utc(item.first).substr(5, 5);
    for (const auto& part : item.parts) all += " " + sketched.word(part.from);
    all += " " + sketched.word(item.what);
  }
  return all;
}

}  // namespace

TEST_CASE("a timeline tells what happened in order of time") {
  const Sketched sketched(year);
  const std::vector<Entity> ann = {sketched["ann"]};
  CHECK(timeline(sketched, ann) == "01-05 ann C1, 02-05 ann H1, 03-05 ann P1");
  CHECK(timeline(sketched, ann, {.position = 1, .limit = 1}) == "02-05 ann H1");
  CHECK(timeline(sketched, ann, {.nouns = {model::Noun::crime}}) == "01-05 ann C1");
  CHECK(timeline(sketched, ann, {.filter = {.window = {.from = base::midnight({2026, 2, 6})}}}) ==
        "03-05 ann P1, 04-05 ann H1");
}

TEST_CASE("an event of several is told once, with the part of each") {
  const Sketched sketched(year);
  const std::vector<Entity> both = {sketched["ann"], sketched["bob"]};
  const auto told = questions::timeline(sketched.index(), both);
  REQUIRE(told.items.size() == 4);
  CHECK(told.items[0].parts.size() == 2);
  CHECK(to_json(sketched.index(), told)["items"][0]["offence"] == "robbery");
}

TEST_CASE("what no record dates is counted, not placed") {
  auto evidence =
      picture::SketchedEvidence({"2026-03-05 n: ann uses P1", "2026-03-06 n: ann uses P2"}).take();
  evidence.records[0].happened.reset();
  evidence.records[0].recorded.reset();
  const Sketched sketched(std::move(evidence));
  const std::vector<Entity> ann = {sketched["ann"]};
  const auto told = questions::timeline(sketched.index(), ann);
  CHECK(told.count == 1);
  CHECK(told.undated == 1);
}

TEST_CASE("places are homes and where events were, with how often and when") {
  const Sketched sketched(year);
  const std::vector<Entity> ann = {sketched["ann"]};
  const auto found = questions::places(sketched.index(), ann);
  REQUIRE(found.count == 2);
  CHECK(sketched.word(found.places[0].place) == "H1");
  CHECK(found.places[0].count == 2);
  CHECK(found.places[0].events.empty());
  CHECK(sketched.word(found.places[1].place) == "H9");
  CHECK(sketched.words(found.places[1].events) == "C1");
  CHECK(found.places[1].roles == std::vector{model::LinkRole::happened_at});
  CHECK_FALSE(found.places[0].point);
  const questions::Window january{.until = base::midnight({2026, 1, 31})};
  CHECK(questions::places(sketched.index(), ann, january).count == 1);
}

TEST_CASE("a place is on the map where one record gives both its degrees") {
  auto evidence = picture::SketchedEvidence({"2026-03-05 n: ann lives_at H1"}).take();
  for (auto& mention : evidence.mentions) {
    if (mention.noun != model::Noun::address) continue;
    mention.first_value = static_cast<std::uint32_t>(evidence.values.size());
    evidence.values.push_back({model::Attribute::line, evidence.texts.intern("H1")});
    evidence.values.push_back({model::Attribute::latitude, evidence.texts.intern("53.48")});
    evidence.values.push_back({model::Attribute::longitude, evidence.texts.intern("-2.24")});
    mention.value_count = 3;
  }
  const Sketched sketched(std::move(evidence));
  const std::vector<Entity> ann = {sketched["ann"]};
  const auto found = questions::places(sketched.index(), ann);
  REQUIRE(found.places.size() == 1);
  REQUIRE(found.places[0].point);
  CHECK(found.places[0].point->longitude == doctest::Approx(-2.24));
}
