#pragma once

#include <string>
#include <string_view>

namespace resolve::detail {

/// Insertions, deletions, substitutions and swaps of neighbours (Damerau 1964, restricted), counted
/// up to `limit`; limit + 1 for more.
int edits(std::string_view left, std::string_view right, int limit);

/// Jaro (1989) with Winkler's prefix bonus of .1 for up to four letters; 0 to 1. The same
/// whichever stands first.
double jaro_winkler(std::string_view left, std::string_view right);

/// American Soundex of the letters of a folded word; "" when it begins with a digit.
std::string soundex(std::string_view word);

}  // namespace resolve::detail
