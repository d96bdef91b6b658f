#include "raptor/region_truth.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "raptor/text_file.hpp"

namespace raptor {

namespace {

using Row = std::vector<std::string_view>;

// Calls body with the cells of the named columns of each row.
void read_columns(const std::string& path, const std::vector<std::string_view>& columns,
                  const std::function<void(const Row&)>& body) {
  const auto text = read_text_file(path);
  base::CsvReader reader(text, {});
  Row cells;
  reader.next(cells);
  std::vector<std::size_t> places;
  for (auto column : columns) {
    const auto at = std::find(cells.begin(), cells.end(), column);
    if (at == cells.end())
      throw base::Error(base::Fault::invalid, path + " has no column " + std::string(column));
    places.push_back(static_cast<std::size_t>(at - cells.begin()));
  }
  Row chosen(columns.size());
  while (reader.next(cells)) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] >= cells.size())
        throw base::Error(base::Fault::invalid,
                          path + ", row " + std::to_string(reader.row()) + " is too short");
      chosen[i] = cells[places[i]];
    }
    body(chosen);
  }
}

template <class Number>
Number number_of(std::string_view cell, const std::string& path) {
  Number number{};
  const auto end = cell.data() + cell.size();
  if (std::from_chars(cell.data(), end, number).ptr == end) return number;
  throw base::Error(base::Fault::invalid, path + ": " + base::quoted(cell) + " is not a number");
}

}  // namespace

RegionTruth read_region_truth(const std::string& folder) {
  RegionTruth truth;
  std::map<std::string, std::string, std::less<>> source_of_file;
  read_columns(folder + "/MANIFEST.csv", {"file", "source"},
               [&](const Row& row) { source_of_file.emplace(row[0], row[1]); });

  const auto mentions = folder + "/truth/mentions.csv";
  read_columns(mentions, {"file", "row", "slot", "noun", "person"}, [&](const Row& row) {
    if (row[3] != "person") return;
    truth.person_of_mention[{source_of_file.at(std::string(row[0])),
                             number_of<std::int64_t>(row[1], mentions), std::string(row[2])}] =
        number_of<std::uint32_t>(row[4], mentions);
  });

  const auto people = folder + "/truth/people.csv";
  read_columns(people, {"person", "name_origin"}, [&](const Row& row) {
    const auto person = number_of<std::uint32_t>(row[0], people);
    if (truth.origin_of_person.size() <= person)
      truth.origin_of_person.resize(person + std::size_t{1});
    truth.origin_of_person[person] = row[1];
  });

  const auto organisations = folder + "/truth/organisations.csv";
  read_columns(organisations, {"owner", "network"}, [&](const Row& row) {
    if (!row[0].empty() && row[1].empty())
      truth.hub_owners.push_back(number_of<std::uint32_t>(row[0], organisations));
  });

  read_columns(folder + "/truth/networks.csv", {"network", "name", "threat_type"},
               [&](const Row& row) {
                 truth.networks.push_back({std::string(row[1]), std::string(row[2]), {}});
               });
  const auto members = folder + "/truth/members.csv";
  read_columns(members, {"network", "person", "role"}, [&](const Row& row) {
    const auto network = number_of<std::uint32_t>(row[0], members);
    if (network >= truth.networks.size())
      throw base::Error(base::Fault::invalid,
                        members + " names a network that networks.csv has not");
    truth.networks[network].members.push_back(
        {number_of<std::uint32_t>(row[1], members), std::string(row[2])});
  });
  return truth;
}

}  // namespace raptor
