#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "model/decision.hpp"
#include "model/label.hpp"
#include "model/vocabulary.hpp"

namespace model {

using CorrectionId = base::Id<struct CorrectionKind>;

/// What counts in place of a value: another, or none, or again what the record says.
enum class Remedy { replace, ignore, restore };

/// One value that a record gives of a mention, told from others of that attribute by its text as it
/// was read.
struct ReadValue {
  MentionReference mention;
  Attribute attribute = Attribute::reference;
  std::string was;
  auto operator<=>(const ReadValue&) const = default;
};

/// What a named person decided that a record should have said. The record stays as it is. Undone by
/// another correction of the same value, which restores it: the latest counts.
struct Correction {
  CorrectionId id;
  ReadValue value;
  Remedy remedy = Remedy::restore;
  std::string becomes;  ///< of a replacement; else empty
  std::string decided_by, reason;
  base::Seconds decided = 0;
  Label label;  ///< the join of the record's and of all else that it rests on
};

/// Those that count, of all in the order in which they were decided: the latest of each value, if
/// it does not restore it. In order of value.
std::vector<Correction> standing(const std::vector<Correction>& corrections);

}  // namespace model

template <>
struct base::EnumNames<model::Remedy> {
  static constexpr std::array<std::string_view, 3> names = {"replace", "ignore", "restore"};
};
