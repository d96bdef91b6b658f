#pragma once

#include <condition_variable>
#include <exception>
#include <filesystem>
#include <mutex>
#include <span>
#include <vector>

#include "store/consultation_log.hpp"
#include "store/detail/audit_check.hpp"
#include "store/detail/sqlite_connections.hpp"
#include "store/detail/sqlite_transaction.hpp"

namespace store {

/// A database of its own, with the schema of the store's, of which only the log is used: so one
/// migration, one writer and one verifier serve both.
///
/// Group commit without a thread of its own: of those who wait, one writes for all that came until
/// then, and the others sleep until theirs is kept. Nothing is left to stop or to flush.
class SqliteConsultationLog : public ConsultationLog {
 public:
  /// Of a database that was migrated.
  SqliteConsultationLog(std::filesystem::path file, int wait_for_writer_ms,
                        Installation installation);

  void log(const model::AuditEntry& entry) override;
  audit::TreeHead head() override;
  std::vector<audit::Hash> leaves() override;
  std::vector<NumberedEntry> entries(const access::Viewer& viewer, std::uint64_t first,
                                     std::uint64_t count_max) override;

  /// Checks it as Transaction::verify_audit does, and that it once had each of these heads.
  AuditVerdict verify(std::span<const ConsultationHead> heads);

 private:
  struct Waiting {
    const model::AuditEntry& entry;
    bool is_done = false;
    std::exception_ptr failure = nullptr;
  };

  void write_all(std::unique_lock<std::mutex>& lock);
  void keep(std::span<Waiting* const> group);
  SqliteTransaction reading() { return {connections_, installation_, Access::read_only}; }

  SqliteConnections connections_;
  const Installation installation_;
  std::mutex mutex_;
  std::condition_variable has_written_;
  bool is_writing_ = false;
  std::vector<Waiting*> waiting_;
};

}  // namespace store
