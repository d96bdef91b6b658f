#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "search/index.hpp"
#include "search/query.hpp"

namespace search {

/// What one reader searches: a base that many share and, over it, what they alone may see. The
/// answer equals that of one index built of the same visible subjects and passages: scores look at
/// nothing but the query and the subject itself. Refers to its parts.
struct Layers {
  const Index* base = nullptr;
  const Index* overlay = nullptr;
  /// By id and by record, those of the base that this reader must not be shown, because the
  /// overlay has them otherwise or not at all. What is beyond its end is shown.
  const std::vector<bool>* hidden_subjects = nullptr;
  const std::vector<bool>* hidden_records = nullptr;
};
enum class Layer { base, overlay };

/// How a part of a query was met, the best first within names, places and the rest.
enum class How {
  exact_number,
  number_like,
  exact_phrase,
  born,
  born_partly,
  born_swapped,
  exact,
  joined,
  like,
  nickname,
  one_letter,
  sounds_like,
  two_letters,
  begins,
  initial,
  swapped,  ///< the names of the query stand the other way round
  place,
  place_one_letter,
  place_begins,
};

/// Why something was found.
struct Reason {
  How how;
  std::string asked, matched;
  std::string sentence;  ///< "nickname: William for Bill"
};

struct Hit {
  Layer layer;
  std::uint32_t id;
  std::string key;
  model::Noun noun;
  bool is_protected;
  std::uint32_t records;
  int score;
  std::vector<Reason> reasons;
  std::vector<std::string> unmet;  ///< parts of the query that it has nothing of
};

struct PassageHit {
  Layer layer;
  std::uint32_t record;
  std::string key;
  std::optional<base::Seconds> when;
  std::vector<std::string> unmet;
};

/// Empty lists let everything through. A time window lets through what it overlaps, and nothing
/// that has no time.
struct Filter {
  std::vector<model::Noun> nouns;  ///< of subjects only
  std::vector<std::string> forces;
  std::optional<base::Seconds> from, until;
};

struct Query {
  std::string text;
  base::Date as_at;
  Filter filter;
  std::size_t position = 0, limit = 20;  ///< no further than hits_max
};
constexpr std::size_t hits_max = 1000;

/// How many there are of each, each counted without its own filter; in order of name.
struct Facets {
  std::vector<std::pair<model::Noun, std::size_t>> nouns;
  std::vector<std::pair<std::string, std::size_t>> forces;
};

struct Result {
  Interpretation interpretation;
  std::size_t total = 0;  ///< of subjects
  std::vector<Hit> hits;
  Facets facets;
  std::size_t passage_total = 0;
  std::vector<PassageHit> passages;
  Facets passage_facets;           ///< forces only
  std::vector<std::string> notes;  ///< "more than 1,000 found: narrow …"
};

/// Subjects and passages that meet the query, best first: by how well its parts are met, then by
/// number of records (passages: latest first), then by key. Whoever meets every part is found;
/// with three parts or more, also who misses one; and if nobody meets all, those who meet most.
Result find(const Layers& layers, const Query& query);

/// While typing: subjects with a word or number that begins with the last part, and exactly meet
/// the parts before it. Best first, as in find.
std::vector<Hit> suggest(const Layers& layers, const std::string& typed, std::size_t limit);

/// A line of a list of names or numbers, with the first few hits; none: nothing was found.
struct ListLine {
  std::string text;
  Interpretation interpretation;
  std::size_t total = 0;
  std::vector<Hit> hits;
};
constexpr std::size_t list_lines_max = 1000;

/// Subjects for each line of a list, blank lines left out and no more than list_lines_max read.
/// Slices of it go to the threads.
std::vector<ListLine> find_list(const Layers& layers, const std::vector<std::string>& lines,
                                base::Date as_at, std::size_t limit, base::Threads threads);

}  // namespace search

template <>
struct base::EnumNames<search::How> {
  static constexpr std::array<std::string_view, 19> names = {
      "exact_number", "number_like", "exact_phrase",     "born",        "born_partly",
      "born_swapped", "exact",       "joined",           "like",        "nickname",
      "one_letter",   "sounds_like", "two_letters",      "begins",      "initial",
      "swapped",      "place",       "place_one_letter", "place_begins"};
};

template <>
struct base::EnumNames<search::Layer> {
  static constexpr std::array<std::string_view, 2> names = {"base", "overlay"};
};
