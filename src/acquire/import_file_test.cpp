#include "acquire/import_file.hpp"

#include <doctest/doctest.h>

#include "acquire/detail/import_fixture.hpp"

using namespace acquire;

namespace {

const std::string crimes =
    "Crime Ref,Offence,Role,Surname,DOB\nC1,Theft,Suspect,Lee,01/02/1980\nC2,Theft,Victim,Ray,\n";

}  // namespace

TEST_CASE("good rows go in and wrong ones are kept aside") {
  ImportFixture fixture;
  const auto report =
      fixture.import(crimes + "C3,Theft,Suspect,Low,31/02/1980\nC4,Theft\nC5,Fraud,Suspect,Lo,\n");
  CHECK(report.batch.records == 3);
  CHECK(report.batch.rejected == 2);
  CHECK(fixture.rows() ==
        "2:C1|Theft|Suspect|Lee|01/02/1980 3:C2|Theft|Victim|Ray| 6:C5|Fraud|Suspect|Lo| ");
  CHECK(fixture.rejects() ==
        "4/4 DOB: \"31/02/1980\" is no date in the calendar, read as day_month_year "
        "{C3|Theft|Suspect|Low|31/02/1980}\n"
        "5/5 : it has 2 cells where the header has 5: look for a line break or a lost cell "
        "{C4|Theft}\n");
}

TEST_CASE("what is known of a batch") {
  ImportFixture fixture;
  const auto report = fixture.import(crimes);
  REQUIRE(fixture.store.contents.batches.size() == 1);
  const auto& batch = fixture.store.contents.batches.front();
  CHECK(batch.layout == "nominal-and-crime");
  CHECK(batch.imported_by == "ann");
  CHECK(batch.imported == ImportFixture::now);
  CHECK(batch.file_name == "file.csv");
  CHECK(batch.header == std::vector<std::string>{"Crime Ref", "Offence", "Role", "Surname", "DOB"});
  CHECK(batch.legal_basis.basis == "policing purpose");
  CHECK(batch.records == 2);
  CHECK(report.name == batch.file_sha256.substr(0, 12));
  const auto& entry = fixture.store.contents.audit.back();
  CHECK(entry.operation == model::Operation::collection);
  CHECK(entry.subject == report.name);
  CHECK(entry.details.find(batch.file_sha256) != std::string::npos);
}

TEST_CASE("any dialect and encoding gives the same records") {
  const std::string expected = "2:1|Theft|Suspect|Zoë 3:2|Theft|Victim|Ray ";
  const auto rows = [](const std::string& bytes) {
    ImportFixture fixture;
    fixture.import(bytes);
    return fixture.rows();
  };
  const std::string head = "Crime Ref,Offence,Role,Surname\n1,Theft,Suspect,";
  CHECK(rows(head + "Zo\xC3\xAB\n2,Theft,Victim,Ray\n") == expected);
  CHECK(rows("\xEF\xBB\xBF" + head + "Zo\xC3\xAB\r\n2,Theft,Victim,Ray\r\n") == expected);
  CHECK(rows(head + "Zo\xEB\n2,Theft,Victim,Ray") == expected);
  CHECK(
      rows(
          "Crime Ref;Offence;Role;Surname\n1;\"Theft\";Suspect;Zo\xC3\xAB\n2;Theft;Victim;Ray\n") ==
      expected);
  CHECK(rows("Crime Ref\tOffence\tRole\tSurname\n1\tTheft\tSuspect\tZo\xC3\xAB\n"
             "2\tTheft\tVictim\tRay\n") == expected);
  CHECK(rows(ImportFixture::utf_16("Crime Ref|Offence|Role|Surname\n1|Theft|Suspect|Zo\xEB\n"
                                   "2|Theft|Victim|Ray\n")) == expected);
}

TEST_CASE("the same file twice changes nothing") {
  ImportFixture fixture;
  fixture.import(crimes);
  const auto rows = fixture.rows();
  const auto again = fixture.import(crimes);
  CHECK(again.outcome == ImportOutcome::already_imported);
  CHECK(again.batch.imported_by == "ann");
  CHECK(again.batch.records == 2);
  CHECK(fixture.rows() == rows);
  CHECK(fixture.store.contents.audit.size() == 1);
  fixture.request.source = "athena";  // another system's numbers are other numbers
  CHECK(fixture.import(crimes).outcome == ImportOutcome::imported);
}

TEST_CASE("an import that the viewer may not see is not told of") {
  ImportFixture fixture;
  fixture.viewer.compartments = {"LYNX"};
  fixture.request.label.compartments = {"LYNX"};
  fixture.import(crimes);
  fixture.viewer.compartments = {};
  fixture.request.label.compartments = {};
  CHECK(fixture.import(crimes).outcome == ImportOutcome::imported);
}

TEST_CASE("an import is undone whole, and done again") {
  ImportFixture fixture;
  const auto name = fixture.import(crimes).name;
  CHECK(fixture.undo({.batch = "zzzzzz", .reason = "x"}).find("there is no import") == 0);
  CHECK(fixture.undo({.batch = name.substr(0, 5), .reason = "x"}).find("at least six") !=
        std::string::npos);
  CHECK(fixture.undo({.batch = name, .reason = " "}).find("--reason") != std::string::npos);
  CHECK(fixture.undo({.batch = name.substr(0, 6), .reason = "wrong extract"}) == "");
  CHECK(fixture.rows() == "");
  CHECK(fixture.store.contents.audit.back().reason == "wrong extract");
  CHECK(fixture.undo({.batch = name, .reason = "x"}).find("is undone already") !=
        std::string::npos);
  const auto again = fixture.import(crimes);
  CHECK(again.outcome == ImportOutcome::reinstated);
  CHECK(fixture.rows() != "");
  CHECK(fixture.store.contents.batches.size() == 1);
  CHECK(fixture.store.contents.audit.back().action == "import again");
}

TEST_CASE("a name that several imports have must be made plain") {
  ImportFixture fixture;
  const auto name = fixture.import(crimes).name;
  fixture.request.source = "athena";
  fixture.import(crimes);
  CHECK(fixture.undo({.batch = name, .reason = "x"}).find("of the sources niche, athena") !=
        std::string::npos);
  CHECK(fixture.undo({.batch = name, .source = "athena", .reason = "x"}) == "");
}

TEST_CASE("a row of a compartment is invisible to others") {
  ImportFixture fixture;
  fixture.viewer.compartments = {"LYNX"};
  fixture.import(
      "Crime Ref,Offence,Role,Surname,Operation,DOB\nC1,Theft,Suspect,Lee,,\n"
      "C2,Theft,Suspect,Ray,LYNX,\nC3,Theft,Suspect,Low,LYNX,31/02/1999\n"
      "C4,Theft,Suspect,Mee,,31/02/1998\n");
  CHECK(fixture.rows() == "2:C1|Theft|Suspect|Lee|| 3:C2|Theft|Suspect|Ray|LYNX| ");
  // What a rejected row says is kept only under its own label: here there is none to keep it under.
  CHECK(fixture.rejects() ==
        "4/4 DOB: is no date in the calendar, read as day_month_year {}\n"
        "5/5 DOB: \"31/02/1998\" is no date in the calendar, read as day_month_year "
        "{C4|Theft|Suspect|Mee||31/02/1998}\n");
  fixture.viewer.compartments = {};
  CHECK(fixture.rows() == "2:C1|Theft|Suspect|Lee|| ");
}

TEST_CASE("nobody may put in what they could not see") {
  ImportFixture fixture;
  CHECK(
      fixture.complaint("Crime Ref,Offence,Role,Surname,Operation\nC1,Theft,Suspect,Lee,LYNX\n") ==
      "file.csv: in row 2, you do not hold compartment LYNX; ask its owner to grant it to you");
  fixture.request.label.compartments = {"ADDER"};
  CHECK(fixture.complaint(crimes).find("you do not hold compartment ADDER") == 0);
  fixture.request.label = {.tier = model::Tier::secret};
  CHECK(fixture.complaint(crimes).find("marked SECRET, but this installation") !=
        std::string::npos);
  CHECK(fixture.store.contents.batches.empty());
}

TEST_CASE("an unreadable marking is for custodians") {
  ImportFixture fixture;
  fixture.import(
      "Crime Ref,Offence,Role,Surname,Marking\nC1,Theft,Suspect,Lee,CONFIDENTIAL?\n"
      "C2,Theft,Suspect,Ray,OFFICIAL\n");
  CHECK(fixture.rows() == "3:C2|Theft|Suspect|Ray|OFFICIAL ");
  fixture.viewer.is_custodian = true;
  CHECK(fixture.rows() == "2:C1|Theft|Suspect|Lee|CONFIDENTIAL? 3:C2|Theft|Suspect|Ray|OFFICIAL ");
}

TEST_CASE("who the source is, is never stored") {
  ImportFixture fixture;
  const auto report = fixture.import(
      "URN,Text,Grading,Source,Handler phone\nI1,He deals,2C,J. Bloggs,07700 900001\n"
      "I2,He deals,9Z,J. Bloggs,07700 900001\n");
  CHECK(report.dropped == std::vector<std::string>{"Source", "Handler phone"});
  CHECK(fixture.rows() == "2:I1|He deals|2C|| ");
  CHECK(fixture.rejects().find("Bloggs") == std::string::npos);
}

TEST_CASE("any number of threads stores the same") {
  std::string file = "Crime Ref,Offence,Role,Surname,DOB\n";
  for (int i = 0; i < 10000; ++i) {
    file += "C" + std::to_string(i) + ",Theft,Suspect,Lee," + std::to_string(i % 35) + "/01/1980\n";
  }
  const auto stored = [&](int threads) {
    ImportFixture fixture;
    fixture.request.threads = {threads};
    fixture.import(file);
    return fixture.rows() + fixture.rejects();
  };
  const auto with_one = stored(1);
  CHECK(with_one.size() > 100000);
  CHECK(stored(2) == with_one);
  CHECK(stored(4) == with_one);
}
