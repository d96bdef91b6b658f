#include "store/detail/sqlite_consultation_log.hpp"

#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace store {

namespace {

// Each waits on a thread of its own, so there are never as many unless something is very wrong.
constexpr std::size_t waiting_max = 1024;

}  // namespace

SqliteConsultationLog::SqliteConsultationLog(std::filesystem::path file, int wait_for_writer_ms,
                                             Installation installation)
    : connections_(std::move(file), wait_for_writer_ms), installation_(std::move(installation)) {}

void SqliteConsultationLog::log(const model::AuditEntry& entry) {
  // Before it waits with others, whose entries would be lost with it.
  if (const auto problem = model::problem_with(entry.label, installation_.ceiling)) {
    throw base::Error(base::Fault::invalid, *problem);
  }
  Waiting mine{entry};
  std::unique_lock lock(mutex_);
  if (waiting_.size() >= waiting_max) {
    throw base::Error(base::Fault::unavailable,
                      "too many are waiting for the log of consultations; try again");
  }
  waiting_.push_back(&mine);
  while (!mine.is_done) {
    if (is_writing_) {
      has_written_.wait(lock);
    } else {
      write_all(lock);
    }
  }
  if (mine.failure) std::rethrow_exception(mine.failure);
}

void SqliteConsultationLog::write_all(std::unique_lock<std::mutex>& lock) {
  is_writing_ = true;
  const auto group = std::exchange(waiting_, {});
  lock.unlock();
  std::exception_ptr failure;
  try {
    keep(group);
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  is_writing_ = false;
  for (auto* each : group) {
    each->failure = failure;
    each->is_done = true;
  }
  has_written_.notify_all();
}

void SqliteConsultationLog::keep(std::span<Waiting* const> group) {
  SqliteTransaction transaction(connections_, installation_, Access::read_write);
  for (const auto* each : group) transaction.log(each->entry);
  transaction.commit();
}

audit::TreeHead SqliteConsultationLog::head() { return reading().audit_head(); }

std::vector<audit::Hash> SqliteConsultationLog::leaves() { return reading().audit_leaves(); }

std::vector<NumberedEntry> SqliteConsultationLog::entries(const access::Viewer& viewer,
                                                          std::uint64_t first,
                                                          std::uint64_t count_max) {
  return reading().audit_entries(viewer, first, count_max);
}

AuditVerdict SqliteConsultationLog::verify(std::span<const ConsultationHead> heads) {
  auto transaction = reading();
  auto verdict = transaction.verify_audit();
  const auto leaves = transaction.audit_leaves();
  audit::Frontier frontier;
  for (const auto& [entry, kept] : heads) {
    while (frontier.size() < kept.size && frontier.size() < leaves.size()) {
      frontier.append(leaves[frontier.size()]);
    }
    if (frontier.head() == kept) continue;
    verdict.findings.push_back(
        {.sentence = "the log of acts says in entry " + std::to_string(entry) +
                     " that there were " + base::with_thousands(static_cast<long long>(kept.size)) +
                     " entries: they are altered or gone"});
    break;
  }
  return verdict;
}

}  // namespace store
