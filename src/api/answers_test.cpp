#include <algorithm>

#include <doctest/doctest.h>

#include "api/detail/test_region.hpp"

using nlohmann::json;

namespace {

constexpr const char* crimes =
    "Crime Reference,Offence,Offence Date,Role,Nominal Ref,Surname,Forenames,Address,Postcode\n"
    "C1,drug_trafficking,05/01/2026,Suspect,N1,LEE,Ann,1 Mill Lane,ZZ1 1AA\n"
    "C1,drug_trafficking,05/01/2026,Suspect,N2,OBI,Bob,7 Quill Road,ZZ1 1AB\n"
    "C2,robbery,05/02/2026,Suspect,N2,OBI,Bob,7 Quill Road,ZZ1 1AB\n"
    "C2,robbery,05/02/2026,Suspect,N3,KHAN,Cat,9 Fen Way,ZZ1 1AC\n"
    "C2,robbery,05/02/2026,Victim,N4,ROE,Dan,2 Mill Lane,ZZ1 1AA\n";

class Region : public api::TestRegion {
 public:
  Region() : TestRegion(crimes) {}
};

}  // namespace

TEST_CASE("of several, each two are joined; of two, as many paths as are asked for") {
  Region region;
  const auto ann = region.named("ann lee"), bob = region.named("bob obi"),
             cat = region.named("cat khan");
  const auto among = region.ask("POST /api/paths", {{"entities", {ann, bob, cat}}});
  REQUIRE(among["pairs"].size() == 3);
  CHECK(among["pairs"][1]["paths"][0]["entities"].size() == 3);
  CHECK(among["pairs"][1]["paths"][0]["entities"][1]["entity"] == bob);
  const auto through_all =
      region.ask("POST /api/paths",
                 {{"entities", {ann, cat}}, {"through", "all"}, {"order", "time"}, {"count", 1}});
  CHECK(through_all["pairs"][0]["paths"][0]["entities"].size() == 5);
  const auto back = region.ask("POST /api/paths",
                               {{"entities", {cat, ann}}, {"through", "all"}, {"order", "time"}});
  CHECK(back["pairs"][0]["paths"].empty());
  CHECK(back["pairs"][0]["says"] == "no path in what you may see");
  CHECK(region.reply("POST /api/paths", {{"entities", {ann}}}).status == 400);
}

TEST_CASE("a list is given page by page, filtered, and whole as a file") {
  Region region;
  const auto first = region.ask("GET /api/nominals?limit=2");
  CHECK(first["count"] == 3);
  CHECK(first["next_cursor"] == "c2");
  const auto last = region.ask("GET /api/nominals?limit=2&cursor=c2");
  CHECK(last["rows"].size() == 1);
  CHECK(last["next_cursor"].is_null());
  CHECK(region.ask("GET /api/nominals?force=Elsewhere")["count"] == 0);
  CHECK(region.ask("GET /api/networks?until=2025-12-31")["count"] == 0);
  CHECK(region.ask("GET /api/protection?reason=victim")["count"] == 1);
  CHECK(region.ask("GET /api/protection?reason=under_18")["count"] == 0);
  const auto file = region.reply("GET /api/nominals.csv");
  std::string text, chunk;
  while (file.stream(chunk)) text += chunk;
  CHECK(std::count(text.begin(), text.end(), '\n') == 4);
  CHECK(text.starts_with("marking,rank,entity,caption,"));
  CHECK(text.find("\nOFFICIAL-SENSITIVE,1,") != std::string::npos);
}

TEST_CASE("a network is asked for by its name, with what its members did and where") {
  Region region;
  const std::string name = region.ask("GET /api/networks")["rows"][0]["network"];
  const auto page = region.ask("GET /api/networks/" + name);
  CHECK(page["network"] == name);
  CHECK(page["members"].size() >= 3);
  const auto timeline =
      region.ask("POST /api/networks/" + name + "/timeline", {{"nouns", {"crime"}}});
  REQUIRE(timeline["count"] == 2);
  CHECK(timeline["items"][0]["parts"].size() == 2);
  CHECK(region.ask("POST /api/networks/" + name + "/places", json::object())["count"] >= 3);
  CHECK(region.reply("GET /api/networks/0000000000000000-person").status == 404);
}

TEST_CASE("what changed since a day, and a profile as at one") {
  Region region;
  const auto changes = region.ask("GET /api/changes?since=2026-01-20");
  CHECK(changes["as_at_before"] == "2026-01-20");
  CHECK(changes["new_records"] == 3);
  CHECK(changes["new_people"]["count"] == 2);
  CHECK(changes["networks"]["count"] == 1);
  CHECK(region.ask("GET /api/changes?since=2030-01-01")["new_records"] == 0);
  CHECK(region.reply("GET /api/changes").status == 400);
  const auto cat = region.named("cat khan");
  CHECK(region.reply("GET /api/entities/" + cat + "?as_at=2026-01-20").status == 404);
  CHECK(region.ask("GET /api/entities/" + cat + "?as_at=2026-02-05")["events"]["count"] == 1);
  CHECK_FALSE(region.ask("GET /api/entities/" + cat)["networks"].empty());
}

TEST_CASE("what was taken for one person is parted by naming a mention of each, and joined again") {
  Region region;
  const auto ann = region.named("ann lee"), bob = region.named("bob obi");
  const auto decide = [&](const std::string& left, const std::string& right,
                          const std::string& verdict) {
    return region
        .reply("POST /api/decisions", {{"left", left},
                                       {"right", right},
                                       {"verdict", verdict},
                                       {"reason", "as both records say"}})
        .status;
  };
  CHECK(region.ask("POST /api/compare", {{"left", ann}, {"right", bob}})["links"].size() == 1);
  CHECK(decide(ann, bob, "same") == 201);
  const auto one = region.ask("GET /api/entities/" + ann + "/identity");
  REQUIRE(one["rows"].size() == 2);
  const std::string first = one["rows"][0]["mention"], second = one["rows"][1]["mention"];
  CHECK(region.ask("GET /api/entities/" + bob)["entity"] ==
        region.ask("GET /api/entities/" + ann)["entity"]);
  CHECK(region.reply("POST /api/compare", {{"left", ann}, {"right", bob}}).status == 400);
  CHECK(decide(first, second, "same") == 400);
  CHECK(decide(first, first, "different") == 400);
  CHECK(decide(first, second, "different") == 201);
  CHECK(region.ask("GET /api/entities/" + ann + "/identity")["rows"].size() == 1);
  CHECK(region.ask("GET /api/entities/" + bob)["entity"] !=
        region.ask("GET /api/entities/" + ann)["entity"]);
}
