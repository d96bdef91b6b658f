#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "simulate/detail/memory_folder.hpp"

// Incidents, schools, jobs and wages, online accounts: what stands in the files besides crime.

namespace {

using simulate::Folder;
using simulate::Row;

Folder region(std::uint64_t seed, int people = 4000) {
  Folder folder;
  simulate::make_region({.people = people, .seed = seed, .forces = 2}, folder);
  return folder;
}

std::string cell(const Folder::File& file, const Row& row, std::string_view column) {
  return row[file.column(column)];
}

/// What each file of a kind says in a column, with the person that a slot of the row truly is.
struct Said {
  std::string text, person;
};

std::vector<Said> said(const Folder& made, const std::string& kind, std::string_view column,
                       std::string_view slot) {
  std::map<std::pair<std::string, std::string>, std::string> person_of;
  for (const Row& mention : made.file("truth/mentions.csv").rows) {
    if (mention[2] == slot) person_of[{mention[0], mention[1]}] = mention[4];
  }
  std::vector<Said> all;
  for (const Folder::File& file : made.files) {
    if (!file.path.ends_with("/" + kind + ".csv")) continue;
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
      const auto found = person_of.find({file.path, std::to_string(i + 2)});
      if (found != person_of.end())
        all.push_back({cell(file, file.rows[i], column), found->second});
    }
  }
  return all;
}

/// A column of truth/people.csv, by person.
std::map<std::string, std::string> of_people(const Folder& made, std::string_view column) {
  std::map<std::string, std::string> values;
  const Folder::File& people = made.file("truth/people.csv");
  for (const Row& row : people.rows) values[row[0]] = cell(people, row, column);
  return values;
}

TEST_CASE("incidents of every kind, with everybody in them told and nobody in one twice") {
  const Folder made = region(21);
  std::set<std::string> kinds;
  std::map<std::string, std::set<std::string>> people_of;
  std::size_t rows = 0, told = 0;
  for (const Said& row : said(made, "incidents", "Incident Type", "person")) {
    kinds.insert(row.text);
    ++told;
  }
  for (const Said& row : said(made, "incidents", "Incident Ref", "person"))
    CHECK(people_of[row.text].insert(row.person).second);
  for (const Folder::File& file : made.files)
    rows += file.path.ends_with("/incidents.csv") ? file.rows.size() : 0;
  CHECK(kinds == std::set<std::string>{"Anti-social behaviour", "Concern for welfare",
                                       "Domestic incident, no crime", "Neighbour dispute"});
  CHECK(rows == told);
  CHECK(rows > 300);
}

TEST_CASE("a child's school is that of the home town, written more than one way") {
  const Folder made = region(22);
  const auto school_of = of_people(made, "school");
  std::size_t exact = 0, shortened = 0, empty = 0;
  for (const char* kind : {"missing-episodes", "nrm-and-safeguarding-referrals"}) {
    for (const Said& row : said(made, kind, "School", "person")) {
      const std::string& attended = school_of.at(row.person);
      empty += row.text.empty();
      exact += !row.text.empty() && row.text == attended;
      shortened += !row.text.empty() && row.text != attended && attended.starts_with(row.text);
    }
  }
  CHECK(exact > 50);
  CHECK(shortened > 5);
  CHECK(empty > 10);
  std::set<std::string> schools;
  for (const Row& row : made.file("truth/organisations.csv").rows) {
    if (row[1] == "school" || row[1] == "primary school") schools.insert(row[0]);
  }
  for (const auto& [person, school] : school_of)
    CHECK((school.empty() || schools.count(school) == 1));
}

TEST_CASE("employers pay wages to those who work for them") {
  const Folder made = region(23);
  const auto employer_of = of_people(made, "employer");
  std::size_t wages = 0, by_employer = 0;
  for (const Said& row : said(made, "bank-transactions", "Debit Name", "credit_holder")) {
    const auto found = employer_of.find(row.person);
    by_employer += found != employer_of.end() && !row.text.empty() && found->second == row.text;
  }
  for (const Folder::File& file : made.files) {
    if (!file.path.ends_with("/bank-transactions.csv")) continue;
    for (const Row& row : file.rows) {
      wages += cell(file, row, "Reference") == "WAGES" &&
               cell(file, row, "Debit Holder Kind") == "Business";
    }
  }
  CHECK(by_employer > 25);
  CHECK(wages > by_employer);  // networks' fronts pay some, and take them back
}

TEST_CASE("an occupation stated in custody is mostly the true one, and often none") {
  const Folder made = region(24);
  const auto occupation_of = of_people(made, "occupation");
  std::size_t all = 0, agreeing = 0, none = 0;
  for (const Said& row : said(made, "custody", "Occupation", "person")) {
    ++all;
    none += row.text.empty();
    agreeing += row.text == occupation_of.at(row.person);
  }
  CHECK(agreeing > all * 4 / 10);
  CHECK(agreeing < all * 9 / 10);
  CHECK(none > all / 20);
}

TEST_CASE("an account named in custody is that of who was arrested, but for slips of the pen") {
  const Folder made = region(25);
  const auto handle_of = of_people(made, "online_handle");
  std::size_t all = 0, exact = 0;
  for (const Said& row : said(made, "custody", "Online Handle", "person")) {
    if (row.text.empty()) continue;
    ++all;
    exact += row.text == handle_of.at(row.person);
  }
  CHECK(all > 30);
  CHECK(exact > all * 8 / 10);
  CHECK(exact < all);
}

TEST_CASE(
    "victims and recruiters of sexual exploitation are linked by accounts, controllers by none") {
  std::map<std::string, int> accounts_of_role;
  std::size_t pairs = 0;
  for (std::uint64_t seed = 26; seed < 30; ++seed) {
    const Folder made = region(seed);
    std::map<std::string, std::string> role_of;
    for (const Row& member : made.file("truth/members.csv").rows) role_of[member[1]] = member[2];
    for (const char* slot : {"handle", "handle.1", "exploiter_handle"}) {
      for (const Row& mention : made.file("truth/mentions.csv").rows) {
        if (mention[2] != slot || mention[0].ends_with("custody.csv")) continue;
        CHECK(mention[3] == "handle");
        if (role_of.count(mention[4]) != 0) ++accounts_of_role[role_of[mention[4]]];
      }
    }
    for (const Said& row :
         said(made, "nrm-and-safeguarding-referrals", "Online Handle", "exploiter_handle"))
      pairs += !row.text.empty();
  }
  CHECK(accounts_of_role["recruiter"] > 20);
  CHECK(accounts_of_role["victim"] > 5);
  CHECK(accounts_of_role["recruiter"] > 10 * accounts_of_role["controller"]);
  CHECK(pairs > 0);
}

TEST_CASE("some members are brought in by their own family, of one household or one grandparent") {
  std::size_t members = 0, kin = 0;
  for (std::uint64_t seed = 30; seed < 33; ++seed) {
    const Folder made = region(seed);
    const Folder::File& file = made.file("truth/members.csv");
    std::map<std::string, std::string> network_of;
    for (const Row& row : file.rows) network_of[row[1]] = row[0];
    for (const Row& row : file.rows) {
      ++members;
      const std::string of = cell(file, row, "kin_of");
      if (of.empty()) continue;
      ++kin;
      CHECK(network_of.at(of) == row[0]);
      CHECK(of != row[1]);
      CHECK(row[2] != "victim");
    }
  }
  CHECK(kin > members / 40);
  CHECK(kin < members / 4);
}

}  // namespace
