#pragma once

#include <string>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "model/label.hpp"

namespace model {

/// The six operations that section 62 of the Data Protection Act 2018 has logged, and those on the
/// system itself.
enum class Operation {
  collection,
  alteration,
  consultation,
  disclosure,
  combination,
  erasure,
  administration
};

/// Who did what to what, when and why. Written in the transaction of the act, or the act does not
/// happen.
struct AuditEntry {
  base::Seconds at = 0;
  std::string actor;
  Operation operation = Operation::consultation;
  std::string action;   ///< the verb in the users' words: "import", "undo import", "picture"
  std::string subject;  ///< what it was done to, by outside name
  std::string reason;
  std::string details;  ///< JSON: counts, hashes, which records were shown
  Label label;          ///< of the entry itself: the join of what it speaks of
};

}  // namespace model

template <>
struct base::EnumNames<model::Operation> {
  static constexpr std::array<std::string_view, 7> names = {
      "collection",  "alteration", "consultation",  "disclosure",
      "combination", "erasure",    "administration"};
};
