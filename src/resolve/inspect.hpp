#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/threads.hpp"
#include "resolve/model.hpp"
#include "resolve/resolve.hpp"
#include "resolve/table.hpp"

namespace resolve {

/// What lies behind a resolution, for charts: nothing here decides anything.
struct Inspection {
  struct WeighedPair {
    RowPair rows;
    Bits weight = 0;
  };
  std::vector<WeighedPair> pairs;  ///< the candidates, ascending

  struct LevelCount {
    std::size_t field = 0, level = 0;
    std::string means;  ///< in words
    double share = 0;   ///< m: of the pairs that are one and have the field, by their probability
  };
  std::vector<LevelCount> levels;  ///< those that a candidate has, by field and level

  struct SharedKey {
    std::string family;
    std::size_t pairs = 0, added = 0;  ///< candidates that share one; those sharing none before
  };
  std::vector<SharedKey> keys;
  std::vector<Bits> with_itself;  ///< of each row: its weight against itself
};

/// Throws base::Error (invalid) when the model was made for other columns.
Inspection inspect(const Table& table, const Model& model, base::Threads threads);

}  // namespace resolve
