#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/tree.hpp"
#include "model/audit_entry.hpp"

namespace store {

/// An entry with its place in the log. Numbers count from 0 without gaps, hidden entries too: they
/// are for those who hold the log against its leaves, and stand on no analyst's screen.
struct NumberedEntry {
  std::uint64_t number = 0;
  model::AuditEntry entry;
};

/// Something that is not as the log says.
struct AuditFinding {
  std::optional<std::uint64_t> entry;  ///< the entry that shows it, where one does
  std::string sentence;
};

/// What a check of the whole log, and of the data against the log, came to.
struct AuditVerdict {
  audit::TreeHead head;      ///< of the leaves as they are there
  std::uint64_t erased = 0;  ///< payloads that were lawfully erased
  /// Those of the log itself first, then those of the data; by entry, those without one last.
  std::vector<AuditFinding> findings;
  bool is_sound() const { return findings.empty(); }
};

}  // namespace store
