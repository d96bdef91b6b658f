#pragma once

#include <string>
#include <vector>

#include "search/detail/content.hpp"
#include "search/find.hpp"
#include "search/query.hpp"

namespace search::detail {

/// What meeting a part of a query in this way is worth. Pure: no count of anything enters it.
int points_of(How how);
/// In words: "nickname".
std::string_view in_words(How how);

/// A word or code of one index that a part of a query may stand for.
struct Meaning {
  Word word;
  How how;
};

/// One part of a query, as one index can meet it. Meanings are sorted by word, the best kept.
struct Slot {
  std::string asked;
  std::vector<Meaning> names, places, codes;
  std::vector<Word> name_phrase, place_phrase;  ///< of quoted words; empty if a word is unknown
  base::Date born_from, born_to;                ///< year 0: not asked
};

enum class Spelling { near, exact, begins };  ///< `begins`: the last part is still being typed

/// As many slots for every index as the query has parts that subjects can meet: a word of two
/// folded words is two, and what is asked of reports only is none.
std::vector<Slot> slots_of(const Content& content, const Interpretation& query, Spelling spelling);

/// How a recorded date of birth meets a slot; nothing if it does not.
std::optional<How> birth_met(const Slot& slot, base::Date recorded);

}  // namespace search::detail
