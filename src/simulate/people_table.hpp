#pragma once

#include <cstdint>

#include "simulate/region.hpp"

namespace simulate {

/// One table of people as several forces' systems have them, to measure resolution by.
struct PeopleTableSettings {
  std::int64_t rows = 1'000'000;  ///< from 1,500 to 12,500,000; about two fifths as many people
  std::uint64_t seed = 1;
  int forces = 4;  ///< from 1 to 16
};

/// Writes people.csv: id, person (the truth), and what a row of custody, crime, intelligence … has
/// of them, with the slips, hard cases and repeats of a region. Half of the people have one row or
/// two, a few a hundred. Rows stand in no order. Throws base::Error(invalid) for settings out of
/// range.
void make_people_table(const PeopleTableSettings& settings, Sink& sink);

}  // namespace simulate
