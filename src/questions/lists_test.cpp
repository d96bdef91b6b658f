#include "questions/lists.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "questions/detail/sketched.hpp"
#include "questions/network_name.hpp"
#include "questions/profile.hpp"

using questions::Sketched;

namespace {

const std::vector<std::string> region = {
    "2024-01-05 north: ann suspect_in C1 murder; bob suspect_in C1; cat suspect_in C1",
    "2026-03-05 south: dan suspect_in C2 forced_labour; eve suspect_in C2; fay suspect_in C2",
    "2026-03-06 south: gus victim_of C2; hal suspect_in C3 theft",
    "2024-01-07 north: ann suspect_in C4 theft",
};

std::string networks(const Sketched& sketched, const questions::NetworkFilter& filter,
                     questions::Page page = {}) {
  std::string all;
  for (const auto& row : list_networks(sketched.index(), filter, page).rows)
    all += (all.empty() ? "" : " ") + std::to_string(row.network);
  return all;
}

std::string nominals(const Sketched& sketched, const questions::NominalFilter& filter,
                     questions::Page page = {}) {
  std::vector<questions::Entity> people;
  for (const auto& row : list_nominals(sketched.index(), filter, page).rows)
    people.push_back(sketched.index().picture().nominals[row.nominal].person);
  return sketched.words(people);
}

std::size_t count(const std::string& text, char character) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), character));
}

}  // namespace

TEST_CASE("networks are listed by rank, and filtered") {
  const Sketched sketched(region);
  const auto& picture = sketched.index().picture();
  REQUIRE(picture.networks.size() == 2);
  CHECK(networks(sketched, {}) == "0 1");
  const auto of_force = [&](const std::string& force) {
    return picture.networks[0].forces == std::vector{force} ? "0" : "1";
  };
  CHECK(networks(sketched, {.force = "north"}) == of_force("north"));
  CHECK(networks(sketched, {.force = "elsewhere"}) == "");
  CHECK(networks(sketched,
                 {.threat_type =
                      picture.tables
                          .threat_types[*picture.tables.threat_type_of_offence("forced_labour")]
                          .key}) == of_force("south"));
  CHECK(networks(sketched, {.is_new = true}) == of_force("south"));
  CHECK(networks(sketched, {.until = base::midnight({2025, 1, 1})}) == of_force("north"));
  CHECK(networks(sketched, {.from = base::midnight({2025, 1, 1})}) == of_force("south"));
}

TEST_CASE("a network is found by its name, and by any of its members") {
  const Sketched sketched(region);
  const auto& index = sketched.index();
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(questions::find_network(index, questions::network_name(index, i)) == i);
    for (const auto& member : index.picture().networks[i].members)
      CHECK(questions::find_network(index, index.name(member.person)) == i);
  }
  CHECK_FALSE(questions::find_network(index, index.name(sketched["hal"])));
  CHECK_FALSE(questions::find_network(index, "nobody"));
}

TEST_CASE("what shows a rank is marked as the whole picture, what shows none as what it shows") {
  auto evidence = picture::SketchedEvidence(region).take();
  evidence.labels = {{.tier = model::Tier::official}, {.tier = model::Tier::secret}};
  for (auto& record : evidence.records)
    record.label = *record.happened == base::midnight({2024, 1, 5}) ? 1 : 0;
  const Sketched sketched(std::move(evidence));
  const auto& index = sketched.index();
  CHECK(list_nominals(index, {.is_new = true}).label.tier == model::Tier::secret);
  CHECK(list_networks(index, {.is_new = true}).label.tier == model::Tier::secret);
  CHECK(list_protected(index).label.tier == model::Tier::official);
  const auto label_of = [&](const char* word) {
    return profile(index, sketched[word])->label.tier;
  };
  CHECK(label_of("dan") == model::Tier::secret);
  CHECK(label_of("C2") == model::Tier::official);
}

TEST_CASE("a list is given page by page") {
  const Sketched sketched(region);
  CHECK(networks(sketched, {}, {.position = 1, .limit = 5}) == "1");
  CHECK(networks(sketched, {}, {.position = 2}) == "");
  const auto first = list_nominals(sketched.index(), {}, {.limit = 3});
  CHECK(first.count == 7);
  CHECK(first.rows.size() == 3);
  const auto last = list_nominals(sketched.index(), {}, {.position = 6, .limit = 3});
  CHECK(last.rows.size() == 1);
}

TEST_CASE("nominals are filtered by force, novelty and network") {
  const Sketched sketched(region);
  CHECK(nominals(sketched, {.is_new = false}) == nominals(sketched, {.force = "north"}));
  CHECK(nominals(sketched, {.in_network = false}) == "hal");
  CHECK(nominals(sketched, {.force = "north"}, {.limit = 1}) == "ann");
}

TEST_CASE("the protection list is filtered by reason and says who is suspect too") {
  const Sketched sketched(region);
  using threat::ProtectionReason;
  const auto victims = list_protected(sketched.index(), {.reason = ProtectionReason::victim});
  REQUIRE(victims.count == 1);
  CHECK(to_json(sketched.index(), victims)["rows"][0]["is_also_suspect"] == false);
  CHECK(list_protected(sketched.index(), {.reason = ProtectionReason::under_18}).count == 0);
  CHECK(list_protected(sketched.index(), {.force = "north"}).count == 0);
  CHECK(list_protected(sketched.index(), {.force = "south"}).count == 1);
  CHECK(list_protected(sketched.index(), {.is_also_suspect = true}).count == 0);
  CHECK(list_held_back(sketched.index()).count == 0);
}

TEST_CASE("a list as CSV has as many cells as its header, and no cell is a formula") {
  const Sketched sketched(
      {"2026-01-05 n: name:ann==1+1; ann suspect_in C1 theft; bob suspect_in C1",
       "2026-01-06 n: name:bob=@SUM; bob suspect_in C2 theft; cat victim_of C1",
       "2026-01-07 n: name:cat=-2+3; cat suspect_in C3 theft; bob suspect_in C3"});
  const auto& index = sketched.index();
  std::string all;
  for (const auto& row : list_networks(index).rows) {
    CHECK(count(csv_row(index, row), ',') == count(row.csv_header(), ','));
    all += csv_row(index, row);
  }
  for (const auto& row : list_nominals(index).rows) {
    CHECK(count(csv_row(index, row), ',') == count(row.csv_header(), ','));
    all += csv_row(index, row);
  }
  for (const auto& row : list_protected(index).rows) {
    CHECK(count(csv_row(index, row), ',') == count(row.csv_header(), ','));
    all += csv_row(index, row);
  }
  for (const auto* guarded : {",'=1+1,", ",'@SUM,", ",'-2+3,"})
    CHECK(all.find(guarded) != std::string::npos);
  for (const auto* formula : {",=", ",@", ",-"}) CHECK(all.find(formula) == std::string::npos);
}
