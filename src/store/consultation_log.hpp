#pragma once

#include <cstdint>
#include <vector>

#include "access/viewer.hpp"
#include "audit/tree.hpp"
#include "model/audit_entry.hpp"
#include "store/audit_trail.hpp"

namespace store {

/// The log of acts that change nothing in the store: consultation, disclosure, signing in. It is a
/// log of its own beside that of the acts that do, so that nobody who reads waits for somebody who
/// writes, an import least of all. The log of acts keeps its head (see Transaction::commit), and
/// Transaction::verify_audit checks both. Any thread may call anything.
class ConsultationLog {
 public:
  virtual ~ConsultationLog() = default;

  /// Returns when the entry is kept; what waits meanwhile is kept together with one commit. Throws
  /// Fault::invalid for a label that the installation may not hold, else Fault::unavailable: then
  /// it is not kept, and what it speaks of must not be shown.
  virtual void log(const model::AuditEntry& entry) = 0;

  // As the functions of Transaction of these names.
  virtual audit::TreeHead head() = 0;
  virtual std::vector<audit::Hash> leaves() = 0;
  virtual std::vector<NumberedEntry> entries(const access::Viewer& viewer, std::uint64_t first = 0,
                                             std::uint64_t count_max = UINT64_MAX) = 0;
};

}  // namespace store
