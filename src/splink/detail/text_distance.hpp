#pragma once

#include <cstddef>
#include <string_view>

namespace splink::detail {

// As DuckDB computes them: on bytes, so that a letter outside ASCII counts as two or more.

std::size_t levenshtein(std::string_view left, std::string_view right);
/// Without the restriction that no part is edited twice: "ca" to "abc" is 2 (Lowrance and Wagner
/// 1975).
std::size_t damerau_levenshtein(std::string_view left, std::string_view right);
/// Jaro (1989). Two blank texts are 0.
double jaro(std::string_view left, std::string_view right);
/// With Winkler's bonus of .1 for each of up to four first letters in common, above .7 only.
double jaro_winkler(std::string_view left, std::string_view right);
/// Letters in common by letters in either; 0 if either is blank.
double jaccard(std::string_view left, std::string_view right);
/// Places at which two texts differ; the length of the longer if they are not of one length.
std::size_t hamming(std::string_view left, std::string_view right);

}  // namespace splink::detail
