#include <doctest/doctest.h>

#include "acquire/detail/import_fixture.hpp"

using namespace acquire;

namespace {

const std::string head = "Crime Ref,Offence,Role,Surname,DOB\n";
const std::string good_row = "C1,Theft,Suspect,Lee,\n";

// What import_file says against these bytes, of which nothing may be stored.
std::string complaint(const std::string& bytes, const std::string& layout = "") {
  ImportFixture fixture;
  fixture.request.layout = layout;
  auto sentence = fixture.complaint(bytes);
  CHECK(fixture.store.contents.batches.empty());
  CHECK(fixture.store.contents.records.empty());
  CHECK(fixture.store.contents.audit.empty());
  return sentence;
}

bool says(const std::string& sentence, const std::string& words) {
  INFO(sentence);
  return sentence.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a file that was cut off") {
  CHECK(complaint(head + good_row + "C2,Theft,Sus") ==
        "file.csv: the file ends in the middle of row 3 (line 3): it was cut off; get it again "
        "whole");
  CHECK(complaint(head + good_row + "C2,\"Theft,Sus") ==
        "file.csv: the file ends inside a quoted cell of row 3 (line 3): it was cut off, or a "
        "quote there never closes; get it again whole");
  // Whole, without a last line ending.
  ImportFixture fixture;
  CHECK(fixture.import(head + "C1,Theft,Suspect,Lee,").batch.records == 1);
}

TEST_CASE("a file that is no table") {
  CHECK(says(complaint(std::string("PK\x03\x04\0\0\0\x01\x02\x05\0\0", 12)),
             "file.csv: this is not a text file"));
  CHECK(says(complaint(std::string(10'000'000, 'x')), "is over 1 MiB long"));
  CHECK(says(complaint(head + good_row + "\"" + std::string(10'000'000, 'x')),
             "line 3 is over 1 MiB long"));
  CHECK(complaint("") == "file.csv: the file is empty");
  CHECK(complaint("\n\n") == "file.csv: the file is empty");
  CHECK(complaint(head) ==
        "file.csv: the file holds a header and no rows, so there is nothing to take");
}

TEST_CASE("a header that does not fit") {
  CHECK(says(complaint("Crime Ref,Offence,Role,Surname,SURNAME\n1,2,3,4,5\n"),
             "the header \"SURNAME\" is there twice, in columns 4 and 5"));
  CHECK(
      says(complaint("a,b\n1,2\n"), "no layout fits its header; say which it is with --layout: "));
  CHECK(says(complaint("a,b\n1,2\n", "nominal-and-crime"),
             "needs the columns crime_ref, offence, role, surname"));
}

TEST_CASE("a layout that is not there") {
  CHECK(says(complaint(head + good_row, "nominal-and-crimes"),
             "there is no layout \"nominal-and-crimes\"; did you mean nominal-and-crime?"));
  CHECK(says(complaint(head + good_row, "./nowhere.json"), "there is no file ./nowhere.json"));
}

TEST_CASE("dates that cannot be") {
  CHECK(complaint(head + "C1,Theft,Suspect,Lee,31/02/1980\nC2,Theft,Suspect,Lee,32/01/1980\n") ==
        "file.csv: none of its 2 rows can be taken, so nothing was stored; the first, row 2, "
        "column \"DOB\": \"31/02/1980\" is no date in the calendar, read as day_month_year");
}

TEST_CASE("without a legal basis nothing is read") {
  ImportFixture fixture;
  fixture.request.legal_basis.basis = " ";
  fixture.request.file = "/nowhere/at/all.csv";  // not even looked for
  CHECK(fixture.complaint_of_request() ==
        "no legal basis was given, so nothing was read; say why this may be held, such as "
        "--legal-basis \"policing purpose, DPA 2018 Part 3\"");
  fixture.request.legal_basis = {.basis = "x", .expires = base::Date{1970, 1, 1}};
  CHECK(says(fixture.complaint_of_request(), "expired on 1970-01-01"));
  fixture.request.legal_basis.expires = base::Date{2099, 1, 1};
  CHECK(says(fixture.complaint_of_request(), "there is no file /nowhere/at/all.csv"));
  fixture.request.source = "";
  CHECK(says(fixture.complaint_of_request(), "no source was named"));
}
