#pragma once

#include <string>
#include <string_view>

namespace search::detail {

/// As base::fold, with Cyrillic spelled as British clerks spell it (Kuznetsov, not Kuznecov). What
/// stands between two blanks is folded for itself, so a word is the same in any text.
std::string fold_words(std::string_view text);

/// Insertions, deletions, substitutions and swaps of neighbours (Damerau 1964, restricted), counted
/// up to `limit` (2 at most); limit + 1 for more.
int edits(std::string_view left, std::string_view right, int limit);

/// What is left of a folded word when only what an English ear keeps is written: consonants in
/// groups that are mistaken for each other, and whether it begins with a vowel. Vowels say nothing,
/// so that names out of scripts that do not write them still meet. "" for what begins with a digit.
std::string sound_of(std::string_view word);

/// The stem of a folded English word: the algorithm of Porter (1980).
std::string stem_of(std::string_view word);

}  // namespace search::detail
