#include <algorithm>

#include <doctest/doctest.h>

#include "api/detail/test_region.hpp"

using nlohmann::json;

namespace {

constexpr const char* header =
    "Crime Reference,Offence,Offence Date,Role,Nominal Ref,Surname,Forenames,Date of Birth,Phone\n";

class Region : public api::TestRegion {
 public:
  Region()
      : TestRegion(std::string(header) +
                   "C1,drug_trafficking,05/01/2026,Suspect,N1,LEA,Ann,01/02/1980,07700900001\n"
                   "C1,drug_trafficking,05/01/2026,Suspect,N2,OBI,Bob,03/04/1981,07700900002\n") {}

  // The record that the profile of whoever is so called rests on.
  std::string record_of(const std::string& name) {
    return ask("GET /api/entities/" + name)["attributes"]["name"][0]["records"][0]["record"];
  }
};

json correction(const std::string& record, const std::string& attribute, const std::string& was,
                const std::string& becomes) {
  json body{{"record", record},
            {"slot", "person"},
            {"attribute", attribute},
            {"was", was},
            {"remedy", "replace"},
            {"becomes", becomes},
            {"reason", "as the custody photograph shows"}};
  if (becomes.empty()) {
    body["remedy"] = "ignore";
    body.erase("becomes");
  }
  return body;
}

json undoing(json body) {
  body["remedy"] = "restore";
  body.erase("becomes");
  return body;
}

// What the record's page says of a value: "1980-02-01>2012-02-01", or without what is behind the
// arrow.
std::string on_record(const json& record, const std::string& slot, const std::string& attribute) {
  for (const auto& mention : record["read"]["mentions"]) {
    for (const auto& value : mention["values"]) {
      if (mention["slot"] != slot || value["attribute"] != attribute) continue;
      return value["text"].get<std::string>() +
             (value.contains("correction") ? ">" + value["correction"].value("becomes", "") : "");
    }
  }
  return "none";
}

}  // namespace

TEST_CASE("a corrected value counts everywhere until another correction undoes it") {
  Region region;
  const auto ann = region.named("ann lea");
  const auto record = region.record_of(ann);
  const auto surname = correction(record, "family_name", "LEA", "LEE");
  const auto birth = correction(record, "date_of_birth", "1980-02-01", "1/2/2012");
  CHECK(region.outcome("POST /api/corrections", surname) == "201");
  CHECK(region.outcome("POST /api/corrections", birth) == "201");

  CHECK(region.named("ann lee") == ann);
  const auto profile = region.ask("GET /api/entities/" + ann);
  CHECK(profile["caption"] == "LEE, Ann b. 2012-02-01");
  CHECK(profile["is_protected"] == true);
  const auto line = profile["attributes"]["date_of_birth"][0];
  CHECK(line["value"] == "2012-02-01");
  REQUIRE(line["corrections"].size() == 1);
  CHECK(line["corrections"][0]["was"] == "1980-02-01");
  CHECK(line["corrections"][0]["decided_by"] == "ann");
  CHECK(line["corrections"][0]["decided"] == "2027-01-15T08:00:00Z");
  CHECK(line["corrections"][0]["reason"] == "as the custody photograph shows");
  CHECK(line["records"][0]["is_corrected"] == true);
  CHECK(profile["attributes"]["name"][0]["corrections"][0]["becomes"] == "LEE");
  CHECK(region.ask("GET /api/protection?reason=under_18")["count"] == 1);

  const auto page = region.ask("GET /api/records/" + record);
  CHECK(on_record(page, "person", "date_of_birth") == "1980-02-01>2012-02-01");
  CHECK(on_record(page, "person", "given_name") == "Ann");
  const auto is_as_received = [](const auto& cell) { return cell["value"] == "01/02/1980"; };
  CHECK(std::any_of(page["as_received"].begin(), page["as_received"].end(), is_as_received));

  CHECK(region.outcome("POST /api/corrections", undoing(birth)) == "201");
  CHECK(region.ask("GET /api/entities/" + ann)["caption"] == "LEE, Ann b. 1980-02-01");
  CHECK(region.ask("GET /api/protection?reason=under_18")["count"] == 0);
  const auto history = region.ask("GET /api/corrections");
  REQUIRE(history["count"] == 3);
  CHECK(history["corrections"][0]["remedy"] == "restore");
  CHECK(history["corrections"][0]["counts"] == false);
  CHECK(history["corrections"][1]["counts"] == false);
  CHECK(history["corrections"][2]["counts"] == true);
  CHECK(history["corrections"][2]["of"]["caption"] == "LEE, Ann b. 1980-02-01");
}

TEST_CASE("a corrected number is of another phone, one set aside of none") {
  Region region;
  const auto ann = region.named("ann lea");
  const auto record = region.record_of(ann);
  auto number = correction(record, "number", "07700900001", "07700900002");
  number["slot"] = "phone.1";
  CHECK(region.outcome("POST /api/corrections", number) == "201");
  const auto shared = region.ask("GET /api/entities/" + ann)["linked"]["phone"]["shown"][0];
  CHECK(region.ask("POST /api/entities/" + shared["entity"].get<std::string>() + "/neighbours",
                   {{"nouns", {"person"}}})["count"] == 2);
  number = correction(record, "number", "07700900001", "");
  number["slot"] = "phone.1";
  CHECK(region.outcome("POST /api/corrections", number) == "201");
  CHECK_FALSE(region.ask("GET /api/entities/" + ann)["linked"].contains("phone"));
  const auto page = region.ask("GET /api/records/" + record);
  CHECK(on_record(page, "phone.1", "number") == "07700900001>");
  for (const auto& mention : page["read"]["mentions"])
    CHECK(mention.contains("entity") == (mention["slot"] != "phone.1"));
}

TEST_CASE("what is set aside stands on the profile, not among what counts") {
  Region region;
  const auto ann = region.named("ann lea");
  const auto record = region.record_of(ann);
  CHECK(region.outcome("POST /api/corrections",
                       correction(record, "date_of_birth", "1980-02-01", "")) == "201");
  const auto profile = region.ask("GET /api/entities/" + ann);
  CHECK_FALSE(profile["attributes"].contains("date_of_birth"));
  REQUIRE(profile["set_aside"].size() == 1);
  CHECK(profile["set_aside"][0]["was"] == "1980-02-01");
  CHECK(profile["set_aside"][0]["remedy"] == "ignore");
}

TEST_CASE("a correction that cannot be is refused, and the field named") {
  Region region;
  const auto record = region.record_of(region.named("ann lea"));
  const auto with = [&](const char* key, const json& value) {
    auto body = correction(record, "date_of_birth", "1980-02-01", "1980-01-02");
    body[key] = value;
    return region.outcome("POST /api/corrections", body);
  };
  CHECK(with("record", "0000000000000000") == "404");
  CHECK(with("slot", "persn") == "400 /slot");
  CHECK(with("attribute", "town") == "400 /attribute");
  CHECK(with("was", "1980-02-02") == "400 /was");
  CHECK(with("becomes", "30/02/1980") == "400 /becomes");
  CHECK(with("becomes", "  ") == "400 /becomes");
  CHECK(with("becomes", "01/02/1980") == "400 /becomes");
  CHECK(with("remedy", "ignore") == "400 /becomes");
  CHECK(with("reason", "") == "400 /reason");
  auto body = correction(record, "date_of_birth", "1980-02-01", "");
  body["remedy"] = "replace";
  CHECK(region.outcome("POST /api/corrections", body) == "400 /becomes");
  body["remedy"] = "restore";
  CHECK(region.outcome("POST /api/corrections", body) == "400 /remedy");
  CHECK(region.ask("GET /api/corrections")["count"] == 0);
}

TEST_CASE("a correction is shown to those who may see all that it rests on") {
  Region region;
  const access::Viewer ann = region.viewer, nina{.name = "nina", .compartments = {"NIGHTJAR"}};
  const auto record = region.record_of(region.named("ann lea"));
  region.viewer = nina;
  region.import("covert",
                std::string(header) + "C9,theft,06/01/2026,Suspect,N1,LEA,Ann,01/02/1980,\n",
                {.compartments = {"NIGHTJAR"}});
  // What she knows may be from the compartment, unless she says that it is not.
  auto birth = correction(record, "date_of_birth", "1980-02-01", "1980-01-02");
  CHECK(region.outcome("POST /api/corrections", birth) == "201");
  CHECK(region.ask("GET /api/corrections")["count"] == 1);
  region.viewer = ann;
  CHECK(region.ask("GET /api/corrections")["count"] == 0);
  CHECK(on_record(region.ask("GET /api/records/" + record), "person", "date_of_birth") ==
        "1980-02-01");
  // There is nothing that ann could undo.
  CHECK(region.outcome("POST /api/corrections", undoing(birth)) == "400 /remedy");
  region.viewer = nina;
  birth["rests_on"] = "record";
  CHECK(region.outcome("POST /api/corrections", birth) == "201");
  region.viewer = ann;
  CHECK(on_record(region.ask("GET /api/records/" + record), "person", "date_of_birth") ==
        "1980-02-01>1980-01-02");
  // Whoever was shown it is shown that it was undone, whoever undoes it.
  region.viewer = nina;
  CHECK(region.outcome("POST /api/corrections", undoing(birth)) == "201");
  region.viewer = ann;
  CHECK(on_record(region.ask("GET /api/records/" + record), "person", "date_of_birth") ==
        "1980-02-01");
}

TEST_CASE("the list of decisions says who they are about, as the caller may see them") {
  Region region;
  const auto ann = region.named("ann lea"), bob = region.named("bob obi");
  CHECK(region.outcome("POST /api/decisions", {{"left", ann},
                                               {"right", bob},
                                               {"verdict", "different"},
                                               {"reason", "seen together"}}) == "201");
  const auto decision = region.ask("GET /api/decisions")["decisions"][0];
  CHECK(decision["left_is"]["caption"] == "LEA, Ann b. 1980-02-01");
  CHECK(decision["right_is"]["entity"] == bob);
}
