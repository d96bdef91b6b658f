#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "resolve/detail/encoded_table.hpp"
#include "resolve/detail/levels.hpp"
#include "resolve/detail/memory.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

Level compare_dates(std::string_view left, std::string_view right);
Level compare_codes(std::string_view left, std::string_view right);
Level compare_identifiers(std::string_view left, std::string_view right);

/// The values of one column that is not a name. A function of two cells and the model: not of how
/// values are numbered.
class ValueComparison {
 public:
  /// All must outlive it.
  ValueComparison(const EncodedTable& table, std::size_t field, const Field& model);

  /// Takes in what the table has gained.
  void extend();
  /// The strongest level over all pairs of values; missing if either cell is empty.
  Level compare(std::span<const Table::Value> left, std::span<const Table::Value> right,
                Remembered& texts) const;

 private:
  Level compare_values(Table::Value left, Table::Value right, Remembered& texts) const;
  Level compare_texts(Table::Value left, Table::Value right) const;

  Kind kind_;
  const Field& model_;
  const std::vector<std::string>& values_;
  const ValueField& field_;
  std::vector<Level> exact_level_;
  std::vector<std::uint8_t> word_is_rare_;
};

}  // namespace resolve::detail
