#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "audit/payload.hpp"
#include "model/audit_entry.hpp"
#include "model/record.hpp"
#include "store/detail/content_digest.hpp"
#include "store/detail/label_table.hpp"

namespace store {

/// The batches that one transaction saves, from their beginning to their audit entry.
class BatchWriter {
 public:
  BatchWriter(SQLite::Database& database, LabelTable& labels)
      : database_(database), labels_(labels) {}

  model::BatchId begin(const model::Batch& batch, const model::AuditEntry& entry);
  void append(model::BatchId batch, std::span<const model::Record> records);
  void append(model::BatchId batch, std::span<const model::RejectedRow> rejected);
  /// What is to be logged of it. `name` is the batch's reference.
  audit::Payload finish(model::BatchId batch, std::int64_t records, std::int64_t rejected,
                        const std::string& name);
  const model::Batch& open_batch(model::BatchId batch) { return open(batch).batch; }
  bool has_unfinished() const { return !open_.empty(); }

 private:
  struct LabelUse {
    std::string key;
    std::int64_t records = 0;
  };
  struct Open {
    model::Batch batch;
    model::AuditEntry entry;
    BatchDigest digest;
    std::map<std::int64_t, LabelUse> labels;  // that its records carry
    std::int64_t records = 0, rejected = 0, last_row = 0, first_record = 0, last_record = -1;
  };
  Open& open(model::BatchId batch);
  /// Its id: one more than the greatest there is, so a batch's records lie together.
  std::int64_t insert(const model::Record& record, std::int64_t batch);
  void save_counts(std::int64_t batch, const Open& open);

  SQLite::Database& database_;
  LabelTable& labels_;
  std::map<std::int64_t, Open> open_;
  std::optional<SQLite::Statement> insert_record_;
};

}  // namespace store
