#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "model/vocabulary.hpp"

namespace search {

/// What kind of number or code finds something exactly.
enum class IdentifierKind {
  phone,
  vehicle,
  account,
  document,
  email,
  handle,
  reference,  ///< a source system's own number: of a nominal, a crime, a custody record
  postcode,
};

/// One name as records write it. Where given and family are not known, only `written` is set.
struct Name {
  std::string written, given, family;
};

struct Identifier {
  IdentifierKind kind = IdentifierKind::reference;
  std::string canonical;  ///< as resolve/identifier.hpp makes it
  std::string written;    ///< as a record has it; may be empty
};

/// One person, object, place or event that a reader may see, with all that finds it.
struct Subject {
  std::uint32_t id = 0;  ///< the caller's; below the caller's count of subjects
  std::string key;       ///< its name outside, unique: the last tie is broken by it
  model::Noun noun = model::Noun::person;
  std::vector<Name> names;
  std::vector<base::Date> births;
  std::vector<Identifier> identifiers;  ///< postcodes too
  std::vector<std::string> places;      ///< address lines and towns, a text each
  std::vector<std::string> forces;
  std::uint32_t records = 0;
  std::optional<base::Seconds> first, last;  ///< when its records happened
  bool is_protected = false;                 ///< handed through to hits; no rank looks at it
};

/// The free text of one record. The index keeps no view of it: cut snippets with cut_snippet.
struct Passage {
  std::uint32_t record = 0;  ///< the caller's; below the caller's count of records
  std::string key;           ///< its reference outside, unique
  std::string_view title, text;
  std::string_view force;
  std::optional<base::Seconds> when;
};

}  // namespace search

template <>
struct base::EnumNames<search::IdentifierKind> {
  static constexpr std::array<std::string_view, 8> names = {
      "phone", "vehicle", "account", "document", "email", "handle", "reference", "postcode"};
};
