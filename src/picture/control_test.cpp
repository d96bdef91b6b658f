#include "picture/control.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "picture/sketched_picture.hpp"

using picture::Picture;
using picture::picture_of;
using threat::ControlEvidence;

namespace {

using Lines = std::vector<std::string>;

const picture::NetworkMember& member(const Picture& picture, std::string_view who) {
  REQUIRE(picture.networks.size() == 1);
  const auto& members = picture.networks[0].members;
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& member) {
    return word_of(picture, member.person) == who;
  });
  REQUIRE(found != members.end());
  return *found;
}

// "collects 3, span 3": the evidence that this member of the only network controls it.
std::string control(const Lines& lines, std::string_view who) {
  const auto picture = picture_of(lines);
  std::string text;
  for (const auto& line : member(picture, who).control) {
    text += (text.empty() ? "" : ", ") + std::string(base::name_of(line.evidence)) + " " +
            std::to_string(line.count);
    CHECK_FALSE(line.records.empty());
    CHECK(std::is_sorted(line.records.begin(), line.records.end()));
  }
  return text;
}

Lines with(Lines lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

const std::string purses =
    "2026-01-01 n: ann holds A1; bob holds A2; cat holds A3; dan holds A4; eve holds A5; "
    "fay holds A6";
const Lines takings = {purses, "2026-01-05 n: A1 paid A4 100; A2 paid A4 100; A3 paid A4 100",
                       "2026-01-09 n: A4 paid A5 250"};

}  // namespace

TEST_CASE(
    "who is paid by one whom three members pay has evidence of it, and the collector its own") {
  CHECK(control(takings, "eve") == "paid_by_paid 1");
  CHECK(control(takings, "dan") == "collects 3");
  CHECK(control(takings, "ann") == "");
  CHECK(control(with(takings, {"2026-02-09 n: A4 paid A5 250"}), "eve") == "paid_by_paid 2");
}

TEST_CASE("two payers make no collector") {
  const Lines two = {purses, "2026-01-05 n: A1 paid A4 100; A2 paid A4 100",
                     "2026-01-06 n: A1 paid A4 100", "2026-01-09 n: A4 paid A5 250"};
  CHECK(control(two, "eve") == "");
  CHECK(control(two, "dan") == "");
}

TEST_CASE("who passes most of it on does not keep it; whom they pay may") {
  const auto half = with(takings, {"2026-01-12 n: A5 paid A6 125"});
  CHECK(control(half, "eve") == "paid_by_paid 1");
  const auto most = with(takings, {"2026-01-12 n: A5 paid A6 126"});
  CHECK(control(most, "eve") == "");
  CHECK(control(most, "fay") == "paid_by_paid 1");
}

TEST_CASE("a vehicle counts where others use it without its keeper") {
  const Lines gang = {"2026-01-05 n: bob suspect_in C1 theft; cat suspect_in C1",
                      "2026-01-06 n: ann associate_of bob", "2026-01-07 n: ann keeper_of V1"};
  CHECK(control(gang, "ann") == "");
  CHECK(control(with(gang, {"2026-01-08 n: bob uses V1"}), "ann") == "vehicle 1");
  CHECK(control(with(gang, {"2026-01-08 n: V1 mentioned_in R1; bob mentioned_in R1",
                            "2026-01-09 n: V1 mentioned_in R2; cat mentioned_in R2"}),
                "ann") == "vehicle 2");
  CHECK(control(with(gang, {"2026-01-08 n: V1 mentioned_in R1; ann mentioned_in R1; "
                            "bob mentioned_in R1"}),
                "ann") == "");
  CHECK(control(with(gang, {"2026-01-08 n: V1 mentioned_in R1; zoe mentioned_in R1"}), "ann") ==
        "");
}

TEST_CASE("premises count where others of the network are active there without whoever has them") {
  const Lines gang = {"2026-01-05 n: bob suspect_in C1 theft; cat suspect_in C1; C1 happened_at H1",
                      "2026-01-06 n: ann associate_of bob"};
  CHECK(control(gang, "ann") == "");
  CHECK(control(with(gang, {"2026-01-07 n: ann lives_at H1"}), "ann") == "premises 1");
  CHECK(control(with(gang, {"2026-01-07 n: ann controls H1"}), "ann") == "premises 1");
  CHECK(control(with(gang, {"2026-01-07 n: ann lives_at H2"}), "ann") == "");
  CHECK(control({"2026-01-05 n: ann suspect_in C1 theft; bob suspect_in C1; cat suspect_in C1; "
                 "C1 happened_at H1",
                 "2026-01-07 n: ann lives_at H1"},
                "ann") == "");
}

TEST_CASE("what a record states of two members is evidence of whoever it says does it") {
  const Lines gang = {
      "2026-01-05 n: ann suspect_in C1 theft; bob suspect_in C1; cat suspect_in C1"};
  CHECK(control(with(gang, {"2026-01-06 n: ann instructs bob; ann instructs cat"}), "ann") ==
        "instructs 2");
  CHECK(control(with(gang, {"2026-01-06 n: ann instructs bob"}), "bob") == "");
  CHECK(control(with(gang, {"2026-01-06 n: ann recruits bob; ann exploits cat"}), "ann") ==
        "recruits 1, exploits 1");
}

TEST_CASE("span takes the records of three forces") {
  const auto at = [](const std::string& force, const std::string& whom) {
    return "2026-01-05 " + force +
           ": name:ann=Ann Tredinnick; born:ann=1980-02-17; ann suspect_in C1 theft; " + whom +
           " suspect_in C1";
  };
  const Lines two = {at("n", "bob"), at("s", "cat"), "2026-01-06 n: ann associate_of bob"};
  CHECK(control(two, "ann") == "");
  CHECK(control(with(two, {at("w", "dan")}), "ann") == "span 3");
  CHECK(control(with(two, {at("w", "dan")}), "dan") == "");
}

TEST_CASE("who is recorded with the network before a strike and long after it remains") {
  const Lines before = {
      "2026-01-05 n: ann suspect_in C1 theft; bob suspect_in C1; cat suspect_in C1; "
      "dan suspect_in C1; eve suspect_in C1"};
  const std::string strike =
      "2026-02-05 n: bob arrested_for C2 theft; cat arrested_for C2; dan charged_with C2; "
      "eve charged_with C2";
  const std::string later = "2026-04-06 n: ann suspect_in C3 theft; fay suspect_in C3";
  const std::string too_soon = "2026-04-05 n: ann suspect_in C3 theft; fay suspect_in C3";
  CHECK(control(with(before, {strike, later}), "ann") == "remains 1");
  CHECK(control(with(before, {strike, later}), "fay") == "");
  CHECK(control(with(before, {strike, too_soon}), "ann") == "");
  CHECK(control(with(before, {strike}), "ann") == "");
  const std::string three =
      "2026-02-05 n: bob arrested_for C2 theft; cat arrested_for C2; "
      "dan arrested_for C2";
  CHECK(control(with(before, {three, later}), "ann") == "");
  CHECK(control(with(before, {strike, "2026-02-05 n: ann arrested_for C4 theft", later}), "ann") ==
        "");
}

TEST_CASE("members stand by prominence and the weights of what shows control") {
  const auto picture = picture_of(takings);
  const auto& eve = member(picture, "eve");
  const auto& dan = member(picture, "dan");
  CHECK(dan.prominence.score > eve.prominence.score);
  CHECK(dan.place_score == doctest::Approx(dan.prominence.score));  // being paid weighs nothing
  const auto weight = threat::shipped_tables().control_rule(ControlEvidence::paid_by_paid);
  CHECK(eve.place_score == doctest::Approx(eve.prominence.score +
                                           static_cast<double>(weight.weight_thousandths) / 1000));
  CHECK(word_of(picture, picture.networks[0].members[0].person) == "eve");
  CHECK(word_of(picture, picture.networks[0].members[1].person) == "dan");
}

TEST_CASE("nobody in the protection list has evidence of control") {
  const auto child = with(takings, {"2026-01-10 n: born:eve=2012-03-04; eve holds A5"});
  CHECK(control(child, "eve") == "");
  CHECK(member(picture_of(child), "eve").standing == picture::Standing::kept_apart);
}
