#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "audit/tree.hpp"
#include "model/account.hpp"
#include "model/audit_entry.hpp"
#include "model/correction.hpp"
#include "model/decision.hpp"
#include "model/jotting.hpp"
#include "model/record.hpp"
#include "store/audit_trail.hpp"
#include "store/consultation_log.hpp"

namespace store {

/// All reads and writes of one unit of work. Rolls back unless committed; nothing can be saved
/// without an audit entry, and the entry is in the same transaction. Belongs to one thread;
/// outlived by its Store. Any function may throw Fault::unavailable (the disk, another program);
/// the unit of work is then lost. To see a record one must see its label and its batch's.
class Transaction {
 public:
  virtual ~Transaction() = default;

  // Labels
  /// Known, or new in a writing transaction. Throws Fault::invalid if it is new and above the
  /// ceiling, or says C without conditions; Fault::missing if it is new in a reading one.
  virtual model::LabelId label_id(const model::Label& label) = 0;
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
  /// One batch, if the viewer may see it; a withdrawn one too.
  virtual std::optional<model::Batch> batch(const access::Viewer& viewer, model::BatchId id) = 0;
  /// Saves a batch as its import begins. The audit entry is written by finish_batch, with the
  /// counts and a digest of all that was appended; its label becomes the join with the batch's.
  /// Throws Fault::conflict if there is one of that source with those bytes under that label.
  virtual model::BatchId save(const model::Batch& batch, const model::AuditEntry& entry) = 0;
  /// The rows of a batch saved in this same transaction and not finished, in ascending order of row
  /// (a row that became several records is there several times). Their ids are given by the store.
  virtual void append(model::BatchId batch, std::span<const model::Record> records) = 0;
  virtual void append(model::BatchId batch, std::span<const model::RejectedRow> rejected) = 0;
  /// Nothing can be committed before each batch saved is finished. The counts must be those of what
  /// was appended.
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

  // Corrections
  virtual model::CorrectionId save(const model::Correction& correction,
                                   const model::AuditEntry& entry) = 0;
  /// All that the viewer may see, oldest first; those undone too.
  virtual std::vector<model::Correction> corrections(const access::Viewer& viewer) = 0;

  // Notes and views
  /// Throws Fault::conflict if there is such an entry of that name already.
  virtual model::JottingId save(const model::Jotting& jotting, const model::AuditEntry& entry) = 0;
  /// Those shared that the viewer may see, and their own that they still may, oldest first.
  virtual std::vector<model::Jotting> jottings(const access::Viewer& viewer) = 0;

  // Frozen inputs of pictures: the resolution model, by name ("resolve"). The latest counts.
  virtual void save_frozen(const std::string& name, const std::string& text,
                           const model::AuditEntry& entry) = 0;
  virtual std::optional<std::string> frozen(const std::string& name) = 0;

  // Accounts
  /// All of them, by user.
  virtual std::vector<model::Account> accounts() = 0;
  virtual std::optional<model::Account> account(const std::string& user) = 0;
  /// What was saved with the account last; "" if nothing was.
  virtual std::string password_hash(const std::string& user) = 0;
  /// A new account, or in place of the one of that user. Without a hash the one held stays. The
  /// entry's label becomes the join with the compartments held before and after: the name of an
  /// operation is a secret of its members.
  virtual void save(const model::Account& account, const std::optional<std::string>& password_hash,
                    const model::AuditEntry& entry) = 0;
  /// Grows with every change to any account: what was read at the same version still holds.
  virtual std::int64_t accounts_version() = 0;

  // Audit
  /// For acts that save nothing else. Readers who must not wait for writers log in
  /// Store::consultations instead.
  virtual void log(const model::AuditEntry& entry) = 0;
  /// How long the log is and the root of its tree: what a witness keeps.
  virtual audit::TreeHead audit_head() = 0;
  /// The commitments of all entries, from which anybody can make or check a proof.
  virtual std::vector<audit::Hash> audit_leaves() = 0;
  /// Those the viewer may see whose payload is still held, in order, from number `first` on, at
  /// most `count_max`.
  virtual std::vector<NumberedEntry> audit_entries(const access::Viewer& viewer,
                                                   std::uint64_t first = 0,
                                                   std::uint64_t count_max = UINT64_MAX) = 0;
  /// Lawful disposal of what an entry said; its leaf stays, so every proof still holds. Throws
  /// Fault::conflict for the entry of something that is still in the store: they go together.
  virtual void erase_audit_payload(std::uint64_t number, const model::AuditEntry& entry) = 0;
  /// Recomputes every leaf whose payload is held and the root, and holds the data against what the
  /// log says of them: each batch has one entry, with its counts and content; so has each decision,
  /// correction, note, view and frozen text; each account is as its last entry says; the log of
  /// consultations is sound and holds what its heads in this log say. Sees everything: for whoever
  /// runs the installation, not for a viewer.
  virtual AuditVerdict verify_audit() = 0;

  /// If something was logged, and consultations were too since the last time, adds an entry with
  /// the head of their log, for custodians: who cuts that log short must alter this one.
  virtual void commit() = 0;
};

enum class Access { read_write, read_only };

/// A place where records are kept. Any thread may begin a transaction; one writes at a time and
/// others wait for it, readers wait for nobody and see what was committed when they began.
class Store {
 public:
  virtual ~Store() = default;
  virtual std::unique_ptr<Transaction> begin(Access access) = 0;
  virtual ConsultationLog& consultations() = 0;
  /// The secret of this installation, from which outside references are derived.
  virtual std::span<const std::uint8_t> installation_key() const = 0;
  /// The highest tier that this installation may hold.
  virtual model::Tier ceiling() const = 0;
};

}  // namespace store
