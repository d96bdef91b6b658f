#include "picture/people.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "picture/sketched_evidence.hpp"
#include "picture/surroundings.hpp"

namespace {

using Lines = std::vector<std::string>;

// The values of a person's column, with a comma between.
std::string cell(const Lines& lines, std::string_view who, std::string_view column) {
  const auto evidence = picture::SketchedEvidence(lines).take();
  const auto people = picture::people_of(evidence);
  const auto& columns = people.table.columns();
  const auto at =
      static_cast<std::size_t>(std::find_if(columns.begin(), columns.end(),
                                            [&](const auto& each) { return each.name == column; }) -
                               columns.begin());
  std::string text;
  for (std::uint32_t i = 0; i < evidence.mentions.size(); ++i) {
    if (evidence.texts[evidence.mentions[i].slot] != who) continue;
    for (auto value : people.table.cell(people.row_of_mention[i], at))
      text += (text.empty() ? "" : ",") + people.table.values(at)[value];
    return text;
  }
  return "no such person";
}

// Who is recorded around the first mention of somebody, sorted, with a comma between.
std::string around(const Lines& lines, std::string_view who) {
  const auto evidence = picture::SketchedEvidence(lines).take();
  const auto all = picture::surroundings_of(evidence);
  for (std::uint32_t i = 0; i < evidence.mentions.size(); ++i) {
    if (evidence.texts[evidence.mentions[i].slot] != who) continue;
    auto names = all[i];
    std::sort(names.begin(), names.end());
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ",") + name;
    return text;
  }
  return "no such person";
}

std::string named(const std::string& word, const std::string& name, const std::string& part) {
  return "name:" + word + "=" + name + "; " + word + " " + part;
}

}  // namespace

TEST_CASE("a report about one person names their own phone and address") {
  const auto report = [](const std::string& name) {
    return Lines{"2026-01-05 n: " + named("ann", name, "mentioned_in R1") +
                 "; P447700900123 mentioned_in R1; H1 mentioned_in R1"};
  };
  CHECK(cell(report("Ann Lee"), "ann", "phone") != "");
  CHECK(cell(report("Ann Lee"), "ann", "street") != "");
  CHECK(cell(report("A Lee"), "ann", "phone") == "");
  CHECK(cell(report("Lee"), "ann", "phone") == "");
  CHECK(cell(report("A Lee"), "ann", "street") == "");
}

TEST_CASE("of a report about two, or of a crime, nothing is taken for one's own") {
  CHECK(cell({"2026-01-05 n: " + named("ann", "Ann Lee", "mentioned_in R1") + "; " +
              named("bob", "Bob Moss", "mentioned_in R1") + "; P447700900123 mentioned_in R1"},
             "ann", "phone") == "");
  CHECK(cell({"2026-01-05 n: " + named("ann", "Ann Lee", "suspect_in C1") +
              "; P447700900123 mentioned_in C1"},
             "ann", "phone") == "");
}

TEST_CASE("who is around a person: others in one report, meeting, missing episode or crime") {
  const auto ann = named("ann", "Ann Lee", "mentioned_in R1");
  CHECK(around({"2026-01-05 n: " + ann + "; " + named("bob", "Bob Moss", "mentioned_in R1")},
               "ann") == "Bob Moss");
  CHECK(around({"2026-01-05 n: " + named("ann", "Ann Lee", "missing_in X1") + "; " +
                named("bob", "Bob Moss", "present_at X1")},
               "bob") == "Ann Lee");
  CHECK(around({"2026-01-05 n: name:ann=Ann Lee; ann uses P1; name:bob=Bob Moss; bob uses P2"},
               "ann") == "");
  CHECK(around({"2026-01-05 n: " + ann, "2026-01-05 n: " + named("bob", "Bob Moss", "uses P1")},
               "ann") == "");
}

TEST_CASE("a crime's people stand in rows of their own, of one force") {
  const auto of_crime = [](const std::string& force) {
    return Lines{"2026-01-05 n: " + named("ann", "Ann Lee", "suspect_in C1"),
                 "2026-01-06 " + force + ": " + named("bob", "Bob Moss", "victim_of C1")};
  };
  CHECK(around(of_crime("n"), "ann") == "Bob Moss");
  CHECK(around(of_crime("s"), "ann") == "");
}

TEST_CASE("one's own name and a crowd say nothing") {
  CHECK(around({"2026-01-05 n: " + named("ann", "Ann Lee", "mentioned_in R1") + "; " +
                named("bob", "Ann Lee", "mentioned_in R1")},
               "ann") == "");
  std::string trip = "2026-01-05 n: " + named("ann", "Ann Lee", "present_at M1");
  for (const char* name : {"Bo", "Cy", "Di", "Ed", "Fe", "Gus", "Hal"})
    trip += "; " + named(std::string("x") + name, name + std::string(" Moss"), "present_at M1");
  CHECK(around({trip}, "ann") == "Bo Moss,Cy Moss,Di Moss,Ed Moss,Fe Moss,Gus Moss,Hal Moss");
  CHECK(around({trip + "; " + named("xIvy", "Ivy Moss", "present_at M1")}, "ann") == "");
}
