#include "picture/identity.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "picture/sketched_picture.hpp"
#include "resolve/explain.hpp"

using picture::Entity;
using picture::Picture;

namespace {

const std::vector<std::string> lines = {
    "2026-01-05 n: name:ann=Ann Lee; born:ann=1990-02-03; ann suspect_in C1 theft; ann uses P1",
    "2026-01-06 n: name:bob=Bob Obi; bob suspect_in C1 theft",
    "2026-01-07 s: name:anna=Anne Lee; born:anna=1990-02-03; anna suspect_in C2 theft; anna uses "
    "P1",
    "2026-01-08 w: name:bea=Bea Moss; bea suspect_in C3 theft", "2026-01-09 w: bea uses P2"};

model::MentionReference mention_of(const model::Evidence& evidence, std::string_view word) {
  for (const auto& mention : evidence.mentions) {
    if (evidence.texts[mention.slot] == word)
      return {evidence.records[mention.record].reference, std::string(word)};
  }
  return {};
}

// Ann, Anna and Bea are decided to be one person.
Picture one_of_three() {
  const auto evidence = picture::SketchedEvidence(lines).take();
  const auto same = [&](std::string_view left, std::string_view right) {
    return model::Decision{.left = mention_of(evidence, left),
                           .right = mention_of(evidence, right),
                           .verdict = model::Verdict::same};
  };
  return picture::picture_of(lines, {.decisions = {same("ann", "anna"), same("anna", "bea")}});
}

resolve::Model model_of(const Picture& picture) {
  return resolve::train(picture::people_of(picture.evidence).table, {}, {1});
}

Entity entity_of(const Picture& picture, std::string_view word) {
  for (std::uint32_t i = 0; i < picture.evidence.mentions.size(); ++i) {
    if (picture.evidence.texts[picture.evidence.mentions[i].slot] == word)
      return picture.entities.of_mention(i);
  }
  return 0;
}

std::string word_of(const Picture& picture, const picture::IdentityRow& row) {
  return std::string(picture.evidence.texts[picture.evidence.mentions[row.mentions.front()].slot]);
}

}  // namespace

TEST_CASE("the rows of a person hang together by their strongest links, the weakest first") {
  const auto picture = one_of_three();
  const auto identity = identity_of(picture, entity_of(picture, "bea"), model_of(picture));
  REQUIRE(identity.rows.size() == 3);
  CHECK(identity.row_count == 3);
  REQUIRE(identity.links.size() == 2);
  const auto& weakest = identity.links[0];
  CHECK((word_of(picture, identity.rows[weakest.left]) == "bea" ||
         word_of(picture, identity.rows[weakest.right]) == "bea"));
  CHECK(weakest.bits <= identity.links[1].bits);
  for (const auto& link : identity.links) {
    auto sum = link.prior;
    for (const auto& reason : link.reasons) sum += reason.bits;
    CHECK(sum == doctest::Approx(link.bits));
  }
}

TEST_CASE("what a source calls one person is one row, whatever it is recorded in") {
  const auto picture = one_of_three();
  const auto rows = rows_of(picture, entity_of(picture, "bea"));
  const auto bea = std::find_if(rows.begin(), rows.end(),
                                [&](const auto& row) { return word_of(picture, row) == "bea"; });
  REQUIRE(bea != rows.end());
  CHECK(bea->mentions.size() == 2);
}

TEST_CASE("the records around two people say of them what all records say") {
  const auto picture = one_of_three();
  const auto model = model_of(picture);
  const auto people = picture::people_of(picture.evidence);
  const auto compared =
      compare(picture, entity_of(picture, "ann"), entity_of(picture, "bob"), model);
  REQUIRE(compared.links.size() == 1);
  const auto& link = compared.links[0];
  const auto row = [&](std::size_t position) {
    return people.row_of_mention[compared.rows[position].mentions.front()];
  };
  const resolve::Explainer of_all(people.table, model);
  const auto whole = of_all(row(link.left), row(link.right));
  CHECK(link.bits == resolve::to_double(whole.total));
  REQUIRE(link.reasons.size() == whole.reasons.size());
  for (std::size_t i = 0; i < link.reasons.size(); ++i) {
    CHECK(link.reasons[i].finding == whole.reasons[i].comparison);
    CHECK(link.reasons[i].bits == resolve::to_double(whole.reasons[i].weight));
  }
}
