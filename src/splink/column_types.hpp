#pragma once

#include <map>
#include <string>

#include "splink/settings.hpp"

namespace splink {

/// What the conditions of comparisons use each column as, by its name in lower
/// case; a column that is not named is text. DuckDB has typed columns; a delimited file has not.
std::map<std::string, Type> column_types(const Settings& settings);

}  // namespace splink
