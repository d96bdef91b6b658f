#include "search/detail/match_passages.hpp"

#include <algorithm>
#include <bit>
#include <span>

#include "base/text.hpp"

namespace search::detail {

namespace {

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  for (auto word : base::words(folded)) words.emplace_back(word);
  return words;
}

// 07700 900123 may stand in a text as one word, with its blanks, or as dialled from abroad.
void add_spellings(const Term& term, TextPart& part) {
  for (const auto& code : term.codes) {
    if (term.kind == TermKind::identifier) part.phrases.push_back(words_of(fold_words(code.form)));
  }
  std::string tight;
  for (const auto& word : part.phrases.front()) tight += word;
  part.phrases.push_back({tight});
  std::sort(part.phrases.begin(), part.phrases.end());
  part.phrases.erase(std::unique(part.phrases.begin(), part.phrases.end()), part.phrases.end());
}

// Words that nearly every report has, and initials, say nothing beside another word.
bool says_little(std::string_view word) {
  constexpr std::string_view words[] = {"an", "and", "are", "at", "by",  "for", "from", "in",
                                        "is", "of",  "on",  "or", "the", "to",  "was",  "with"};
  return word.size() == 1 || std::find(std::begin(words), std::end(words), word) != std::end(words);
}

void leave_out_little_words(std::vector<TextPart>& parts) {
  const auto is_little = [](const TextPart& part) {
    return part.match == TextPart::Match::stem && says_little(part.phrases.front().front());
  };
  if (!std::all_of(parts.begin(), parts.end(), is_little)) std::erase_if(parts, is_little);
}

std::vector<TextPart> all_text_parts_of(const Interpretation& query) {
  std::vector<TextPart> parts;
  for (const auto& term : query.terms) {
    if (term.only == Place::name || term.only == Place::place || term.words.empty()) continue;
    TextPart part{term.written, {words_of(term.words)}, TextPart::Match::exact};
    if (term.kind == TermKind::identifier) add_spellings(term, part);
    if (term.kind == TermKind::pattern) part.match = TextPart::Match::pattern;
    if (term.kind == TermKind::word) {
      part.match = TextPart::Match::stem;
      for (const auto& word : words_of(term.words)) {
        if (parts.size() == terms_max) break;
        part.asked = word;
        part.phrases = {{word}};
        parts.push_back(part);
      }
      continue;
    }
    if (parts.size() < terms_max) parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

std::vector<TextPart> text_parts_of(const Interpretation& query) {
  auto parts = all_text_parts_of(query);
  leave_out_little_words(parts);
  return parts;
}

namespace {

std::vector<Word> alternatives(const Words& words, const std::string& word, TextPart::Match match) {
  if (match == TextPart::Match::pattern) return words.fitting(word);
  std::vector<Word> found;
  if (match == TextPart::Match::stem) found = words.with_key(stem_of(word));
  if (const auto exact = words.find(word)) found.push_back(*exact);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<Spot> spots_of_word(const Reports& reports, const std::string& word,
                                TextPart::Match match) {
  std::vector<Spot> spots;
  const auto found = alternatives(reports.words(), word, match);
  for (auto alternative : found) reports.append_spots(alternative, spots);
  if (found.size() > 1) std::sort(spots.begin(), spots.end());
  return spots;
}

/// Where each phrase of a part begins, ascending.
std::vector<Spot> spots_of(const Reports& reports, const TextPart& part) {
  std::vector<Spot> all;
  for (const auto& phrase : part.phrases) {
    std::vector<Spot> begins;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      auto spots = spots_of_word(reports, phrase[i], part.match);
      if (i == 0) {
        begins = std::move(spots);
        continue;
      }
      std::erase_if(begins, [&](const Spot& begin) {
        const Spot next{begin.passage, begin.position + static_cast<std::uint32_t>(i)};
        return !std::binary_search(spots.begin(), spots.end(), next);
      });
    }
    all.insert(all.end(), begins.begin(), begins.end());
  }
  if (part.phrases.size() > 1) std::sort(all.begin(), all.end());
  return all;
}

struct PartSpot {
  Spot spot;
  std::uint32_t part;
};

// The shortest stretch of one passage's spots that has every part that the passage has.
std::uint32_t shortest_span(std::span<const PartSpot> spots, std::size_t parts_met) {
  std::uint32_t counts[terms_max] = {};
  std::size_t inside = 0, first = 0;
  std::uint32_t best = UINT32_MAX;
  for (const auto& last : spots) {
    if (counts[last.part]++ == 0) ++inside;
    for (; inside == parts_met; ++first) {
      best = std::min(best, last.spot.position - spots[first].spot.position);
      if (--counts[spots[first].part] == 0) --inside;
    }
  }
  return best;
}

// Does each part begin right after the one before it? A part of several words never does.
bool stand_in_order(std::span<const PartSpot> spots, std::size_t parts) {
  std::uint32_t expected = 0, position = 0;
  for (const auto& [spot, part] : spots) {
    if (expected > 0 && part == expected && spot.position == position + 1) {
      ++expected;
    } else if (part == 0) {
      expected = 1;
    } else {
      continue;
    }
    position = spot.position;
    if (expected == parts) return true;
  }
  return false;
}

PassageMatch match_one(std::span<const PartSpot> spots, std::size_t parts) {
  PassageMatch match{spots.front().spot.passage};
  for (const auto& spot : spots) {
    match.met = static_cast<std::uint16_t>(match.met | 1U << spot.part);
  }
  match.span = shortest_span(spots, static_cast<std::size_t>(std::popcount(match.met)));
  match.in_order = parts > 1 && stand_in_order(spots, parts);
  return match;
}

}  // namespace

std::vector<PassageMatch> match_passages(const Reports& reports,
                                         const std::vector<TextPart>& parts) {
  std::vector<PartSpot> spots;
  for (std::uint32_t p = 0; p < parts.size(); ++p) {
    const auto middle = static_cast<std::ptrdiff_t>(spots.size());
    for (const auto& spot : spots_of(reports, parts[p])) spots.push_back({spot, p});
    std::inplace_merge(spots.begin(), spots.begin() + middle, spots.end(),
                       [](const PartSpot& a, const PartSpot& b) { return a.spot < b.spot; });
  }
  std::vector<PassageMatch> matches;
  for (std::size_t begin = 0; begin < spots.size();) {
    auto end = begin;
    while (end < spots.size() && spots[end].spot.passage == spots[begin].spot.passage) ++end;
    matches.push_back(match_one(std::span(spots).subspan(begin, end - begin), parts.size()));
    begin = end;
  }
  return matches;
}

}  // namespace search::detail
