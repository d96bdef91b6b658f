#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/tree.hpp"
#include "base/enum_names.hpp"
#include "model/audit_entry.hpp"

namespace store {

/// The two logs: of acts that change the store, and of those that change nothing in it.
enum class Ledger { acts, consultations };

/// An entry with its place in its log. Numbers count from 0 without gaps, hidden entries too: they
/// are for those who hold the log against its leaves, and stand on no analyst's screen.
struct NumberedEntry {
  std::uint64_t number = 0;
  model::AuditEntry entry;
};

/// Something that is not as the log says.
struct AuditFinding {
  Ledger ledger = Ledger::acts;
  std::optional<std::uint64_t> entry;  ///< the entry that shows it, where one does
  std::string sentence;
};

/// What a check of the whole log, and of the data against the log, came to.
struct AuditVerdict {
  // Of the leaves as they are there.
  audit::TreeHead head, consultations_head;
  std::uint64_t erased = 0;  ///< payloads that were lawfully erased
  /// Those of the log of acts first, then those of the data, then those of the log of
  /// consultations; by entry, those without one last.
  std::vector<AuditFinding> findings;
  bool is_sound() const { return findings.empty(); }
};

}  // namespace store

template <>
struct base::EnumNames<store::Ledger> {
  static constexpr std::array<std::string_view, 2> names = {"acts", "consultations"};
};
