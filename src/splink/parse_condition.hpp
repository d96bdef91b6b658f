#pragma once

#include <string>
#include <string_view>

#include "splink/expression.hpp"

namespace splink {

/// How a condition says which of the two rows a column is of.
enum class Naming {
  suffixed,  ///< "surname_l" = "surname_r", as in comparison levels
  prefixed,  ///< l.surname = r.surname, as in blocking rules
};

/// Reads a condition in DuckDB's SQL, as far as Splink's comparison and blocking libraries write it
/// and a little further (docs/resolve.md lists the functions). Throws base::Error (invalid) with a
/// sentence that quotes the condition and says what in it cannot be read. `where` begins the
/// sentence: "the comparison surname".
Expression parse_condition(std::string_view sql, Naming naming, const std::string& where);

}  // namespace splink
