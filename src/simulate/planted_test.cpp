#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "simulate/detail/memory_folder.hpp"

namespace {

using simulate::Folder;
using simulate::Row;

Folder region(std::uint64_t seed, int people) {
  Folder folder;
  simulate::make_region({.people = people, .seed = seed, .forces = 4}, folder);
  return folder;
}

/// The values of a column, counted.
std::map<std::string, int> tally(const Folder::File& file, std::string_view column) {
  std::map<std::string, int> counts;
  for (const Row& row : file.rows) ++counts[row[file.column(column)]];
  return counts;
}

TEST_CASE("networks of each threat type, each over several forces, with every role") {
  const Folder made = region(1, 4000);
  const auto threats = tally(made.file("truth/networks.csv"), "threat_type");
  for (const char* threat : {"county_lines", "human_trafficking", "modern_slavery",
                             "child_sexual_exploitation", "child_sexual_abuse"}) {
    CHECK(threats.count(threat) == 1);
  }
  for (const Row& network : made.file("truth/networks.csv").rows) {
    CHECK(network[made.file("truth/networks.csv").column("forces")].find(';') != std::string::npos);
  }
  std::map<std::string, std::set<std::string>> roles;
  for (const Row& member : made.file("truth/members.csv").rows) roles[member[0]].insert(member[2]);
  for (const auto& [network, found] : roles) CHECK(found.size() == 8);
}

TEST_CASE("nobody is in two networks, and no hub's owner is in one") {
  const Folder made = region(2, 4000);
  const Folder::File& members = made.file("truth/members.csv");
  for (const auto& [person, count] : tally(members, "person")) CHECK(count == 1);
  const auto people = tally(members, "person");
  for (const Row& organisation : made.file("truth/organisations.csv").rows) {
    if (organisation[1] != "front") CHECK(people.count(organisation[2]) == 0);
  }
}

TEST_CASE("networks start, grow and are disrupted; then they move, re-form or decline") {
  std::map<std::string, int> what, follow;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Folder made = region(seed, 1600);
    const Folder::File& phases = made.file("truth/phases.csv");
    for (const auto& [key, count] : tally(phases, "what")) what[key] += count;
    for (const auto& [key, count] : tally(phases, "what_followed")) follow[key] += count;
  }
  CHECK(what["started"] == what["grew"]);
  CHECK(what["disrupted"] > what["started"] / 2);
  CHECK(what["disrupted"] < what["started"]);
  CHECK(follow["moved"] > 0);
  CHECK(follow["re-formed"] > 0);
  CHECK(follow["declined"] > 0);
}

/// The forms of recording (file kind and role) in which each person appears.
std::map<std::string, std::set<std::string>> parts_played(const Folder& made) {
  std::map<std::string, std::set<std::string>> parts;
  for (const Row& mention : made.file("truth/mentions.csv").rows) {
    if (mention[3] != "person") continue;
    const Folder::File& file = made.file(mention[0]);
    const std::string kind = mention[0].substr(mention[0].find('/') + 1);
    std::string part = kind;
    if (kind == "nominal-and-crime.csv") {
      part = file.rows[std::stoul(mention[1]) - 2][file.column("Role")];
    }
    parts[mention[4]].insert(part);
  }
  return parts;
}

TEST_CASE("victims stand as suspects in some rows, and most are known as victims somewhere") {
  const Folder made = region(3, 4000);
  const auto parts = parts_played(made);
  int victims = 0, marked = 0, suspects = 0, known_as_victims = 0;
  for (const Row& member : made.file("truth/members.csv").rows) {
    if (member[2] != "victim") continue;
    ++victims;
    marked += member[6] == "yes";
    const auto found = parts.find(member[1]);
    if (found == parts.end()) continue;
    suspects += found->second.count("Suspect") != 0;
    known_as_victims += found->second.count("Victim") != 0 ||
                        found->second.count("missing-episodes.csv") != 0 ||
                        found->second.count("nrm-and-safeguarding-referrals.csv") != 0;
  }
  CHECK(marked > victims / 10);
  CHECK(suspects > victims / 10);
  CHECK(known_as_victims > victims / 2);
}

TEST_CASE("a declined network leaves no trace after its end") {
  const Folder made = region(5, 4000);
  std::map<std::string, std::string> ends;  // of members who left, by person
  for (const Row& member : made.file("truth/members.csv").rows) ends[member[5]] = member[4];
  ends.erase("");
  REQUIRE_FALSE(ends.empty());
  for (const Folder::File& file : made.files) {
    if (!file.path.ends_with("call-data-records.csv")) continue;
    for (const Row& row : file.rows) {
      const auto holder = ends.find(row[file.column("A Number")]);
      if (holder == ends.end()) continue;
      const std::string& date = row[file.column("Start Date")];
      const std::string day = date.substr(6) + "-" + date.substr(3, 2) + "-" + date.substr(0, 2);
      CHECK(day <= holder->second);
    }
  }
}

TEST_CASE("a force knows some people under two references, and rarely two people under one") {
  const Folder made = region(6, 8000);
  std::map<std::string, std::set<std::string>> people_of, references_of;
  for (const Row& mention : made.file("truth/mentions.csv").rows) {
    if (!mention[0].ends_with("nominal-and-crime.csv")) continue;
    const Folder::File& file = made.file(mention[0]);
    const std::string& reference =
        file.rows[std::stoul(mention[1]) - 2][file.column("Nominal Ref")];
    people_of[mention[0] + reference].insert(mention[4]);
    references_of[mention[0] + "#" + mention[4]].insert(reference);
  }
  const auto several = [](const auto& sets) {
    return std::count_if(sets.begin(), sets.end(),
                         [](const auto& item) { return item.second.size() > 1; });
  };
  CHECK(several(references_of) > 50);
  CHECK(several(people_of) > 0);
  CHECK(several(people_of) < 50);
}

TEST_CASE("twins, juniors, cousins of one name, shared and recycled numbers are there and told") {
  const Folder made = region(7, 6000);
  const auto kinds = tally(made.file("truth/hard_cases.csv"), "kind");
  for (const char* kind :
       {"twins", "junior", "cousins_of_one_name", "shared_phone", "recycled_number"}) {
    CHECK_MESSAGE(kinds.count(kind) == 1, kind);
  }
  CHECK(made.texts.at("STORY.md").find("controller: ") != std::string::npos);
}

}  // namespace
