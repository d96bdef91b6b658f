#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/detail/reports.hpp"
#include "search/query.hpp"

namespace search::detail {

/// A part of a query as text has it: any of these phrases, each of folded words.
struct TextPart {
  enum class Match { stem, exact, pattern };
  std::string asked;
  std::vector<std::vector<std::string>> phrases;
  Match match = Match::exact;
};

/// What a query asks of texts. Left out are parts that only names or places can meet and, beside
/// other words, the little ones (the, of, an initial).
std::vector<TextPart> text_parts_of(const Interpretation& query);

/// A passage that meets a part at the least.
struct PassageMatch {
  std::uint32_t passage;
  std::uint16_t met = 0;            ///< bit s: part s
  bool in_order = false;            ///< the parts stand one after the other, as in the query
  std::uint32_t span = UINT32_MAX;  ///< the fewest words that hold every part met
};

/// Ascending by passage.
std::vector<PassageMatch> match_passages(const Reports& reports,
                                         const std::vector<TextPart>& parts);

}  // namespace search::detail
