#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "model/audit_entry.hpp"
#include "model/decision.hpp"
#include "model/record.hpp"

namespace store {

/// All reads and writes of one unit of work. Rolls back unless committed; nothing can be saved
/// without an audit entry, and the entry is in the same transaction. Belongs to one thread;
/// outlived by its Store.
class Transaction {
 public:
  virtual ~Transaction() = default;

  // Labels
  virtual model::LabelId label_id(
      const model::Label& label) = 0;  ///< known, or new in a writing transaction
  virtual model::Label label(model::LabelId id) = 0;

  // Batches and their records
  /// The batch of that source with those bytes under that label, if this viewer may see it;
  /// withdrawn ones too.
  virtual std::optional<model::Batch> find_batch(const access::Viewer& viewer,
                                                 const std::string& source,
                                                 const std::string& file_sha256,
                                                 const model::Label& label) = 0;
  /// All that the viewer may see, in the order of import.
  virtual std::vector<model::Batch> batches(const access::Viewer& viewer) = 0;
  /// Saves a batch as its import begins; its counts are set by finish_batch.
  virtual model::BatchId save(const model::Batch& batch, const model::AuditEntry& entry) = 0;
  /// The rows of a batch saved in this same transaction, whose audit entry covers them.
  virtual void append(model::BatchId batch, std::span<const model::Record> records) = 0;
  virtual void append(model::BatchId batch, std::span<const model::RejectedRow> rejected) = 0;
  virtual void finish_batch(model::BatchId batch, std::int64_t records, std::int64_t rejected) = 0;
  /// An import undone, or done again: its records are read by nobody, or again by those who may.
  virtual void set_withdrawn(model::BatchId batch, bool withdrawn,
                             const model::AuditEntry& entry) = 0;
  virtual std::vector<model::RejectedRow> rejected_rows(const access::Viewer& viewer,
                                                        model::BatchId batch) = 0;

  /// Every record of batches not withdrawn that the viewer may see, by batch and row. What it is
  /// read for is logged by the caller with `log`, in this transaction, before anything of it is
  /// shown.
  virtual void for_each_record(const access::Viewer& viewer,
                               const std::function<void(const model::Record&)>& body) = 0;
  /// One record, if the viewer may see it.
  virtual std::optional<model::Record> record(const access::Viewer& viewer, model::RecordId id) = 0;
  virtual std::int64_t count_records(const access::Viewer& viewer) = 0;

  // Decisions
  virtual model::DecisionId save(const model::Decision& decision,
                                 const model::AuditEntry& entry) = 0;
  /// All that the viewer may see, oldest first.
  virtual std::vector<model::Decision> decisions(const access::Viewer& viewer) = 0;

  // Frozen inputs of pictures: the resolution model, by name ("resolve"). The latest counts.
  virtual void save_frozen(const std::string& name, const std::string& text,
                           const model::AuditEntry& entry) = 0;
  virtual std::optional<std::string> frozen(const std::string& name) = 0;

  // Audit
  /// For acts that save nothing else: consultation, disclosure.
  virtual void log(const model::AuditEntry& entry) = 0;

  virtual void commit() = 0;
};

enum class Access { read_write, read_only };

/// A place where records are kept. Any thread may begin a transaction; one writes at a time and
/// others wait for it.
class Store {
 public:
  virtual ~Store() = default;
  virtual std::unique_ptr<Transaction> begin(Access access) = 0;
  /// The secret of this installation, from which outside references are derived.
  virtual std::span<const std::uint8_t> installation_key() const = 0;
  /// The highest tier that this installation may hold.
  virtual model::Tier ceiling() const = 0;
};

}  // namespace store
