#pragma once

#include <cstdint>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "store/audit_trail.hpp"
#include "store/detail/audit_log.hpp"
#include "store/detail/installation.hpp"
#include "store/detail/label_table.hpp"

namespace store {

/// What this log says of the other: how long it was at that entry, and its root.
struct ConsultationHead {
  std::uint64_t entry = 0;
  audit::TreeHead head;
};

struct AuditCheck {
  AuditVerdict verdict;
  std::vector<ConsultationHead> consultation_heads;  ///< in the order of entries
};

/// Of one database and its log; see Transaction::verify_audit.
AuditCheck check_audit(SQLite::Database& database, LabelTable& labels, AuditLog& log,
                       const InstallationKey& key);

}  // namespace store
