#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/threads.hpp"
#include "resolve/detail/candidates.hpp"
#include "resolve/detail/encoded_table.hpp"
#include "resolve/detail/memory.hpp"
#include "resolve/detail/name_comparison.hpp"
#include "resolve/detail/value_comparison.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// Tells the levels at which two rows of one table agree, a level a field. Refers to table and
/// model; may be shared by threads, each with its own Memory.
class Comparer {
 public:
  Comparer(const EncodedTable& table, const Model& model);

  /// Takes in what the table has gained.
  void extend();

  std::size_t fields() const { return table_.fields(); }
  void compare(Row left, Row right, Memory& memory, std::span<Level> levels) const;
  Level compare_field(std::size_t field, Row left, Row right, Memory& memory) const;
  const NameComparison* names() const { return names_ ? &*names_ : nullptr; }

 private:
  const EncodedTable& table_;
  std::optional<NameComparison> names_;
  std::vector<ValueComparison> values_;
};

/// Levels of many pairs, `fields` a pair.
std::vector<Level> compare_all(const Comparer& comparer, std::span<const Pair> pairs,
                               Memories& memories, base::Threads threads);
/// Only the names again, after aliases were learned.
void compare_names_again(const Comparer& comparer, std::span<const Pair> pairs, Memories& memories,
                         base::Threads threads, std::vector<Level>& levels);

}  // namespace resolve::detail
