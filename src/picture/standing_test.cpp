#include <algorithm>

#include <doctest/doctest.h>

#include "picture/sketched_picture.hpp"

// Who may be ranked, and who is only shown.

using picture::Picture;
using picture::picture_of;
using picture::Sketching;

namespace {

using Lines = std::vector<std::string>;

const Sketching with_doubts = {.doubts_namesakes = true};

std::string standing(const Picture& picture, std::string_view who) {
  for (const auto& network : picture.networks) {
    for (const auto& member : network.members) {
      if (word_of(picture, member.person) == who)
        return std::string(base::name_of(member.standing));
    }
  }
  return "in no network";
}

std::string standing(const Lines& lines, std::string_view who) {
  return standing(picture_of(lines), who);
}

template <class List>
std::string words(const Picture& picture, const List& list) {
  std::vector<std::string> found;
  for (const auto& item : list) found.push_back(word_of(picture, item.person));
  std::sort(found.begin(), found.end());
  std::string all;
  for (const auto& word : found) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::string protection_list(const Lines& lines) {
  const auto picture = picture_of(lines);
  return words(picture, picture.protection_list);
}

const Lines wages = {"2026-01-01 n: O1 holds A9; ann holds A1; bob holds A2",
                     "2026-01-06 n: A9 paid A1 300", "2026-01-08 n: A1 paid A2 270",
                     "2026-02-06 n: A9 paid A1 300", "2026-02-12 n: A1 paid A2 210"};

// One Ann Lee is a victim, another a suspect elsewhere.
const Lines namesakes = {"2026-01-05 n: name:ann=Ann Lee; ann victim_of C1 robbery",
                         "2026-01-06 s: name:ada=Ann Lee; ada suspect_in C2 theft; bob suspect_in "
                         "C2; cat suspect_in C2"};

}  // namespace

TEST_CASE("being named in a report implicates nobody") {
  const Lines report = {
      "2026-01-05 n: ann mentioned_in R1; bob mentioned_in R1; cat mentioned_in R1"};
  CHECK(standing(report, "ann") == "unassessed");
  auto more = report;
  more.push_back("2026-01-06 n: ann suspect_in C1 theft");
  CHECK(standing(more, "ann") == "ranked");
  CHECK(standing(more, "bob") == "unassessed");
}

TEST_CASE("whoever is found with a missing child may be another") {
  const Lines found = {"2026-01-05 n: kid missing_in X1; bob present_at X1; kid met bob",
                       "2026-01-08 n: kid missing_in X2; cat present_at X2; kid met cat"};
  CHECK(standing(found, "kid") == "kept_apart");
  CHECK(standing(found, "bob") == "unassessed");
  auto observed = found;
  observed.push_back("2026-01-09 n: bob present_at M1; cat present_at M1");
  CHECK(standing(observed, "bob") == "ranked");
  auto met = found;
  met.push_back("2026-01-09 n: bob met cat");
  CHECK(standing(met, "cat") == "ranked");
}

TEST_CASE("being paid implicates nobody, keeping what others are paid does") {
  const Lines payments = {
      "2026-01-01 n: ann holds A1; bob holds A2; cat holds A3; dan holds A4; eve holds A5",
      "2026-01-05 n: A1 paid A4 100; A2 paid A4 100; A3 paid A4 100",
      "2026-01-09 n: A4 paid A5 250"};
  CHECK(standing(payments, "ann") == "unassessed");
  CHECK(standing(payments, "eve") == "ranked");
  CHECK(standing(payments, "dan") == "ranked");  // collects from three
}

TEST_CASE("calls, meetings, stated association and crime do") {
  for (const char* part :
       {"ann called bob", "ann messaged bob", "ann associate_of bob", "ann suspect_in C9 theft"}) {
    const Lines lines = {
        "2026-01-05 n: ann mentioned_in R1; bob mentioned_in R1; cat mentioned_in R1",
        "2026-01-06 n: " + std::string(part)};
    CHECK_MESSAGE(standing(lines, "ann") == "ranked", part);
  }
}

TEST_CASE("who may be a protected person is in doubt, and held back from the nominals") {
  const auto picture = picture_of(namesakes, with_doubts);
  CHECK(standing(picture, "ada") == "in_doubt");
  CHECK(standing(picture, "bob") == "ranked");
  CHECK(words(picture, picture.nominals) == "bob cat");
  REQUIRE(picture.held_back.size() == 1);
  CHECK(word_of(picture, picture.held_back[0].person) == "ada");
  REQUIRE(picture.held_back[0].perhaps.size() == 1);
  CHECK(word_of(picture, picture.held_back[0].perhaps[0]) == "ann");
  const auto sure = picture_of(namesakes);
  CHECK(standing(sure, "ada") == "ranked");
  CHECK(sure.held_back.empty());
}

TEST_CASE("dates of birth that cannot be one person's leave no doubt, even with one phone") {
  auto lines = namesakes;
  lines.push_back("2026-01-07 n: born:ann=1980-02-17; ann victim_of C3 theft");
  lines.push_back("2026-01-07 s: born:ada=1957-11-03; ada suspect_in C4 theft");
  lines.push_back("2026-01-08 n: ann uses P9991234567");
  lines.push_back("2026-01-08 s: ada uses P9991234567");
  const auto picture = picture_of(lines, with_doubts);
  CHECK(picture.doubts.size() == 1);  // the score's, for people to look at
  CHECK(standing(picture, "ada") == "ranked");
}

TEST_CASE("an analyst's decision ends the doubt") {
  const auto evidence = picture::SketchedEvidence(namesakes).take();
  model::Decision decision{.verdict = model::Verdict::different};
  for (const auto& mention : evidence.mentions) {
    const auto slot = std::string(evidence.texts[mention.slot]);
    const model::MentionReference reference{evidence.records[mention.record].reference, slot};
    if (slot == "ann") decision.left = reference;
    if (slot == "ada") decision.right = reference;
  }
  const auto picture = picture_of(namesakes, {.decisions = {decision}, .doubts_namesakes = true});
  CHECK(standing(picture, "ada") == "ranked");
  CHECK(picture.held_back.empty());
  CHECK(words(picture, picture.nominals) == "ada bob cat");
}

TEST_CASE(
    "whoever keeps what others are paid is ranked though their name may be a protected one's") {
  const Lines lines = {
      "2026-01-05 s: name:ann=Ann Lee; ann victim_of C1 robbery",
      "2026-01-06 n: name:eve=Ann Lee; eve suspect_in C2 theft; dan suspect_in C2",
      "2026-01-07 n: bob holds A1; cat holds A2; fay holds A3; dan holds A4; eve holds A5",
      "2026-01-08 n: A1 paid A4 100; A2 paid A4 100; A3 paid A4 100"};
  CHECK(standing(picture_of(lines, with_doubts), "eve") == "in_doubt");
  auto paid = lines;
  paid.push_back("2026-01-09 n: A4 paid A5 250");
  CHECK(standing(picture_of(paid, with_doubts), "eve") == "ranked");
}

TEST_CASE("those kept apart stand last, whatever they did") {
  const auto picture = picture_of(
      {"2026-01-05 n: born:kid=2012-05-05; kid suspect_in C1 robbery; ann suspect_in C1; "
       "bob suspect_in C1; kid instructs ann; kid instructs bob; bob mentioned_in R1; "
       "cat mentioned_in R1"});
  REQUIRE(picture.networks.size() == 1);
  const auto& members = picture.networks[0].members;
  CHECK(word_of(picture, members.back().person) == "kid");
  CHECK(members.back().standing == picture::Standing::kept_apart);
  CHECK(members.back().control.empty());
  CHECK(std::is_sorted(members.begin(), members.end(),
                       [](const auto& a, const auto& b) { return a.standing < b.standing; }));
  CHECK(words(picture, picture.nominals) == "ann bob");
}

TEST_CASE("whose wages go on to somebody within days, twice, is protected") {
  CHECK(protection_list(wages) == "ann");
  const auto picture = picture_of(wages);
  REQUIRE(picture.protection_list.size() == 1);
  CHECK(picture.protection_list[0].lines.size() == 4);
  for (const auto& line : picture.protection_list[0].lines)
    CHECK(line.reason == threat::ProtectionReason::earnings_taken);
}

TEST_CASE("once is not enough, nor is money that is kept, late or paid by a person") {
  CHECK(protection_list({wages[0], wages[1], wages[2]}) == "");
  CHECK(protection_list({wages[0], wages[1], wages[2], wages[3]}) == "");
  CHECK(protection_list({wages[0], wages[1], wages[3]}) == "");
  CHECK(protection_list({wages[0], wages[1], wages[2], wages[3], "2026-02-12 n: A1 paid A2 209"}) ==
        "");
  CHECK(protection_list({wages[0], wages[1], wages[2], wages[3], "2026-02-14 n: A1 paid A2 270"}) ==
        "");
  auto from_a_person = wages;
  from_a_person[0] = "2026-01-01 n: eve holds A9; ann holds A1; bob holds A2";
  CHECK(protection_list(from_a_person) == "");
}
