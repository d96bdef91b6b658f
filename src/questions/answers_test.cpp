#include <doctest/doctest.h>

#include "picture/sketched_picture.hpp"
#include "questions/network_page.hpp"
#include "questions/paths.hpp"
#include "questions/profile.hpp"

namespace {

using questions::Index;

const std::vector<std::string> trade = {
    "2026-01-05 north: name:ann=Ann Lee; ann suspect_in C1 drug_trafficking; bob suspect_in C1",
    "2026-02-05 north: bob suspect_in C2 robbery; cat suspect_in C2",
    "2026-03-05 south: eve suspect_in C3 theft; dan suspect_in C3",
    "2026-03-09 north: ann lives_at H1",
};

picture::Entity named(const picture::Picture& picture, const std::string& word) {
  for (picture::Entity entity = 0; entity < picture.entities.size(); ++entity) {
    if (picture::noun_of(picture.evidence, picture.entities, entity) != model::Noun::person)
      continue;
    if (picture::word_of(picture, entity) == word) return entity;
  }
  return picture::Entity(-1);
}

}  // namespace

TEST_CASE("a profile has each line with its records, and says what is not known") {
  const auto picture = picture::picture_of(trade);
  const Index index(picture);
  const auto answer = questions::profile(index, named(picture, "ann"));
  CHECK(answer.body["names"][0]["text"] == "Ann Lee");
  CHECK(answer.body["names"][0]["record_count"] == 1);
  CHECK(answer.body["events"].size() == 1);
  CHECK(answer.body["events"][0]["role"] == "suspect_in");
  CHECK(answer.body["things"][0]["role"] == "lives_at");
  CHECK(answer.body["associates"].size() == 1);
  CHECK(answer.body["harm"]["terms"].size() == 1);
  CHECK(answer.body["gaps"][0] == "no date of birth");
}

TEST_CASE("a profile as at a day leaves out what came later") {
  const auto picture = picture::picture_of(trade);
  const Index index(picture);
  const auto bob = named(picture, "bob");
  CHECK(questions::profile(index, bob).body["events"].size() == 2);
  CHECK(questions::profile(index, bob, base::Date{2026, 1, 31}).body["events"].size() == 1);
}

TEST_CASE("a path goes through people, each tie with its records; none says so and no more") {
  const auto picture = picture::picture_of(trade);
  const Index index(picture);
  const questions::PathFinder finder(index);
  const auto ann = named(picture, "ann"), cat = named(picture, "cat");
  const auto answer = finder.paths(ann, cat, {});
  REQUIRE(answer.body["paths"].size() == 1);
  CHECK(answer.body["paths"][0]["steps"] == 2);
  CHECK(answer.body["paths"][0]["links"][0]["records"].size() == 1);
  const auto alone =
      picture::picture_of({"2026-01-05 n: ann suspect_in C1 theft; bob suspect_in C1",
                           "2026-01-05 n: cat suspect_in C2 theft"});
  const Index few(alone);
  const auto none = questions::PathFinder(few).paths(named(alone, "ann"), named(alone, "cat"), {});
  CHECK(none.body["paths"].empty());
  CHECK(none.body["says"] == "no path in what you may see");
}

TEST_CASE("a timeline has the latest first, a page at a time") {
  const auto picture = picture::picture_of(trade);
  const Index index(picture);
  const auto answer = questions::timeline(index, named(picture, "bob"), 0, 1);
  CHECK(answer.body["total"] == 2);
  REQUIRE(answer.body["events"].size() == 1);
  CHECK(answer.body["events"][0]["when"].get<std::string>().substr(0, 10) == "2026-02-05");
}

TEST_CASE("a network's page places every member on its chart, always the same") {
  const auto picture = picture::picture_of(trade);
  const Index index(picture);
  REQUIRE(picture.networks.size() == 1);
  const auto answer = questions::network_page(index, 0);
  CHECK(answer.body["members"].size() == picture.networks[0].members.size());
  CHECK(answer.body == questions::network_page(index, 0).body);
  for (const auto& point : questions::chart_of(index, 0)) {
    CHECK(std::abs(point.x) <= 1);
    CHECK(std::abs(point.y) <= 1);
  }
}
