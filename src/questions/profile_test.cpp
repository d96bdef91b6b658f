#include "questions/profile.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "questions/detail/sketched.hpp"

using questions::Profile;
using questions::Sketched;

namespace {

Profile profile_of(const Sketched& sketched, const std::string& word,
                   std::optional<base::Date> day = {}) {
  return profile(sketched.index(), sketched[word], day).value();
}

// "name Ann Lee 2, Anne Lee 1; sex …" but for references.
std::string attributes(const Profile& profile) {
  std::string all;
  for (const auto& attribute : profile.attributes) {
    if (attribute.attribute == model::Attribute::reference) continue;
    all += (all.empty() ? "" : "; ") + std::string(base::name_of(attribute.attribute));
    for (const auto& value : attribute.values)
      all += " " + value.text + " " + std::to_string(value.count);
  }
  return all;
}

std::string linked(const Sketched& sketched, const Profile& profile) {
  std::string all;
  for (const auto& group : profile.linked) {
    for (const auto& link : group.links) all += (all.empty() ? "" : " ") + sketched.word(link.to);
  }
  return all;
}

std::string events(const Sketched& sketched, const Profile& profile) {
  std::string all;
  for (const auto& event : profile.events)
    all += (all.empty() ? "" : " ") + sketched.word(event.link.to);
  return all;
}

const std::vector<std::string> life = {
    "2026-01-05 n: name:ann=Ann Lee; ann suspect_in C1 robbery; bob suspect_in C1",
    "2026-02-05 n: name:ann=Ann Lee; ann lives_at H1",
    "2026-03-05 n: name:ann=Anne Leigh; born:ann=1980-02-01; ann uses P1",
    "2026-04-05 n: ann lives_at H2; ann arrested_for C2 drug_trafficking",
};

}  // namespace

TEST_CASE("a profile gathers what all records say of one person") {
  const Sketched sketched(life);
  const auto ann = profile_of(sketched, "ann");
  CHECK(attributes(ann) == "name Ann Lee 2 Anne Leigh 1; date_of_birth 1980-02-01 1");
  CHECK(linked(sketched, ann) == "P1 H2 H1");
  CHECK(events(sketched, ann) == "C2 C1");
  CHECK(ann.events[1].offence == "robbery");
  REQUIRE(ann.associates.links.size() == 1);
  CHECK(sketched.word(ann.associates.links[0].to) == "bob");
  CHECK(ann.harm_lines.size() == 2);
  CHECK(ann.harm == ann.harm_lines[0].term.harm + ann.harm_lines[1].term.harm);
  CHECK(ann.nominal == 0);
  CHECK(ann.gaps ==
        std::vector<std::string>{"no vehicle is recorded", "no bank account is recorded"});
}

TEST_CASE("harm of a profile is that of the ranking") {
  const Sketched sketched(life);
  for (const auto& nominal : sketched.index().picture().nominals)
    CHECK(profile(sketched.index(), nominal.person)->harm == nominal.harm.total);
}

TEST_CASE("as at a day shows nothing later") {
  const Sketched sketched(life);
  const auto ann = profile_of(sketched, "ann", base::Date{2026, 2, 20});
  CHECK(ann.caption == "Ann Lee");
  CHECK(attributes(ann) == "name Ann Lee 2");
  CHECK(linked(sketched, ann) == "H1");
  CHECK(events(sketched, ann) == "C1");
  CHECK(ann.harm_lines.size() == 1);
  CHECK_FALSE(ann.nominal);
  CHECK(ann.notes.size() == 2);
  const auto text = to_json(sketched.index(), ann).dump();
  for (const auto* later : {"Leigh", "1980", "2026-03", "2026-04", "drug_trafficking"})
    CHECK(text.find(later) == std::string::npos);
  CHECK_FALSE(profile(sketched.index(), sketched["ann"], base::Date{2025, 12, 31}));
  CHECK(profile_of(sketched, "ann", base::Date{2030, 1, 1}).notes.empty());
}

TEST_CASE("every line names its records, the latest first, twenty at most and all counted") {
  std::vector<std::string> lines;
  for (int day = 10; day < 32; ++day)
    lines.push_back("2026-01-" + std::to_string(day) + " n: ann uses P1");
  const Sketched sketched(lines);
  const auto ann = profile_of(sketched, "ann");
  REQUIRE(ann.linked.size() == 1);
  const auto& records = ann.linked[0].links[0].records;
  CHECK(records.count == 22);
  CHECK(records.records.size() == 20);
  const auto json = to_json(sketched.index(), ann);
  CHECK(json["linked"]["phone"]["shown"][0]["link"]["records"][0]["when"] ==
        "2026-01-31T00:00:00Z");
}

TEST_CASE("the protected are marked with the reasons, and stand in no rank") {
  const Sketched sketched(
      {"2026-01-05 n: cat victim_of C1 robbery; ann suspect_in C1",
       "2026-02-05 n: cat suspect_in C2 theft; ann suspect_in C2; dan suspect_in C2"});
  const auto cat = profile_of(sketched, "cat");
  CHECK(cat.is_protected);
  CHECK(cat.is_also_suspect);
  REQUIRE(cat.protection.size() == 1);
  CHECK(cat.protection[0].reason == threat::ProtectionReason::victim);
  CHECK_FALSE(cat.nominal);
  REQUIRE(cat.networks.size() == 1);
  CHECK(cat.networks[0].standing == picture::Standing::kept_apart);
  CHECK_FALSE(cat.networks[0].place);
  CHECK(cat.networks[0].prominence.empty());
  CHECK(profile_of(sketched, "ann").networks[0].place.has_value());
}

TEST_CASE(
    "an answer without a rank is marked as the records it rests on, one with a rank as the "
    "picture") {
  auto evidence =
      picture::SketchedEvidence({"2026-01-05 n: ann uses P1", "2026-01-06 n: bob uses P2"}).take();
  evidence.labels = {{.tier = model::Tier::official}, {.tier = model::Tier::secret}};
  for (auto& record : evidence.records)
    record.label = *record.happened == base::midnight({2026, 1, 6}) ? 1 : 0;
  const Sketched sketched(std::move(evidence));
  CHECK(profile_of(sketched, "ann").label.tier == model::Tier::official);
  CHECK(profile_of(sketched, "bob").label.tier == model::Tier::secret);
  CHECK(to_json(sketched.index(), profile_of(sketched, "bob"))["marking"]["marking"] == "SECRET");
}
