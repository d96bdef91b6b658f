#pragma once

#include <string>
#include <vector>

#include "resolve/model.hpp"
#include "splink/settings.hpp"

namespace splink {

struct Exported {
  Settings settings;
  std::vector<std::string> left_out;  ///< sentences: what the Splink file does not say
};

/// Our own model as a Splink model, as far as its comparisons can be said as conditions on single
/// columns. Columns are taken to hold comparable values (lower case, dates as 1980-02-01). The
/// weights are ours; m and u of levels other than the exact match carry their ratio only. Throws
/// base::Error (invalid) when nothing can be said.
Exported from_resolve(const resolve::Model& model);

}  // namespace splink
