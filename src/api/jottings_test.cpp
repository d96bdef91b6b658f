#include <doctest/doctest.h>

#include "api/detail/test_region.hpp"

using nlohmann::json;

namespace {

constexpr const char* header =
    "Crime Reference,Offence,Offence Date,Role,Nominal Ref,Surname,Forenames,Phone\n";

class Region : public api::TestRegion {
 public:
  Region()
      : TestRegion(std::string(header) +
                   "C1,drug_trafficking,05/01/2026,Suspect,N1,LEE,Ann,07700900001\n"
                   "C1,drug_trafficking,05/01/2026,Suspect,N2,OBI,Bob,07700900002\n"
                   "C2,robbery,05/02/2026,Suspect,N2,OBI,Bob,07700900002\n"
                   "C2,robbery,05/02/2026,Suspect,N3,KHAN,Cat,07700900002\n") {}

  std::string network() { return ask("GET /api/networks")["rows"][0]["network"]; }
  json post(const std::string& path, const json& body, int status = 201) {
    const auto given = reply("POST " + path, body);
    REQUIRE(given.status == status);
    return json::parse(given.content());
  }
  // A covert record on Ann, which makes whatever nina sees of her more than others see.
  void import_covert() {
    viewer = nina;
    import("covert",
           std::string(header) + "C9,modern_slavery,06/01/2026,Suspect,N1,LEE,Ann,07700900003\n",
           {.compartments = {
             "NIGHTJAR"
           }});
    viewer = ann;
  }

  const access::Viewer ann{.name = "ann"}, bea{.name = "bea"},
      nina{.name = "nina", .compartments = {"NIGHTJAR"}};
};

json note(const std::string& subject, const std::string& about) {
  return {{"subject", subject}, {"about", about}, {"text", "Meets at the car wash on Tuesdays."}};
}

json view(const std::string& sharing, const std::vector<std::string>& entities) {
  json body{{"title", "As briefed"},
            {"sharing", sharing},
            {"nodes", json::array()},
            {"filters",
             {{"kinds", {"phone"}}, {"strengths", json::array()}, {"sayings", json::array()}}}};
  for (const auto& each : entities)
    body["nodes"].push_back({{"entity", each}, {"x", 3}, {"y", -1.5}});
  return body;
}

}  // namespace

TEST_CASE("a note stands on whom it is about, under every name, until it is taken back") {
  Region region;
  const auto ann = region.named("ann lee"), bob = region.named("bob obi");
  const auto said = region.post("/api/notes", note("entity", ann));
  CHECK(said["author"] == "ann");
  CHECK(said["written"] == "2027-01-15T08:00:00Z");
  region.viewer = region.bea;
  const auto notes = region.ask("GET /api/entities/" + ann + "/notes");
  REQUIRE(notes["count"] == 1);
  CHECK(notes["notes"][0]["text"] == "Meets at the car wash on Tuesdays.");
  CHECK(region.ask("GET /api/entities/" + bob + "/notes")["count"] == 0);
  CHECK(region.ask("GET /api/networks/" + region.network() + "/notes")["count"] == 0);
  const auto withdraw = "/api/notes/" + said["note"].get<std::string>() + "/withdraw";
  CHECK(region.outcome("POST " + withdraw, {{"reason", ""}}) == "400 /reason");
  const auto taken = region.post(withdraw, {{"reason", "another Ann"}}, 200);
  CHECK(taken["withdrawn"]["by"] == "bea");
  CHECK(region.outcome("POST " + withdraw, {{"reason", "another Ann"}}) == "404");
  const auto after = region.ask("GET /api/entities/" + ann + "/notes");
  REQUIRE(after["count"] == 1);
  CHECK(after["notes"][0]["withdrawn"]["reason"] == "another Ann");
  CHECK(after["notes"][0]["text"] == "Meets at the car wash on Tuesdays.");
}

TEST_CASE("a note on a network is found by any of its members' names") {
  Region region;
  const auto network = region.network();
  region.post("/api/notes", note("network", network));
  for (const auto* who : {"ann lee", "bob obi", "cat khan"})
    CHECK(region.ask("GET /api/networks/" + region.named(who) + "/notes")["count"] == 1);
  CHECK(region.outcome("POST /api/notes", note("network", "0000000000000000-person")) == "404");
  CHECK(region.outcome("POST /api/notes", note("entity", "nobody")) == "404");
}

TEST_CASE("a note is for those who may see all that its author saw of whom it is about") {
  Region region;
  const auto ann = region.named("ann lee"), bob = region.named("bob obi");
  region.import_covert();
  region.viewer = region.nina;
  const auto hidden = region.post("/api/notes", note("entity", ann));
  region.now += 1;
  region.post("/api/notes", note("entity", bob));
  region.viewer = region.ann;
  CHECK(region.ask("GET /api/entities/" + ann + "/notes")["count"] == 0);
  CHECK(region.ask("GET /api/entities/" + bob + "/notes")["count"] == 1);
  CHECK(region.outcome("POST /api/notes/" + hidden["note"].get<std::string>() + "/withdraw",
                       {{"reason", "guessed"}}) == "404");
}

TEST_CASE("a view is opened as it was saved, with the links of what is no member") {
  Region region;
  const auto network = region.network();
  const auto ann = region.named("ann lee"), bob = region.named("bob obi");
  const std::string phone =
      region.ask("GET /api/entities/" + bob)["linked"]["phone"]["shown"][0]["entity"];
  auto asked = view("audience", {ann, bob, phone});
  asked["chosen"] = bob;
  const auto saved = region.post("/api/networks/" + network + "/views", asked);
  CHECK(saved["title"] == "As briefed");
  region.viewer = region.bea;
  const auto list = region.ask("GET /api/networks/" + network + "/views");
  REQUIRE(list["count"] == 1);
  const auto path = "/api/views/" + list["views"][0]["view"].get<std::string>();
  const auto opened = region.ask("GET " + path);
  REQUIRE(opened["nodes"].size() == 3);
  CHECK(opened["nodes"][1]["entity"] == bob);
  CHECK(opened["nodes"][1]["y"] == -1.5);
  REQUIRE(opened["links"].size() == 1);  // that of bob and his phone; members' ties are the page's
  CHECK(opened["filters"]["kinds"][0] == "phone");
  CHECK(opened["chosen"] == bob);
  // Only who saved it can take it back.
  CHECK(region.reply("POST " + path + "/withdraw").status == 403);
  region.viewer = region.ann;
  CHECK(region.reply("POST " + path + "/withdraw").status == 200);
  CHECK(region.reply("GET " + path).status == 404);
  CHECK(region.ask("GET /api/networks/" + network + "/views")["count"] == 0);
}

TEST_CASE("a view of one's own is nobody else's, and one shared is no wider than what it shows") {
  Region region;
  const auto ann = region.named("ann lee");
  const auto own = region.post("/api/networks/" + ann + "/views", view("own", {ann}));
  region.import_covert();
  region.viewer = region.nina;
  region.post("/api/networks/" + ann + "/views", view("audience", {ann}));
  CHECK(region.ask("GET /api/networks/" + ann + "/views")["count"] == 1);
  CHECK(region.reply("GET /api/views/" + own["view"].get<std::string>()).status == 404);
  region.viewer = region.ann;
  const auto list = region.ask("GET /api/networks/" + ann + "/views");
  REQUIRE(list["count"] == 1);
  CHECK(list["views"][0]["sharing"] == "own");
}

TEST_CASE("a view holds only what its saver may see, and what is gone since is not in it") {
  Region region;
  const auto ann = region.named("ann lee");
  CHECK(region.outcome("POST /api/networks/" + ann + "/views",
                       view("own", {ann, "0000000000000000-person"})) == "400 /nodes/1/entity");
  const auto profile = region.ask("GET /api/entities/" + ann);
  const std::string phone = profile["linked"]["phone"]["shown"][0]["entity"];
  const auto saved = region.post("/api/networks/" + ann + "/views", view("own", {ann, phone}));
  region.post("/api/corrections",
              {{"record", profile["attributes"]["name"][0]["records"][0]["record"]},
               {"slot", "phone.1"},
               {"attribute", "number"},
               {"was", "07700900001"},
               {"remedy", "ignore"},
               {"reason", "a test row"}});
  const auto opened = region.ask("GET /api/views/" + saved["view"].get<std::string>());
  REQUIRE(opened["nodes"].size() == 1);
  CHECK(opened["nodes"][0]["entity"] == ann);
}
