#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "store/detail/account_table.hpp"
#include "store/detail/audit_log.hpp"
#include "store/detail/batch_writer.hpp"
#include "store/detail/installation.hpp"
#include "store/detail/jotting_table.hpp"
#include "store/detail/label_table.hpp"
#include "store/detail/record_reader.hpp"
#include "store/detail/sqlite_connections.hpp"
#include "store/store.hpp"

namespace store {

class SqliteConsultationLog;

/// What the transactions on one database share.
struct Installation {
  InstallationKey key{};
  model::Tier ceiling = model::Tier::official_sensitive;
  Random random;
  /// Whose head the log of this database keeps; null for that log's own database.
  SqliteConsultationLog* consultations = nullptr;
};

class SqliteTransaction : public Transaction {
 public:
  SqliteTransaction(SqliteConnections& connections, const Installation& installation,
                    Access access);
  ~SqliteTransaction() override;
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;

  model::LabelId label_id(const model::Label& label) override;
  model::Label label(model::LabelId id) override;

  std::optional<model::Batch> find_batch(const access::Viewer& viewer, const std::string& source,
                                         const std::string& file_sha256,
                                         const model::Label& label) override;
  std::vector<model::Batch> batches(const access::Viewer& viewer) override;
  std::optional<model::Batch> batch(const access::Viewer& viewer, model::BatchId id) override;
  model::BatchId save(const model::Batch& batch, const model::AuditEntry& entry) override;
  void append(model::BatchId batch, std::span<const model::Record> records) override;
  void append(model::BatchId batch, std::span<const model::RejectedRow> rejected) override;
  void finish_batch(model::BatchId batch, std::int64_t records, std::int64_t rejected) override;
  void set_withdrawn(model::BatchId batch, bool withdrawn, const model::AuditEntry& entry) override;
  std::vector<model::RejectedRow> rejected_rows(const access::Viewer& viewer,
                                                model::BatchId batch) override;
  void for_each_record(const access::Viewer& viewer,
                       const std::function<void(const model::Record&)>& body) override;
  std::optional<model::Record> record(const access::Viewer& viewer, model::RecordId id) override;
  std::int64_t count_records(const access::Viewer& viewer) override;

  model::DecisionId save(const model::Decision& decision, const model::AuditEntry& entry) override;
  std::vector<model::Decision> decisions(const access::Viewer& viewer) override;

  model::CorrectionId save(const model::Correction& correction,
                           const model::AuditEntry& entry) override;
  std::vector<model::Correction> corrections(const access::Viewer& viewer) override;

  model::JottingId save(const model::Jotting& jotting, const model::AuditEntry& entry) override;
  std::vector<model::Jotting> jottings(const access::Viewer& viewer) override;

  void save_frozen(const std::string& name, const std::string& text,
                   const model::AuditEntry& entry) override;
  std::optional<std::string> frozen(const std::string& name) override;

  std::vector<model::Account> accounts() override;
  std::optional<model::Account> account(const std::string& user) override;
  std::string password_hash(const std::string& user) override;
  void save(const model::Account& account, const std::optional<std::string>& password_hash,
            const model::AuditEntry& entry) override;
  std::int64_t accounts_version() override;

  void log(const model::AuditEntry& entry) override;
  audit::TreeHead audit_head() override;
  std::vector<audit::Hash> audit_leaves() override;
  std::vector<NumberedEntry> audit_entries(const access::Viewer& viewer, std::uint64_t first,
                                           std::uint64_t count_max) override;
  void erase_audit_payload(std::uint64_t number, const model::AuditEntry& entry) override;
  AuditVerdict verify_audit() override;

  void commit() override;

 private:
  enum class State { open, committed, failed };

  /// Runs body, which reads or writes; after a failure nothing more is done but rolling back.
  template <class Body>
  auto run(Body&& body);
  /// The same for what only a writing transaction may do.
  template <class Body>
  auto write(Body&& body);
  std::string reference_text(const model::Batch& batch) const;

  SqliteConnections& connections_;
  const Installation& installation_;
  const Access access_;
  // In the order of acquisition: the right to write, then a connection.
  std::unique_lock<std::mutex> turn_to_write_;
  std::unique_ptr<SQLite::Database> database_;
  LabelTable labels_;
  RecordReader reader_;
  AccountTable accounts_;
  JottingTable jottings_;
  AuditLog log_;
  std::unique_ptr<BatchWriter> writer_;
  State state_ = State::open;
};

}  // namespace store
