#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace simulate {

/// What a fictitious region is made from. The same settings give the same bytes.
struct RegionSettings {
  int people = 10'000;  ///< from 500 to 5,000,000
  std::uint64_t seed = 1;
  int forces = 4;                    ///< from 1 to 16
  base::Date first_day{2023, 7, 1};  ///< of the three years that the records cover
};

/// Where a region's files go, row by row, as they are made. Paths are relative, with '/'.
class Sink {
 public:
  virtual ~Sink() = default;
  /// Begins a file; the answer names it in row().
  virtual int open(const std::string& path, std::span<const std::string_view> header) = 0;
  virtual void row(int file, std::span<const std::string> cells) = 0;
  virtual void text(const std::string& path, std::string_view content) = 0;
};

/// What was made.
struct RegionFigures {
  std::int64_t people = 0, known_people = 0, networks = 0, controllers = 0, victims = 0;
  std::int64_t rows = 0, person_mentions = 0, mentions = 0;
  double median_mentions = 0;  ///< of a person among those known
  std::int64_t people_over_100 = 0;
};

/// Makes the region and hands it to the sink: for each force a folder of files in its own layouts,
/// MANIFEST.csv (how to import each), truth/ (who is who, what was planted and what became of it)
/// and STORY.md. Holds the people in memory (about 150 bytes each) and streams the rows. Throws
/// base::Error(invalid) for settings out of range.
RegionFigures make_region(const RegionSettings& settings, Sink& sink);

}  // namespace simulate
