#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "access/viewer.hpp"
#include "base/error.hpp"
#include "store/store.hpp"

namespace acquire {

/// A store that keeps everything in plain view, for tests. A transaction works on a copy.
class MemoryStore : public store::Store, public store::ConsultationLog {
 public:
  struct Contents {
    std::vector<model::Label> labels;
    std::vector<model::Batch> batches;
    std::vector<model::Record> records;
    std::map<std::int64_t, std::vector<model::RejectedRow>> rejected;
    std::vector<model::Decision> decisions;
    std::vector<model::Correction> corrections;
    std::vector<model::Jotting> jottings;
    std::map<std::string, std::string> frozen;
    std::vector<model::Account> accounts;
    std::vector<model::AuditEntry> audit;
  };

  Contents contents;

  std::unique_ptr<store::Transaction> begin(store::Access access) override;
  store::ConsultationLog& consultations() override { return *this; }
  void log(const model::AuditEntry& entry) override { contents.audit.push_back(entry); }
  audit::TreeHead head() override { return {contents.audit.size(), {}}; }
  std::vector<audit::Hash> leaves() override { return {}; }
  std::vector<store::NumberedEntry> entries(const access::Viewer&, std::uint64_t,
                                            std::uint64_t) override {
    return {};
  }
  std::span<const std::uint8_t> installation_key() const override { return key_; }
  model::Tier ceiling() const override { return model::Tier::official_sensitive; }

 private:
  std::array<std::uint8_t, 32> key_{};
};

class MemoryTransaction : public store::Transaction {
 public:
  MemoryTransaction(MemoryStore& home) : home_(home), now_(home.contents) {}

  model::LabelId label_id(const model::Label& label) override {
    const auto found = std::find(now_.labels.begin(), now_.labels.end(), label);
    const auto index = found - now_.labels.begin();
    if (found == now_.labels.end()) now_.labels.push_back(label);
    return {index + 1};
  }
  model::Label label(model::LabelId id) override { return now_.labels.at(index(id.value)); }

  std::optional<model::Batch> find_batch(const access::Viewer& viewer, const std::string& source,
                                         const std::string& file_sha256,
                                         const model::Label& label) override {
    for (const auto& batch : batches(viewer)) {
      if (batch.source == source && batch.file_sha256 == file_sha256 && batch.label == label)
        return batch;
    }
    return {};
  }
  std::vector<model::Batch> batches(const access::Viewer& viewer) override {
    std::vector<model::Batch> seen;
    for (const auto& batch : now_.batches) {
      if (access::may_see(viewer, batch.label)) seen.push_back(batch);
    }
    return seen;
  }
  std::optional<model::Batch> batch(const access::Viewer& viewer, model::BatchId id) override {
    const auto& found = now_.batches.at(index(id.value));
    return access::may_see(viewer, found.label) ? std::optional(found) : std::nullopt;
  }
  model::BatchId save(const model::Batch& batch, const model::AuditEntry& entry) override {
    now_.batches.push_back(batch);
    now_.batches.back().id = {static_cast<std::int64_t>(now_.batches.size())};
    log(entry);
    return now_.batches.back().id;
  }
  void append(model::BatchId batch, std::span<const model::Record> records) override {
    for (const auto& record : records) {
      base::expect(record.batch == batch, "records of this batch");
      now_.records.push_back(record);
      now_.records.back().id = {static_cast<std::int64_t>(now_.records.size())};
    }
  }
  void append(model::BatchId batch, std::span<const model::RejectedRow> rejected) override {
    auto& kept = now_.rejected[batch.value];
    kept.insert(kept.end(), rejected.begin(), rejected.end());
  }
  void finish_batch(model::BatchId batch, std::int64_t records, std::int64_t rejected) override {
    now_.batches.at(index(batch.value)).records = records;
    now_.batches.at(index(batch.value)).rejected = rejected;
  }
  void set_withdrawn(model::BatchId batch, bool withdrawn,
                     const model::AuditEntry& entry) override {
    now_.batches.at(index(batch.value)).withdrawn = withdrawn;
    log(entry);
  }
  std::vector<model::RejectedRow> rejected_rows(const access::Viewer& viewer,
                                                model::BatchId batch) override {
    if (!access::may_see(viewer, now_.batches.at(index(batch.value)).label)) return {};
    return now_.rejected[batch.value];
  }

  void for_each_record(const access::Viewer& viewer,
                       const std::function<void(const model::Record&)>& body) override {
    for (const auto& record : now_.records) {
      if (may_read(viewer, record)) body(record);
    }
  }
  std::optional<model::Record> record(const access::Viewer& viewer, model::RecordId id) override {
    const auto& found = now_.records.at(index(id.value));
    return may_read(viewer, found) ? std::optional(found) : std::nullopt;
  }
  std::int64_t count_records(const access::Viewer& viewer) override {
    std::int64_t count = 0;
    for_each_record(viewer, [&](const auto&) { ++count; });
    return count;
  }

  model::DecisionId save(const model::Decision& decision, const model::AuditEntry& entry) override {
    now_.decisions.push_back(decision);
    log(entry);
    return {static_cast<std::int64_t>(now_.decisions.size())};
  }
  std::vector<model::Decision> decisions(const access::Viewer&) override { return now_.decisions; }
  model::CorrectionId save(const model::Correction& correction,
                           const model::AuditEntry& entry) override {
    now_.corrections.push_back(correction);
    log(entry);
    return {static_cast<std::int64_t>(now_.corrections.size())};
  }
  std::vector<model::Correction> corrections(const access::Viewer&) override {
    return now_.corrections;
  }
  model::JottingId save(const model::Jotting& jotting, const model::AuditEntry& entry) override {
    now_.jottings.push_back(jotting);
    log(entry);
    return {static_cast<std::int64_t>(now_.jottings.size())};
  }
  std::vector<model::Jotting> jottings(const access::Viewer&) override { return now_.jottings; }
  void save_frozen(const std::string& name, const std::string& text,
                   const model::AuditEntry& entry) override {
    now_.frozen[name] = text;
    log(entry);
  }
  std::optional<std::string> frozen(const std::string& name) override {
    const auto found = now_.frozen.find(name);
    return found == now_.frozen.end() ? std::nullopt : std::optional(found->second);
  }
  std::vector<model::Account> accounts() override { return now_.accounts; }
  std::optional<model::Account> account(const std::string& user) override {
    for (const auto& account : now_.accounts) {
      if (account.user == user) return account;
    }
    return {};
  }
  std::string password_hash(const std::string&) override { return {}; }
  void save(const model::Account& account, const std::optional<std::string>&,
            const model::AuditEntry& entry) override {
    std::erase_if(now_.accounts, [&](const auto& each) { return each.user == account.user; });
    now_.accounts.push_back(account);
    log(entry);
  }
  std::int64_t accounts_version() override {
    return static_cast<std::int64_t>(now_.accounts.size());
  }
  void log(const model::AuditEntry& entry) override { now_.audit.push_back(entry); }
  audit::TreeHead audit_head() override { return {now_.audit.size(), {}}; }
  std::vector<audit::Hash> audit_leaves() override { return {}; }
  std::vector<store::NumberedEntry> audit_entries(const access::Viewer&, std::uint64_t,
                                                  std::uint64_t) override {
    return {};
  }
  void erase_audit_payload(std::uint64_t, const model::AuditEntry&) override {}
  store::AuditVerdict verify_audit() override { return {}; }

  void commit() override { home_.contents = now_; }

 private:
  static std::size_t index(std::int64_t id) { return static_cast<std::size_t>(id - 1); }
  bool may_read(const access::Viewer& viewer, const model::Record& record) {
    return !now_.batches.at(index(record.batch.value)).withdrawn &&
           access::may_see(viewer, now_.batches.at(index(record.batch.value)).label) &&
           access::may_see(viewer, label(record.label));
  }

  MemoryStore& home_;
  MemoryStore::Contents now_;
};

inline std::unique_ptr<store::Transaction> MemoryStore::begin(store::Access) {
  return std::make_unique<MemoryTransaction>(*this);
}

}  // namespace acquire
