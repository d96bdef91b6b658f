#include "store/detail/sqlite_transaction.hpp"

#include <SQLiteCpp/Statement.h>

#include "base/error.hpp"
#include "store/detail/audit_check.hpp"
#include "store/detail/rows.hpp"
#include "store/detail/sqlite_consultation_log.hpp"
#include "store/detail/sqlite_errors.hpp"
#include "store/reference.hpp"

namespace store {

namespace {

std::string select(const char* columns, const char* table) {
  return std::string("SELECT ") + columns + " FROM " + table + " WHERE ";
}

model::AuditEntry labelled(model::AuditEntry entry, const model::Label& label) {
  entry.label = model::join(entry.label, label);
  return entry;
}

}  // namespace

SqliteTransaction::SqliteTransaction(SqliteConnections& connections,
                                     const Installation& installation, Access access)
    : connections_(connections),
      installation_(installation),
      access_(access),
      turn_to_write_(access == Access::read_write ? connections.wait_for_turn_to_write()
                                                  : std::unique_lock<std::mutex>()),
      database_(in_words([&] { return connections.take(); })),
      labels_(*database_, installation.ceiling),
      reader_(*database_, labels_),
      accounts_(*database_),
      jottings_(*database_, labels_),
      log_(*database_, labels_, installation.random),
      writer_(std::make_unique<BatchWriter>(*database_, labels_)) {
  in_words([&] {
    database_->exec(access_ == Access::read_write ? "BEGIN IMMEDIATE" : "BEGIN");
    // A snapshot is taken by the first read, not by BEGIN.
    if (access_ == Access::read_only) database_->execAndGet("SELECT count(*) FROM meta");
  });
}

SqliteTransaction::~SqliteTransaction() {
  writer_.reset();
  if (state_ != State::committed) database_->tryExec("ROLLBACK");
  // A connection that failed is closed: it may hold what the disk does not.
  if (state_ != State::failed) connections_.give_back(std::move(database_));
}

template <class Body>
auto SqliteTransaction::run(Body&& body) {
  base::expect(state_ != State::committed, "no use of a transaction after its commit");
  if (state_ == State::failed) {
    throw base::Error(base::Fault::unavailable, "this unit of work has failed and is undone");
  }
  try {
    return body();
  } catch (const SQLite::Exception& error) {
    state_ = State::failed;
    if (is_disk_failure(error)) connections_.stop_writing();
    throw_in_words(error);
  }
}

template <class Body>
auto SqliteTransaction::write(Body&& body) {
  base::expect(access_ == Access::read_write, "a writing transaction");
  try {
    return run(std::forward<Body>(body));
  } catch (...) {
    // Half of an act may be there, without its entry.
    state_ = State::failed;
    throw;
  }
}

std::string SqliteTransaction::reference_text(const model::Batch& batch) const {
  return model::to_string(reference_of(installation_.key, batch));
}

model::LabelId SqliteTransaction::label_id(const model::Label& label) {
  return run([&] { return labels_.id_of(label, access_ == Access::read_write); });
}

model::Label SqliteTransaction::label(model::LabelId id) {
  return run([&] { return labels_.label(id); });
}

// Batches

std::vector<model::Batch> SqliteTransaction::batches(const access::Viewer& viewer) {
  return run([&] { return reader_.batches(viewer); });
}

std::optional<model::Batch> SqliteTransaction::batch(const access::Viewer& viewer,
                                                     model::BatchId id) {
  return run([&] { return reader_.batch(viewer, id); });
}

std::optional<model::Batch> SqliteTransaction::find_batch(const access::Viewer& viewer,
                                                          const std::string& source,
                                                          const std::string& file_sha256,
                                                          const model::Label& label) {
  return run([&] { return reader_.find_batch(viewer, source, file_sha256, label); });
}

model::BatchId SqliteTransaction::save(const model::Batch& batch, const model::AuditEntry& entry) {
  return write([&] { return writer_->begin(batch, entry); });
}

void SqliteTransaction::append(model::BatchId batch, std::span<const model::Record> records) {
  write([&] { writer_->append(batch, records); });
}

void SqliteTransaction::append(model::BatchId batch, std::span<const model::RejectedRow> rejected) {
  write([&] { writer_->append(batch, rejected); });
}

void SqliteTransaction::finish_batch(model::BatchId batch, std::int64_t records,
                                     std::int64_t rejected) {
  write([&] {
    const auto name = reference_text(writer_->open_batch(batch));
    log_.append(writer_->finish(batch, records, rejected, name));
  });
}

void SqliteTransaction::set_withdrawn(model::BatchId batch, bool withdrawn,
                                      const model::AuditEntry& entry) {
  write([&] {
    SQLite::Statement row(*database_, select(batch_columns, "batch") + "id = ?");
    row.bind(1, batch.value);
    if (!row.executeStep()) throw base::Error(base::Fault::missing, "there is no such import");
    const auto known = batch_of(row, labels_);
    SQLite::Statement update(*database_, "UPDATE batch SET withdrawn = ? WHERE id = ?");
    update.bind(1, static_cast<int>(withdrawn));
    update.bind(2, batch.value);
    update.exec();
    const auto kept = withdrawn ? audit::Kept::withdrawn : audit::Kept::restored;
    log_.append({.entry = labelled(entry, known.label),
                 .fact = audit::Fact{.kept = kept, .name = reference_text(known)}});
  });
}

// Records

std::vector<model::RejectedRow> SqliteTransaction::rejected_rows(const access::Viewer& viewer,
                                                                 model::BatchId batch) {
  return run([&] { return reader_.rejected_rows(viewer, batch); });
}

void SqliteTransaction::for_each_record(const access::Viewer& viewer,
                                        const std::function<void(const model::Record&)>& body) {
  run([&] { reader_.for_each_record(viewer, body); });
}

std::optional<model::Record> SqliteTransaction::record(const access::Viewer& viewer,
                                                       model::RecordId id) {
  return run([&] { return reader_.record(viewer, id); });
}

std::int64_t SqliteTransaction::count_records(const access::Viewer& viewer) {
  return run([&] { return reader_.count_records(viewer); });
}

// Decisions, corrections, notes, views and frozen inputs

model::DecisionId SqliteTransaction::save(const model::Decision& decision,
                                          const model::AuditEntry& entry) {
  return write([&] {
    SQLite::Statement insert(*database_,
                             "INSERT INTO decision (left_record, left_slot, right_record, "
                             "right_slot, verdict, decided_by, reason, decided, label) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    int index = 0;
    for (const auto* mention : {&decision.left, &decision.right}) {
      const auto& bytes = mention->record.bytes;
      insert.bind(++index, bytes.data(), static_cast<int>(bytes.size()));
      insert.bind(++index, mention->slot);
    }
    insert.bind(++index, std::string(base::name_of(decision.verdict)));
    insert.bind(++index, decision.decided_by);
    insert.bind(++index, decision.reason);
    insert.bind(++index, decision.decided);
    insert.bind(++index, labels_.id_of(decision.label, true).value);
    insert.exec();
    const model::DecisionId id{database_->getLastInsertRowid()};
    log_.append(
        {.entry = labelled(entry, decision.label),
         .fact = audit::Fact{.kept = audit::Kept::decision, .digest = digest_of(decision)}});
    return id;
  });
}

std::vector<model::Decision> SqliteTransaction::decisions(const access::Viewer& viewer) {
  return run([&] {
    SQLite::Statement rows(*database_, select(decision_columns, "decision") + "label IN " +
                                           labels_.visible(viewer) + " ORDER BY id");
    std::vector<model::Decision> decisions;
    while (rows.executeStep()) decisions.push_back(decision_of(rows, labels_));
    return decisions;
  });
}

model::CorrectionId SqliteTransaction::save(const model::Correction& correction,
                                            const model::AuditEntry& entry) {
  return write([&] {
    SQLite::Statement insert(*database_,
                             "INSERT INTO correction (record, slot, attribute, was, remedy, "
                             "becomes, decided_by, reason, decided, label) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto& [mention, attribute, was] = correction.value;
    int index = 0;
    const auto& bytes = mention.record.bytes;
    insert.bind(++index, bytes.data(), static_cast<int>(bytes.size()));
    insert.bind(++index, mention.slot);
    insert.bind(++index, std::string(base::name_of(attribute)));
    insert.bind(++index, was);
    insert.bind(++index, std::string(base::name_of(correction.remedy)));
    for (const auto* text : {&correction.becomes, &correction.decided_by, &correction.reason})
      insert.bind(++index, *text);
    insert.bind(++index, correction.decided);
    insert.bind(++index, labels_.id_of(correction.label, true).value);
    insert.exec();
    const model::CorrectionId id{database_->getLastInsertRowid()};
    log_.append(
        {.entry = labelled(entry, correction.label),
         .fact = audit::Fact{.kept = audit::Kept::correction, .digest = digest_of(correction)}});
    return id;
  });
}

std::vector<model::Correction> SqliteTransaction::corrections(const access::Viewer& viewer) {
  return run([&] {
    SQLite::Statement rows(*database_, select(correction_columns, "correction") + "label IN " +
                                           labels_.visible(viewer) + " ORDER BY id");
    std::vector<model::Correction> corrections;
    while (rows.executeStep()) corrections.push_back(correction_of(rows, labels_));
    return corrections;
  });
}

model::JottingId SqliteTransaction::save(const model::Jotting& jotting,
                                         const model::AuditEntry& entry) {
  return write([&] {
    const auto id = jottings_.add(jotting);
    log_.append({.entry = labelled(entry, jotting.label),
                 .fact = audit::Fact{.kept = audit::Kept::jotting, .digest = digest_of(jotting)}});
    return id;
  });
}

std::vector<model::Jotting> SqliteTransaction::jottings(const access::Viewer& viewer) {
  return run([&] { return jottings_.visible(viewer); });
}

void SqliteTransaction::save_frozen(const std::string& name, const std::string& text,
                                    const model::AuditEntry& entry) {
  write([&] {
    SQLite::Statement insert(*database_, "INSERT INTO frozen (name, text) VALUES (?, ?)");
    insert.bind(1, name);
    insert.bindNoCopy(2, text);
    insert.exec();
    log_.append(
        {.entry = entry,
         .fact = audit::Fact{
             .kept = audit::Kept::frozen, .name = name, .digest = digest_of_frozen(name, text)}});
  });
}

std::optional<std::string> SqliteTransaction::frozen(const std::string& name) {
  return run([&]() -> std::optional<std::string> {
    SQLite::Statement row(*database_,
                          "SELECT text FROM frozen WHERE name = ? ORDER BY id DESC LIMIT 1");
    row.bind(1, name);
    if (!row.executeStep()) return {};
    return row.getColumn(0).getString();
  });
}

// Accounts

std::vector<model::Account> SqliteTransaction::accounts() {
  return run([&] {
    std::vector<model::Account> accounts;
    for (auto& kept : accounts_.all()) accounts.push_back(std::move(kept.account));
    return accounts;
  });
}

std::optional<model::Account> SqliteTransaction::account(const std::string& user) {
  return run([&]() -> std::optional<model::Account> {
    auto kept = accounts_.find(user);
    if (!kept) return {};
    return std::move(kept->account);
  });
}

std::string SqliteTransaction::password_hash(const std::string& user) {
  return run([&] {
    const auto kept = accounts_.find(user);
    return kept ? kept->password_hash : std::string();
  });
}

void SqliteTransaction::save(const model::Account& account,
                             const std::optional<std::string>& password_hash,
                             const model::AuditEntry& entry) {
  write([&] {
    const auto before = accounts_.find(account.user).value_or(KeptAccount{});
    const KeptAccount after{account, password_hash.value_or(before.password_hash)};
    accounts_.save(after);
    model::Label secret{.tier = model::Tier::official, .compartments = before.account.compartments};
    secret =
        model::join(secret, {.tier = model::Tier::official, .compartments = account.compartments});
    log_.append(
        {.entry = labelled(entry, secret),
         .fact = audit::Fact{
             .kept = audit::Kept::account, .name = account.user, .digest = digest_of(after)}});
  });
}

std::int64_t SqliteTransaction::accounts_version() {
  return run([&] { return accounts_.version(); });
}

// Audit

void SqliteTransaction::log(const model::AuditEntry& entry) {
  write([&] { log_.append({.entry = entry}); });
}

audit::TreeHead SqliteTransaction::audit_head() {
  return run([&] { return log_.head(); });
}

std::vector<audit::Hash> SqliteTransaction::audit_leaves() {
  return run([&] { return log_.leaves(); });
}

std::vector<NumberedEntry> SqliteTransaction::audit_entries(const access::Viewer& viewer,
                                                            std::uint64_t first,
                                                            std::uint64_t count_max) {
  return run([&] { return log_.entries(viewer, first, count_max); });
}

void SqliteTransaction::erase_audit_payload(std::uint64_t number, const model::AuditEntry& entry) {
  write([&] {
    log_.erase(number);
    log_.append(
        {.entry = entry,
         .fact = audit::Fact{.kept = audit::Kept::erased_payload, .name = std::to_string(number)}});
  });
}

AuditVerdict SqliteTransaction::verify_audit() {
  return run([&] {
    auto checked = check_audit(*database_, labels_, log_, installation_.key);
    auto& verdict = checked.verdict;
    if (!installation_.consultations) return std::move(verdict);
    auto other = installation_.consultations->verify(checked.consultation_heads);
    verdict.consultations_head = other.head;
    verdict.erased += other.erased;
    for (auto& finding : other.findings) {
      finding.ledger = Ledger::consultations;
      verdict.findings.push_back(std::move(finding));
    }
    return std::move(verdict);
  });
}

void SqliteTransaction::commit() {
  base::expect(!writer_->has_unfinished(), "every batch that was saved to be finished");
  run([&] {
    // What is not logged does not happen: without an entry only labels can have been added.
    if (log_.has_grown()) {
      if (installation_.consultations) log_.note(installation_.consultations->head());
      log_.save_head();
      database_->exec("COMMIT");
    } else {
      database_->exec("ROLLBACK");
    }
  });
  state_ = State::committed;
}

}  // namespace store
