#pragma once

#include <span>
#include <string>
#include <string_view>

namespace layout {

/// The word fewest edits (Levenshtein 1966) from `word`, the first of equals; empty if none is
/// near: not even half of it would stay.
std::string nearest_word(std::string_view word, std::span<const std::string> words);

/// "; did you mean X?", or the words to choose from if none is near.
std::string suggestion(std::string_view word, std::span<const std::string> words);

}  // namespace layout
