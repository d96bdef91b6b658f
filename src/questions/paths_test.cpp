#include "questions/paths.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "questions/detail/sketched.hpp"

using questions::PathOptions;
using questions::PathOrder;
using questions::PathThrough;
using questions::Sketched;

namespace {

// "ann bob cat | ann dan cat"
std::string paths(const Sketched& sketched, const std::string& from, const std::string& to,
                  const PathOptions& options = {}) {
  std::string all;
  for (const auto& path :
       questions::paths(sketched.index(), sketched[from], sketched[to], options).paths)
    all += (all.empty() ? "" : " | ") + sketched.words(path.entities);
  return all;
}

std::string day(int number) { return "2026-01-" + std::to_string(number) + " n: "; }

// A way of two steps, and one of three that is in order of time and stronger.
const std::vector<std::string> two_ways = {
    day(20) + "ann met bob",
    day(10) + "bob met eve",
    day(11) + "ann met cat; ann associate_of cat",
    day(12) + "cat met dan; cat associate_of dan",
    day(13) + "dan met eve; dan associate_of eve",
    day(11) + "ann called cat",
    day(12) + "cat called dan",
    day(13) + "dan called eve",
    day(14) + "zoe met yan",
};

}  // namespace

TEST_CASE("paths come shortest first") {
  const Sketched sketched(two_ways);
  CHECK(paths(sketched, "ann", "eve") == "ann bob eve | ann cat dan eve");
  CHECK(paths(sketched, "eve", "ann") == "eve bob ann | eve dan cat ann");
  CHECK(paths(sketched, "ann", "eve", {.count = 1}) == "ann bob eve");
  CHECK(paths(sketched, "ann", "eve", {.steps_max = 2}) == "ann bob eve");
  CHECK(paths(sketched, "ann", "eve", {.steps_max = 1}) == "");
}

TEST_CASE("strong ties are short, time only goes forward, and kinds are those asked for") {
  const Sketched sketched(two_ways);
  CHECK(paths(sketched, "ann", "eve", {.order = PathOrder::strength}) ==
        "ann cat dan eve | ann bob eve");
  CHECK(paths(sketched, "ann", "eve", {.order = PathOrder::time}) == "ann cat dan eve");
  CHECK(paths(sketched, "eve", "ann", {.order = PathOrder::time}) == "eve bob ann");
  CHECK(paths(sketched, "ann", "eve", {.filter = {.kinds = {model::TieKind::communication}}}) ==
        "ann cat dan eve");
  CHECK(paths(sketched, "ann", "eve",
              {.filter = {.window = {.until = base::midnight({2026, 1, 13})}}}) ==
        "ann cat dan eve");
}

TEST_CASE("no path says no more than that") {
  const Sketched sketched(two_ways);
  const auto none = questions::paths(sketched.index(), sketched["ann"], sketched["zoe"]);
  CHECK(none.paths.empty());
  CHECK(to_json(sketched.index(), none)["says"] == "no path in what you may see");
  CHECK(paths(sketched, "ann", "ann") == "");
}

TEST_CASE("paths lead through shared things when asked, or when an end is one") {
  const Sketched sketched(
      {day(10) + "ann lives_at H1; bob lives_at H1", day(11) + "bob uses V1; cat uses P2"});
  CHECK(paths(sketched, "ann", "bob") == "");
  CHECK(paths(sketched, "ann", "bob", {.through = PathThrough::all}) == "ann H1 bob");
  CHECK(paths(sketched, "ann", "V1") == "ann H1 bob V1");
  CHECK(paths(sketched, "ann", "V1", {.filter = {.roles = {model::LinkRole::uses}}}) == "");
  // Two people and what they share are one step.
  CHECK(paths(sketched, "ann", "bob", {.steps_max = 1, .through = PathThrough::all}) ==
        "ann H1 bob");
}

TEST_CASE("hubs are passed only when asked") {
  std::vector<std::string> lines = {day(10) + "ann lives_at H1; bob lives_at H1"};
  for (int i = 0; i < 60; ++i)
    lines.push_back(day(11) + "who" + std::to_string(i) + " lives_at H1");
  const Sketched sketched(lines);
  PathOptions options{.through = PathThrough::all};
  CHECK(paths(sketched, "ann", "bob", options) == "");
  CHECK(
      questions::paths(sketched.index(), sketched["ann"], sketched["bob"], options).hubs_left_out ==
      1);
  CHECK(paths(sketched, "ann", "H1", options) == "ann H1");
  options.hub_max = 0;
  CHECK(paths(sketched, "ann", "bob", options) == "ann H1 bob");
}

TEST_CASE("of equal paths the one through who was named first comes first, on every run") {
  std::vector<std::string> lines;
  for (const auto* middle : {"bob", "cat", "dan", "fay", "gus", "hal"}) {
    lines.push_back(day(10) + "ann met " + middle);
    lines.push_back(day(11) + middle + " met eve");
  }
  const Sketched sketched(lines);
  const auto found =
      questions::paths(sketched.index(), sketched["ann"], sketched["eve"], {.count = 9});
  REQUIRE(found.paths.size() == questions::paths_max);
  for (std::size_t i = 1; i < found.paths.size(); ++i)
    CHECK(found.paths[i - 1].entities < found.paths[i].entities);
  std::reverse(lines.begin(), lines.end());
  const Sketched turned(lines);
  CHECK(paths(sketched, "ann", "eve") == paths(turned, "ann", "eve"));
}

TEST_CASE("a path says how sure its weakest link is") {
  auto evidence =
      picture::SketchedEvidence({day(10) + "ann met bob", day(11) + "bob met cat"}).take();
  for (auto& record : evidence.records) {
    if (*record.happened == base::midnight({2026, 1, 11}))
      record.grading = model::parse_grading("2D");
  }
  const Sketched sketched(std::move(evidence));
  const auto found = questions::paths(sketched.index(), sketched["ann"], sketched["cat"]);
  REQUIRE(found.paths.size() == 1);
  CHECK(found.paths[0].weakest == questions::LinkStrength::tentative);
  CHECK(found.paths[0].links[0].strength == questions::LinkStrength::confirmed);
}

TEST_CASE("several are joined two by two, by a path each") {
  const Sketched sketched(two_ways);
  const std::vector<questions::Entity> several = {sketched["ann"], sketched["bob"],
                                                  sketched["zoe"]};
  const auto among = paths_among(sketched.index(), several);
  REQUIRE(among.size() == 3);
  CHECK(sketched.words(among[0].paths.at(0).entities) == "ann bob");
  CHECK(among[1].paths.empty());
  CHECK(among[2].paths.empty());
}
