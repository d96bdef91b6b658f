#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "splink/value.hpp"

namespace splink {

/// A row, its cells read as the model wants them.
struct Record {
  std::string id, source;
  std::vector<Value> cells;                        ///< by column
  std::vector<std::optional<double>> frequencies;  ///< by Model::frequency_columns
};

/// Indices into a list of records.
struct RecordPair {
  std::uint32_t left = 0, right = 0;
  auto operator<=>(const RecordPair&) const = default;
};

}  // namespace splink
