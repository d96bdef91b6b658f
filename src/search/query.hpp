#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "search/subject.hpp"

namespace search {

/// What one part of a query asks for.
enum class TermKind {
  word,        ///< of a name, a place or a report; near spellings count for names and places
  phrase,      ///< in quotes: these words, in this order, spelled so
  pattern,     ///< with * or ?, or the end of a number
  identifier,  ///< a number or code, exactly
  born,        ///< a date of birth, or from one date to another
};

/// Where a part of a query is looked for, if its writer says so ("name:", "place:", "text:").
enum class Place { anywhere, name, place, text };

/// A part of a query as it was understood.
struct Term {
  /// An identifier that the part may be; any of them will do.
  struct Code {
    IdentifierKind kind;
    std::string form;  ///< as detail::form_of makes it; a pattern if the term is one
  };
  TermKind kind = TermKind::word;
  Place only = Place::anywhere;
  std::string written;            ///< as typed
  std::string words;              ///< folded; what names, places and reports are searched for
  std::vector<Code> codes;        ///< of identifiers and patterns
  base::Date born_from, born_to;  ///< both included; equal for one date, which may be partial
};

/// A query as it was understood, to be shown beside its answer.
struct Interpretation {
  std::vector<Term> terms;
  std::string sentence;            ///< 'words "john smith"; phone +447700900123; born 1990'
  std::vector<std::string> hints;  ///< what was left out and why, and how to ask for it
};

/// What is read of a query: the rest is left out, and a hint says so.
constexpr std::size_t query_bytes_max = 400;
constexpr std::size_t terms_max = 12;

/// Takes apart what was typed into the one box. Any bytes will do. An age ("aged 34") is of
/// `as_at`. It looks at nothing but the text, so it can tell nothing of what an index holds.
Interpretation understand(std::string_view text, base::Date as_at);

}  // namespace search

template <>
struct base::EnumNames<search::TermKind> {
  static constexpr std::array<std::string_view, 5> names = {"word", "phrase", "pattern",
                                                            "identifier", "born"};
};

template <>
struct base::EnumNames<search::Place> {
  static constexpr std::array<std::string_view, 4> names = {"anywhere", "name", "place", "text"};
};
