#include "simulate/region.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "simulate/detail/memory_folder.hpp"

namespace {

using simulate::Folder;
using simulate::Row;

Folder region(std::uint64_t seed, int people = 2500) {
  Folder folder;
  simulate::make_region({.people = people, .seed = seed, .forces = 3}, folder);
  return folder;
}

bool same(const Folder& left, const Folder& right) {
  if (left.texts != right.texts || left.files.size() != right.files.size()) return false;
  for (std::size_t i = 0; i < left.files.size(); ++i) {
    if (left.files[i].path != right.files[i].path) return false;
    if (left.files[i].rows != right.files[i].rows) return false;
  }
  return true;
}

TEST_CASE("the same seed makes the same region, another seed another") {
  const Folder first = region(1);
  CHECK(same(first, region(1)));
  CHECK_FALSE(same(first, region(2)));
}

TEST_CASE("every row is as wide as its header, and the manifest counts every row") {
  const Folder made = region(3);
  for (const Folder::File& file : made.files) {
    for (const Row& row : file.rows) REQUIRE(row.size() == file.header.size());
  }
  const Folder::File& manifest = made.file("MANIFEST.csv");
  CHECK(manifest.rows.size() == 33);  // eleven kinds of three forces
  for (const Row& row : manifest.rows) {
    CHECK(std::to_string(made.file(row[0]).rows.size()) == row.back());
    CHECK_FALSE(row[manifest.column("legal_basis")].empty());
  }
}

/// The digits of each run of digits, blanks and pluses that is long enough for a phone number.
std::vector<std::string> numbers_in(const std::string& text) {
  std::vector<std::string> numbers;
  std::string digits;
  for (const char c : text + "\n") {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ' ' && c != '+') {
      if (digits.size() >= 9) numbers.push_back(digits);
      digits.clear();
    }
  }
  return numbers;
}

bool is_reserved(const std::string& digits) {
  return digits.starts_with("447700900") || digits.starts_with("07700900") ||
         digits.starts_with("999");
}

TEST_CASE("only numbers that nobody has: phones, plates, postcodes, sort codes") {
  const Folder made = region(4);
  const std::set<std::string> phones = {"Phone",      "Seized Phone", "Companion Phone",
                                        "A Number",   "B Number",     "number",
                                        "work_phone", "phone",        "Exploiter Phone"};
  std::size_t seen = 0;
  for (const Folder::File& file : made.files) {
    for (std::size_t column = 0; column < file.header.size(); ++column) {
      const std::string& name = file.header[column];
      for (const Row& row : file.rows) {
        const std::string& cell = row[column];
        if (cell.empty()) continue;
        if (phones.count(name) != 0 || name == "Intelligence Text") {
          for (const std::string& digits : numbers_in(cell)) CHECK(is_reserved(digits));
          ++seen;
        }
        if (name == "VRM" || name == "plate" || name == "Vehicle") {
          CHECK((cell[0] == 'Q' || cell[0] == 'Z'));
        }
        if (name.ends_with("ostcode")) CHECK(cell.starts_with("ZZ"));
        if (name.ends_with("Sort Code")) CHECK(cell.starts_with("00-"));
      }
    }
  }
  CHECK(seen > 1000);
}

struct Mention {
  std::string person, given, family, born;
};

/// Every mention of a person in the files that give forenames, surname and date of birth apart.
std::vector<Mention> named_mentions(const Folder& made) {
  std::map<std::pair<std::string, std::size_t>, std::string> truth;
  for (const Row& row : made.file("truth/mentions.csv").rows) {
    if (row[2] == "person" || row[2] == "keeper") {
      truth[{row[0], static_cast<std::size_t>(std::stoul(row[1]))}] = row[4];
    }
  }
  std::vector<Mention> mentions;
  for (const Folder::File& file : made.files) {
    const bool is_keepers = file.path.ends_with("vehicle-keepers.csv");
    const bool has_names = std::count(file.header.begin(), file.header.end(), "Forenames") == 1;
    if (!is_keepers && !has_names) continue;
    const std::string prefix = is_keepers ? "Keeper " : "";
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
      const Row& row = file.rows[i];
      mentions.push_back({truth.at({file.path, i + 2}), row[file.column(prefix + "Forenames")],
                          row[file.column(prefix + "Surname")],
                          row[file.column(prefix + "Date of Birth")]});
    }
  }
  return mentions;
}

/// Of the pairs of mentions of one person, how many agree on the whole name and date of birth.
double exact_agreement(const std::vector<Mention>& mentions) {
  const auto key = [](const Mention& mention) {
    return base::fold(mention.given) + "|" + base::fold(mention.family) + "|" +
           base::fold_tight(mention.born);
  };
  std::map<std::string, std::map<std::string, double>> spellings;
  for (const Mention& mention : mentions) ++spellings[mention.person][key(mention)];
  double pairs = 0, agreeing = 0;
  for (const auto& [person, counts] : spellings) {
    double all = 0;
    for (const auto& [spelling, count] : counts) {
      all += count;
      if (!spelling.ends_with("|")) agreeing += count * (count - 1) / 2;
    }
    pairs += all * (all - 1) / 2;
  }
  return agreeing / pairs;
}

TEST_CASE("exact name and date of birth together agree in under half of true pairs") {
  const double share = exact_agreement(named_mentions(region(5, 4000)));
  MESSAGE("share of true pairs that agree exactly: ", share);
  CHECK(share < 0.5);
  CHECK(share > 0.15);  // nor is it hopeless
}

TEST_CASE("how often people are recorded: a median of two, and a heavy tail") {
  Folder folder;
  const auto figures = simulate::make_region({.people = 16'000, .seed = 6, .forces = 4}, folder);
  MESSAGE("mentions ", figures.mentions, ", of people ", figures.person_mentions,
          ", over 100: ", figures.people_over_100);
  CHECK(figures.median_mentions == 2);
  CHECK(figures.people_over_100 >= 1);
  CHECK(figures.people_over_100 <= 20);
  CHECK(figures.mentions > 8 * figures.people);
  CHECK(figures.mentions < 13 * figures.people);
}

TEST_CASE("a region out of range is refused in words") {
  Folder folder;
  CHECK_THROWS_AS(simulate::make_region({.people = 10}, folder), base::Error);
  CHECK_THROWS_AS(simulate::make_region({.people = 5000, .forces = 17}, folder), base::Error);
  CHECK_THROWS_AS(simulate::make_region({.people = 1000, .forces = 4}, folder), base::Error);
}

}  // namespace
