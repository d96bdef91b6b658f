#include "picture/picture.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "picture/people.hpp"
#include "picture/sketched_picture.hpp"
#include "picture/to_json.hpp"

using picture::Picture;
using picture::picture_of;
using picture::SketchedEvidence;

namespace {

using Lines = std::vector<std::string>;

// "ann-bob co_offending 0.5", one a line.
std::string ties(const Lines& lines) {
  const auto picture = picture_of(lines);
  std::vector<std::string> texts;
  for (const auto& tie : picture.ties) {
    const std::pair<std::string, std::string> names =
        std::minmax(word_of(picture, tie.left), word_of(picture, tie.right));
    const auto& [left, right] = names;
    auto strength = std::to_string(tie.strength);
    texts.push_back(left + "-" + right + " " + std::string(base::name_of(tie.kind)) + " " +
                    strength.substr(0, 4));
  }
  std::sort(texts.begin(), texts.end());
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

std::string nominals(const Lines& lines) {
  const auto picture = picture_of(lines);
  std::string all;
  for (const auto& nominal : picture.nominals)
    all += (all.empty() ? "" : " ") + word_of(picture, nominal.person);
  return all;
}

std::string protection_list(const Lines& lines) {
  const auto picture = picture_of(lines);
  std::vector<std::string> names;
  for (const auto& person : picture.protection_list) {
    names.push_back(word_of(picture, person.person) +
                    (person.is_also_suspect ? "(suspect too)" : ""));
  }
  std::sort(names.begin(), names.end());
  std::string all;
  for (const auto& text : names) all += (all.empty() ? "" : " ") + text;
  return all;
}

const Lines trade = {
    "2026-01-05 north: ann suspect_in C1 drug_trafficking; bob suspect_in C1; cat victim_of C1",
    "2026-02-05 north: bob convicted_of C2 robbery; dan suspect_in C2",
    "2026-03-05 north: ann uses P1; bob uses P2; P1 called P2",
    "2026-04-05 north: eve lives_at H1; ann lives_at H1",
    "2026-05-05 north: born:dan=2010-05-05; dan arrested_for C3 drug_trafficking",
};

}  // namespace

TEST_CASE("offending, calling and paying together are ties; living together is none") {
  CHECK(ties({"2026-01-05 n: ann suspect_in C1 theft; bob suspect_in C1"}) ==
        "ann-bob co_offending 1.00");
  CHECK(ties({"2026-01-05 n: ann suspect_in C1 theft; bob arrested_for C1; cat charged_with C1"}) ==
        "ann-bob co_offending 0.50, ann-cat co_offending 0.50, bob-cat co_offending 0.50");
  CHECK(ties({"2026-01-05 n: ann uses P1; bob uses P2; P1 called P2"}) ==
        "ann-bob communication 1.00");
  CHECK(ties({"2026-01-05 n: ann holds A1; bob holds A2; A1 paid A2"}) == "ann-bob money 1.00");
  CHECK(ties({"2026-01-05 n: ann present_at M1; bob present_at M1"}) == "ann-bob meeting 1.00");
  CHECK(ties({"2026-01-05 n: ann instructs bob"}) == "ann-bob exploitation 1.00");
  CHECK(ties({"2026-01-05 n: ann lives_at H1; bob lives_at H1"}) == "");
  CHECK(ties({"2026-01-05 n: ann relative_of bob"}) == "");
  CHECK(ties({"2026-01-05 n: ann client_of bob"}) == "");
}

TEST_CASE("a victim is tied to an offender only where the offence exploits") {
  CHECK(ties({"2026-01-05 n: ann suspect_in C1 theft; bob victim_of C1"}) == "");
  CHECK(ties({"2026-01-05 n: ann suspect_in C1 forced_labour; bob victim_of C1"}) ==
        "ann-bob exploitation 1.00");
}

TEST_CASE("what many share says nothing of two of them") {
  Lines lines;
  for (const auto* who : {"ann", "bob", "cat", "dan", "eve"}) {
    lines.push_back("2026-01-05 n: " + std::string(who) + " uses P1");
  }
  CHECK(ties(lines) == "");
  lines.resize(2);
  CHECK(ties(lines) == "ann-bob communication 1.00");
}

TEST_CASE("references are one source's own") {
  CHECK(nominals({"2026-01-05 n: ann suspect_in C1 theft",
                  "2026-01-06 n: ann suspect_in C2 theft"}) == "ann");
  CHECK(nominals({"2026-01-05 n: ann suspect_in C1 theft",
                  "2026-01-06 s: ann suspect_in C2 theft"}) == "ann ann");
}

TEST_CASE("nominals are ranked by harm, victims and children nowhere") {
  CHECK(nominals(trade) == "bob ann");
  CHECK(protection_list(trade) == "cat dan(suspect too)");
}

TEST_CASE("a network holds its victims apart and counts each event once") {
  const auto picture = picture_of(trade);
  REQUIRE(picture.networks.size() == 1);
  const auto& network = picture.networks[0];
  CHECK(network.members.size() == 4);
  CHECK(network.members[1].standing == picture::Standing::ranked);
  CHECK(network.members[2].standing == picture::Standing::kept_apart);
  CHECK(network.harm.terms.size() == 3);
  CHECK(network.forces == std::vector<std::string>{"north"});
  CHECK(picture.tables.threat_types[network.threat_types.front().first].key == "county_lines");
}

TEST_CASE("the order of records and the number of threads decide nothing") {
  const auto expected = picture::to_json(picture_of(trade));
  auto lines = trade;
  std::reverse(lines.begin(), lines.end());
  CHECK(picture::to_json(picture_of(lines)) == expected);
  CHECK(picture::to_json(picture_of(trade, {.threads = 3})) == expected);
}

TEST_CASE("an entity is named by its earliest-recorded mention, so names survive new records") {
  const Lines first = {"2026-02-05 n: ann suspect_in C2 theft"};
  const auto before = picture_of(first);
  const auto after = picture_of({first[0], "2026-03-05 n: ann suspect_in C3 robbery"});
  const auto named = [](const Picture& picture) {
    return name_of(picture.evidence, picture.entities, picture.nominals[0].person);
  };
  CHECK(named(before) == named(after));
}

TEST_CASE("a decision joins two people, and another parts them again") {
  const Lines lines = {"2026-01-05 n: name:ann=Ann Lee; ann suspect_in C1 theft",
                       "2026-01-06 s: name:bea=Bea Moss; bea suspect_in C2 theft"};
  const auto evidence = SketchedEvidence(lines).take();
  const auto of = [&](std::string_view slot) {
    for (const auto& mention : evidence.mentions) {
      if (evidence.texts[mention.slot] == slot) {
        return model::MentionReference{evidence.records[mention.record].reference,
                                       std::string(slot)};
      }
    }
    return model::MentionReference{};
  };
  const model::Decision same{
      .left = of("ann"), .right = of("bea"), .verdict = model::Verdict::same};
  auto different = same;
  different.verdict = model::Verdict::different;
  CHECK(picture_of(lines).nominals.size() == 2);
  CHECK(picture_of(lines, {.decisions = {same}}).nominals.size() == 1);
  CHECK(picture_of(lines, {.decisions = {same, different}}).nominals.size() == 2);
}

TEST_CASE("an empty evidence has an empty picture") {
  const auto picture = picture_of(std::vector<std::string>{});
  CHECK(picture.networks.empty());
  CHECK(picture.nominals.empty());
  CHECK(picture.protection_list.empty());
}
