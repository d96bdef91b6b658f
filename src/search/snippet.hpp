#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.hpp"

namespace search {

/// A piece of a text, as it is; `met` if a word of the query brought it up.
struct SnippetPiece {
  std::string text;
  bool met = false;
};

/// The stretch of a text that has most parts of the query, the first of several: whole words, about
/// `bytes_max` of them, with "…" where something is left out. The beginning, if nothing is met.
/// Looks at nothing but the text it is given.
std::vector<SnippetPiece> cut_snippet(std::string_view text, const Interpretation& query,
                                      std::size_t bytes_max = 240);

}  // namespace search
