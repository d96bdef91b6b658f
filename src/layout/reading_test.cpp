#include "layout/reading.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "layout/check_row.hpp"
#include "layout/derive.hpp"

namespace {

using Cells = std::vector<std::string_view>;

layout::Layout shipped(std::string_view name) {
  for (auto& item : layout::shipped_layouts()) {
    if (item.name == name) return item;
  }
  FAIL("no such layout");
  return {};
}

std::vector<std::string> header_texts(std::string_view header) {
  std::vector<std::string> texts;
  for (auto cell : base::split(header, '|')) texts.emplace_back(cell);
  return texts;
}

layout::Reading reading_of(std::string_view name, std::string_view header) {
  return layout::bind(shipped(name), header_texts(header));
}

std::string complaint(std::string_view name, std::string_view header) {
  try {
    reading_of(name, header);
    return "";
  } catch (const base::Error& error) {
    return error.what();
  }
}

std::string described(const model::Evidence& evidence, const model::Mention& mention) {
  std::string text(evidence.texts[mention.slot]);
  for (const auto& value : evidence.values_of(mention)) {
    text +=
        " " + std::string(base::name_of(value.attribute)) + "=" + std::string(evidence.text(value));
  }
  return "[" + text + "]";
}

// What one row says: its mentions in brackets, then its links by slot.
std::string said(const layout::Reading& reading, std::string_view row) {
  model::Evidence evidence;
  layout::derive(reading, base::split(row, '|'), 0, evidence);
  std::string text;
  for (const auto& mention : evidence.mentions) text += described(evidence, mention);
  for (const auto& link : evidence.links) {
    text += " " + std::string(evidence.texts[evidence.mentions[link.from].slot]) + "-" +
            std::string(base::name_of(link.role)) + "->" +
            std::string(evidence.texts[evidence.mentions[link.to].slot]);
    if (link.strength != 1) text += "*" + std::to_string(static_cast<int>(link.strength));
    if (link.time) text += "@" + base::to_string_utc(*link.time);
  }
  return text;
}

struct Checked {
  std::string rejection;  ///< "COLUMN: sentence"; "" if the row is well
  layout::CheckedRow row;
  model::Label label;
};

Checked check(const layout::Reading& reading, std::string_view row, model::Label batch = {}) {
  layout::RowChecker checker(reading, std::move(batch), model::Tier::official_sensitive);
  Checked checked;
  if (const auto rejection = checker.check(base::split(row, '|'), checked.row))
    checked.rejection = rejection->column + ": " + rejection->sentence();
  if (checked.row.label) checked.label = checker.labels()[*checked.row.label];
  return checked;
}

constexpr std::string_view crime_header =
    "Crime Ref|Offence|Role|Surname|Forenames|DOB|AKA|Mobile|Offence Date|Lat|Lon|Operation|"
    "GSC Marking|MoPI Group";
// A row of those, with one cell changed.
std::string crime_row(std::size_t changed, const std::string& cell) {
  std::vector<std::string> cells = {"C1", "Theft",      "Suspect", "Lee", "Ann", "01/02/1980", "",
                                    "",   "01/07/2024", "",        "",    "",    "",           ""};
  cells.at(changed) = cell;
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) row += (i > 0 ? "|" : "") + cells[i];
  return row;
}

}  // namespace

TEST_CASE("headers match whatever their case, blanks and punctuation") {
  CHECK(complaint("nominal-and-crime", "CRIME_REF|offence|Role|SURNAME") == "");
  CHECK(complaint("nominal-and-crime", "Crime No.|Offence|Role|Last-Name") == "");
  CHECK(complaint("nominal-and-crime", "Crime Ref|Offence|Family") ==
        "the layout nominal-and-crime needs the columns role, surname, which the header does not "
        "have; its headers are \"Crime Ref\", \"Offence\", \"Family\"; rename a header, add it to "
        "the layout, or choose another layout");
  CHECK(complaint("nominal-and-crime", "Crime Ref|Offence|Role|Surname|surname") ==
        "the header \"surname\" is there twice, in columns 4 and 5: rename one of them, so that it "
        "is clear which is meant");
  const auto reading = reading_of("nominal-and-crime", "Crime Ref|Offence|Role|Surname|Shoe size|");
  CHECK(reading.not_understood == std::vector<std::string>{"Shoe size"});
}

TEST_CASE("nominal and crime: who did what where") {
  const auto reading = reading_of("nominal-and-crime", crime_header);
  CHECK(said(reading, crime_row(0, "C1")) ==
        "[person given_name=Ann family_name=Lee date_of_birth=1980-02-01]"
        "[crime reference=C1 offence=Theft] person-suspect_in->crime@2024-06-30T23:00:00Z");
  CHECK(said(reading, crime_row(2, "AGGRIEVED")).find("person-victim_of->crime") !=
        std::string::npos);
  CHECK(said(reading, crime_row(6, "Annie; Big A ;")).find("alias=Annie alias=Big A") !=
        std::string::npos);
  const auto two_phones = said(reading, crime_row(7, "07700 900001; 07700 900002"));
  CHECK(two_phones.find("[phone.1 number=07700 900001][phone.2 number=07700 900002]") !=
        std::string::npos);
  CHECK(two_phones.find("person-uses->phone.1 person-uses->phone.2") != std::string::npos);
  CHECK(said(reading, "C2|Theft|||||||||||") == "[crime reference=C2 offence=Theft]");
  CHECK(said(reading, "C2|Theft|Suspect|UNKNOWN||||||||||") ==
        "[crime reference=C2 offence=Theft]");
}

TEST_CASE("call data: two phones, one call, the handset and the cell") {
  const auto reading = reading_of(
      "call-data-records",
      "Call Type|A Number|B Number|Start Date|Start Time|Duration (s)|A IMEI|Start Cell ID");
  CHECK(said(reading,
             "VOICE MO|447700900123|447700900456|01/03/2026|9:30:12|1:45|350000000000001|") ==
        "[a number=447700900123][b number=447700900456][call kind=VOICE MO duration_s=105]"
        "[a_handset number=350000000000001 kind=IMEI] a-called->b@2026-03-01T09:30:12Z "
        "a-used_in->call@2026-03-01T09:30:12Z b-used_in->call@2026-03-01T09:30:12Z "
        "a_handset-uses->a@2026-03-01T09:30:12Z");
  CHECK(said(reading, "SMS|447700900123|447700900456|01/03/2026|||| ").find("a-messaged->b") !=
        std::string::npos);
  CHECK(said(reading, "GPRS|447700900123|447700900456|01/03/2026|||| ").find("a-called->b") ==
        std::string::npos);
  CHECK(complaint("call-data-records", "CALLING_NO|CALLED_NO|CALL_DATE|CALL_TIME|DURATION") == "");
  CHECK(complaint("call-data-records", "Date/Time|A-Party|B-Party|Duration|Type|IMEI|Cell ID") ==
        "");
}

TEST_CASE("pairs without header are people known by a number") {
  const auto reading =
      layout::bind(shipped("met-pairs"), layout::header_of(shipped("met-pairs"), 3));
  CHECK(said(reading, "0|14|3") == "[a reference=0][b reference=14] a-met->b*3");
  CHECK(check(reading, "0|14|-1").rejection ==
        "times: \"-1\" is no strength: write a number from 0");
}

TEST_CASE("co-presence: a meeting at a place") {
  const auto reading = reading_of("co-presence", "Person A|Person B|Date|Place|Times Met");
  CHECK(said(reading, "Ann Lee|Bo Ray|02/01/2024|Blue Cafe|2") ==
        "[a name=Ann Lee][b name=Bo Ray][meeting][place name=Blue Cafe] "
        "a-met->b*2@2024-01-02T00:00:00Z a-present_at->meeting@2024-01-02T00:00:00Z "
        "b-present_at->meeting@2024-01-02T00:00:00Z "
        "meeting-happened_at->place@2024-01-02T00:00:00Z");
}

TEST_CASE("intelligence reports: people in numbered columns, and never the source") {
  const auto reading = reading_of("intelligence-reports",
                                  "URN|Intelligence Text|3x5x2|Source|Person 1|Surname 2|Forename 2"
                                  "|Phones|Handler's car|Role 2");
  CHECK(said(reading, "I1|Text|2C|J. Bloggs|Ann Lee|Ray|Bo|07700 900001;07700 900002|x|Victim") ==
        "[report reference=I1 text=Text][phone.1 number=07700 900001][phone.2 number=07700 900002]"
        "[person_1 name=Ann Lee][person_2 given_name=Bo family_name=Ray] "
        "phone.1-mentioned_in->report phone.2-mentioned_in->report person_1-mentioned_in->report "
        "person_2-victim_of->report");
  CHECK(reading.dropped == std::vector<std::size_t>{3, 8});
}

TEST_CASE("wrong rows are rejected with column and reason") {
  const auto reading = reading_of("nominal-and-crime", crime_header);
  const auto rejection = [&](std::size_t changed, const std::string& cell) {
    return check(reading, crime_row(changed, cell)).rejection;
  };
  CHECK(rejection(0, "C1") == "");
  CHECK(rejection(5, "31/02/1980") ==
        "DOB: \"31/02/1980\" is no date in the calendar, read as day_month_year");
  CHECK(rejection(8, "soon").find("Offence Date: \"soon\" is no date") == 0);
  CHECK(rejection(2, "Suspekt") ==
        "Role: \"Suspekt\" is no role that the layout knows; did you mean suspect?");
  CHECK(rejection(2, "") == "Role: it says no role of the person");
  CHECK(rejection(9, "91") == "Lat: \"91\" is no latitude: it must be from -90 to 90 degrees");
  CHECK(rejection(10, "-181").find("Lon: \"-181\" is no longitude") == 0);
  CHECK(rejection(12, "SECRET").find("GSC Marking: it is marked SECRET") == 0);
  CHECK(rejection(13, "Group 9").find("MoPI Group: \"Group 9\" is no MoPI retention group") == 0);
  CHECK(check(reading, "C1|Theft").rejection ==
        ": it has 2 cells where the header has 14: look for a line break or a lost cell");
  CHECK(check(reading, crime_row(13, "|x")).rejection.find("a delimiter inside a cell") !=
        std::string::npos);
  CHECK(check(reading, crime_row(13, "| |")).rejection == "");  // blanks beyond the last column
}

TEST_CASE("what a row says of the record as a whole") {
  const auto reading = reading_of("nominal-and-crime", crime_header);
  CHECK(check(reading, crime_row(13, "MoPI Group 2")).row.retention ==
        model::RetentionGroup::group_2);
  CHECK(*check(reading, crime_row(0, "C1")).row.happened == 1719788400);
  CHECK(check(reading, crime_row(8, "2024-07")).row.happened == 1719792000);
  CHECK(check(reading, crime_row(11, "LYNX; ADDER")).label.compartments ==
        std::vector<std::string>{"ADDER", "LYNX"});
  CHECK(check(reading, crime_row(12, "official")).label.tier == model::Tier::official_sensitive);
  CHECK(check(reading, crime_row(12, "official"), {.tier = model::Tier::official}).label.tier ==
        model::Tier::official);
  // A marking that nobody can read is no reason to reject: it is for custodians.
  CHECK(check(reading, crime_row(12, "RESTRICTED")).rejection == "");
  CHECK(check(reading, crime_row(12, "RESTRICTED")).label.tier == model::Tier::unreadable);
}

TEST_CASE("grades, handling and conditions") {
  const auto reading = reading_of("intelligence-reports",
                                  "URN|Text|Grading|Source Eval|Info Eval|Handling Code|"
                                  "Handling Conditions|Groups");
  const auto grade = [&](const std::string& row) {
    const auto checked = check(reading, row);
    if (!checked.rejection.empty()) return checked.rejection;
    return (checked.row.grading ? to_string(*checked.row.grading) : "none") + " " +
           std::string(base::name_of(checked.label.handling));
  };
  CHECK(grade("I|T|1A|||||") == "1A P");
  CHECK(grade("I|T||2 - Untested|C - indirectly|||") == "2C P");
  CHECK(grade("I|T||||||") == "none P");
  CHECK(grade("I|T|B2|||||") == "1A P");
  CHECK(grade("I|T|B24|||||") == "1A C");
  CHECK(grade("I|T|1A|||C|Ask first|") == "1A C");
  CHECK(grade("I|T|1A|||C||") ==
        "Handling Conditions: handling code C needs its conditions in words; state them or use P");
  CHECK(grade("I|T|1A|||X||") ==
        "Handling Code: \"X\" is no handling code: write P, or C with its conditions");
  CHECK(grade("I|T|9Z|||||") ==
        "Grading: \"9Z\" is no grade: write 3x5x2, such as 2C (1 to 3, then A to E), or 5x5x5, "
        "such as B2");
  CHECK(check(reading, "I|T||||||SIU; ROCU").label.groups ==
        std::vector<std::vector<std::string>>{{"ROCU", "SIU"}});
}
