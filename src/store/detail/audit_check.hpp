#pragma once

#include <SQLiteCpp/Database.h>

#include "store/audit_trail.hpp"
#include "store/detail/audit_log.hpp"
#include "store/detail/installation.hpp"
#include "store/detail/label_table.hpp"

namespace store {

/// See Transaction::verify_audit.
AuditVerdict check_audit(SQLite::Database& database, LabelTable& labels, AuditLog& log,
                         const InstallationKey& key);

}  // namespace store
