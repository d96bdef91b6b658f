#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "audit/payload.hpp"
#include "audit/tree.hpp"
#include "base/date.hpp"
#include "model/record.hpp"
#include "store/audit_trail.hpp"
#include "store/detail/label_table.hpp"
#include "store/sqlite_store.hpp"

namespace store {

/// The append-only log inside the database, as one transaction sees it.
class AuditLog {
 public:
  AuditLog(SQLite::Database& database, LabelTable& labels, const Random& random)
      : database_(database), labels_(labels), random_(random) {}

  void append(const audit::Payload& payload);
  /// Whether anything was appended since this transaction began.
  bool has_grown() const { return has_grown_; }
  /// Adds an entry with the head of the log of consultations, unless the last such has it; belongs
  /// to the end of a transaction that appended.
  void note(const audit::TreeHead& consultations);
  /// Writes the head into the database; belongs to the end of a transaction that appended.
  void save_head();

  audit::TreeHead head();
  std::vector<audit::Hash> leaves();
  std::vector<NumberedEntry> entries(const access::Viewer& viewer, std::uint64_t first,
                                     std::uint64_t count_max);
  /// See Transaction::erase_audit_payload.
  void erase(std::uint64_t number);

 private:
  audit::Frontier& frontier();

  SQLite::Database& database_;
  LabelTable& labels_;
  const Random& random_;
  std::optional<audit::Frontier> frontier_;
  bool has_grown_ = false;
  base::Seconds last_at_ = 0;
};

/// 32 bytes as the database holds them; all zero if they are not 32.
audit::Hash hash_of(const SQLite::Column& column);

}  // namespace store
