#include "store/detail/audit_check.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include <SQLiteCpp/Statement.h>

#include "audit/leaf.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/detail/account_table.hpp"
#include "store/detail/content_digest.hpp"
#include "store/detail/jotting_table.hpp"
#include "store/detail/rows.hpp"
#include "store/reference.hpp"

namespace store {

namespace {

struct StatedFact {
  std::uint64_t entry;
  audit::Fact fact;
};

/// One check of one store, from its leaves to its rows.
class Check {
 public:
  Check(SQLite::Database& database, LabelTable& labels, const InstallationKey& key)
      : database_(database), labels_(labels), key_(key) {}

  AuditCheck run(const audit::TreeHead& kept) {
    check_leaves();
    check_head(kept);
    check_erasures();
    // What is wrong with the log comes before what is wrong by its word.
    const auto log_findings = sort_from(0);
    check_batches();
    check_contents(audit::Kept::decision, decisions());
    check_contents(audit::Kept::correction, corrections());
    check_contents(audit::Kept::jotting, jottings());
    check_contents(audit::Kept::frozen, frozen_texts());
    check_accounts();
    sort_from(log_findings);
    return {std::move(verdict_), consultation_heads()};
  }

 private:
  /// Orders the findings from that one on by entry, and says how many there are in all.
  std::size_t sort_from(std::size_t first) {
    auto& findings = verdict_.findings;
    std::stable_sort(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
                     [](const AuditFinding& left, const AuditFinding& right) {
                       return left.entry.value_or(UINT64_MAX) < right.entry.value_or(UINT64_MAX);
                     });
    return findings.size();
  }

  void find(std::optional<std::uint64_t> entry, const std::string& sentence) {
    verdict_.findings.push_back({.entry = entry, .sentence = sentence});
  }

  void check_leaves() {
    SQLite::Statement rows(database_,
                           "SELECT l.number, l.leaf, p.salt, p.payload, p.label FROM audit_leaf l "
                           "LEFT JOIN audit_payload p ON p.number = l.number ORDER BY l.number");
    audit::Frontier frontier;
    std::uint64_t expected = 0;
    while (rows.executeStep()) {
      const auto number = static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
      if (number != expected) find(expected, "this entry, or several from it on, is taken out");
      expected = number + 1;
      const auto leaf = hash_of(rows.getColumn(1));
      frontier.append(leaf);
      if (rows.getColumn(3).isNull()) {
        without_payload_.insert(number);
      } else {
        check_payload(number, leaf, rows);
      }
    }
    verdict_.head = frontier.head();
  }

  void check_payload(std::uint64_t number, const audit::Hash& leaf, SQLite::Statement& row) {
    const auto text = row.getColumn(3).getString();
    if (audit::leaf_of(number, hash_of(row.getColumn(2)), text) != leaf) {
      return find(number, "what this entry says is not what its leaf commits to");
    }
    const auto payload = audit::payload_of_text(text);
    if (!payload) return find(number, "this entry cannot be read");
    if (labels_.key({row.getColumn(4).getInt64()}) != model::to_key(payload->entry.label)) {
      find(number, "this entry is filed under a label that is not its own");
    }
    if (payload->fact) facts_.push_back({number, *payload->fact});
  }

  void check_head(const audit::TreeHead& kept) {
    if (kept == verdict_.head) return;
    find({}, kept.size > verdict_.head.size
                 ? "entries at the end of the log are gone: there were " +
                       base::with_thousands(static_cast<long long>(kept.size)) + ", there are " +
                       base::with_thousands(static_cast<long long>(verdict_.head.size))
                 : "the root of the log's tree is not the one kept: a leaf was altered or added");
  }

  void check_erasures() {
    std::set<std::string> erased;
    for (const auto& stated : facts_) {
      if (stated.fact.kept == audit::Kept::erased_payload) erased.insert(stated.fact.name);
    }
    for (auto number : without_payload_) {
      if (erased.contains(std::to_string(number))) {
        ++verdict_.erased;
      } else {
        find(number, "what this entry said is gone, and no entry says that it was erased");
      }
    }
  }

  /// What the log says of one batch: its import, and whether it was withdrawn since.
  struct StatedBatch {
    std::vector<StatedFact> imports;
    bool withdrawn = false;
    std::uint64_t last_entry = 0;
  };

  std::map<std::string, StatedBatch> stated_batches() const {
    std::map<std::string, StatedBatch> batches;
    for (const auto& stated : facts_) {
      const auto kept = stated.fact.kept;
      if (kept != audit::Kept::batch && kept != audit::Kept::withdrawn &&
          kept != audit::Kept::restored) {
        continue;
      }
      auto& batch = batches[stated.fact.name];
      if (kept == audit::Kept::batch) batch.imports.push_back(stated);
      batch.withdrawn = kept == audit::Kept::withdrawn;
      batch.last_entry = stated.entry;
    }
    return batches;
  }

  void check_batches() {
    auto stated = stated_batches();
    SQLite::Statement rows(database_, std::string("SELECT ") + batch_columns +
                                          ", records, first_record, last_record FROM batch");
    std::int64_t records = 0, rejected = 0;
    while (rows.executeStep()) {
      const auto batch = batch_of(rows, labels_);
      const auto name = model::to_string(reference_of(key_, batch));
      const int width = rows.getColumnCount();
      records += rows.getColumn(width - 3).getInt64();
      rejected += batch.rejected;
      const auto found = stated.find(name);
      if (found == stated.end() || found->second.imports.empty()) {
        find({}, "no entry says how the batch " + name + " came in");
        continue;
      }
      check_batch(batch, found->second, rows);
      stated.erase(found);
    }
    for (const auto& [name, batch] : stated) {
      find(batch.last_entry, "the batch " + name + " of this entry is not there");
    }
    check_total("record", records);
    check_total("rejected_row", rejected);
  }

  void check_batch(const model::Batch& batch, const StatedBatch& stated, SQLite::Statement& row) {
    const auto& [entry, fact] = stated.imports.front();
    if (stated.imports.size() > 1) {
      find(stated.imports[1].entry, "a second entry says how the batch " + fact.name + " came in");
    }
    const int width = row.getColumnCount();
    if (row.getColumn(width - 3).getInt64() != fact.records || batch.rejected != fact.rejected) {
      find(entry, "the counts of the batch " + fact.name + " are not those of this entry");
    }
    if (batch.withdrawn != stated.withdrawn) {
      find(stated.last_entry, "the batch " + fact.name + " was withdrawn or restored unlogged");
    }
    check_rows(batch, {entry, fact}, row.getColumn(width - 2), row.getColumn(width - 1));
  }

  void check_rows(const model::Batch& batch, const StatedFact& stated, std::int64_t first,
                  std::int64_t last) {
    BatchDigest digest(batch);
    std::map<std::int64_t, std::int64_t> by_label;
    SQLite::Statement records(database_, std::string("SELECT ") + record_columns +
                                             " FROM record WHERE id BETWEEN ? AND ? AND batch = ? "
                                             "ORDER BY id");
    records.bind(1, first);
    records.bind(2, last);
    records.bind(3, batch.id.value);
    model::Record record;
    while (records.executeStep()) {
      read_record(records, record);
      digest.add(record, labels_.key(record.label));
      ++by_label[record.label.value];
    }
    SQLite::Statement rejected(database_, std::string("SELECT ") + rejected_columns +
                                              " FROM rejected_row WHERE batch = ? ORDER BY id");
    rejected.bind(1, batch.id.value);
    while (rejected.executeStep()) digest.add(rejected_row_of(rejected));
    if (digest.hex() != stated.fact.digest || by_label != counts_by_label(batch.id)) {
      find(stated.entry, "the rows of the batch " + stated.fact.name +
                             " are not those that this entry commits to");
    }
  }

  std::map<std::int64_t, std::int64_t> counts_by_label(model::BatchId batch) {
    std::map<std::int64_t, std::int64_t> counts;
    SQLite::Statement rows(database_, "SELECT label, records FROM batch_label WHERE batch = ?");
    rows.bind(1, batch.value);
    while (rows.executeStep()) counts[rows.getColumn(0).getInt64()] = rows.getColumn(1).getInt64();
    return counts;
  }

  void check_total(const std::string& table, std::int64_t expected) {
    const auto there = database_.execAndGet("SELECT count(*) FROM " + table).getInt64();
    if (there != expected) find({}, "there are rows in " + table + " that no batch accounts for");
  }

  struct Kept {
    std::string name, digest;
    auto operator<=>(const Kept&) const = default;
  };

  std::vector<Kept> decisions() {
    std::vector<Kept> kept;
    SQLite::Statement rows(
        database_, std::string("SELECT ") + decision_columns + " FROM decision ORDER BY id");
    while (rows.executeStep()) kept.push_back({"", digest_of(decision_of(rows, labels_))});
    return kept;
  }

  std::vector<Kept> corrections() {
    std::vector<Kept> kept;
    SQLite::Statement rows(
        database_, std::string("SELECT ") + correction_columns + " FROM correction ORDER BY id");
    while (rows.executeStep()) kept.push_back({"", digest_of(correction_of(rows, labels_))});
    return kept;
  }

  std::vector<Kept> jottings() {
    std::vector<Kept> kept;
    for (const auto& each : JottingTable(database_, labels_).all())
      kept.push_back({"", digest_of(each)});
    return kept;
  }

  std::vector<Kept> frozen_texts() {
    std::vector<Kept> kept;
    SQLite::Statement rows(database_, "SELECT name, text FROM frozen ORDER BY id");
    while (rows.executeStep()) {
      const auto name = rows.getColumn(0).getString();
      kept.push_back({name, digest_of_frozen(name, rows.getColumn(1).getString())});
    }
    return kept;
  }

  /// What is there must be what was stated, in the same order.
  void check_contents(audit::Kept kind, const std::vector<Kept>& there) {
    const std::string noun = kind == audit::Kept::frozen    ? "frozen text"
                             : kind == audit::Kept::jotting ? "note or view"
                                                            : std::string(base::name_of(kind));
    std::size_t at = 0;
    for (const auto& stated : facts_) {
      if (stated.fact.kept != kind) continue;
      if (at < there.size() && there[at] == Kept{stated.fact.name, stated.fact.digest}) {
        ++at;
      } else {
        return find(stated.entry, "the " + noun + " of this entry is altered or not there");
      }
    }
    if (at < there.size()) {
      find({}, "there is a " + noun + " that no entry accounts for");
    }
  }

  /// Each is as its last entry says.
  void check_accounts() {
    std::map<std::string, StatedFact> last;
    for (const auto& stated : facts_) {
      if (stated.fact.kept == audit::Kept::account) last[stated.fact.name] = stated;
    }
    for (const auto& kept : AccountTable(database_).all()) {
      const auto& user = kept.account.user;
      const auto found = last.find(user);
      if (found == last.end()) {
        find({}, "no entry says how the account " + user + " was made");
        continue;
      }
      if (digest_of(kept) != found->second.fact.digest) {
        find(found->second.entry, "the account " + user + " is not as this entry left it");
      }
      last.erase(found);
    }
    for (const auto& [user, stated] : last) {
      find(stated.entry, "the account " + user + " of this entry is not there");
    }
  }

  std::vector<ConsultationHead> consultation_heads() {
    std::vector<ConsultationHead> heads;
    for (const auto& [entry, fact] : facts_) {
      if (fact.kept != audit::Kept::consultations) continue;
      ConsultationHead head{.entry = entry};
      std::from_chars(fact.name.data(), fact.name.data() + fact.name.size(), head.head.size);
      head.head.root = base::digest_of_hex(fact.digest).value_or(audit::Hash{});
      heads.push_back(head);
    }
    return heads;
  }

  SQLite::Database& database_;
  LabelTable& labels_;
  const InstallationKey& key_;
  AuditVerdict verdict_;
  std::vector<StatedFact> facts_;
  std::set<std::uint64_t> without_payload_;
};

}  // namespace

AuditCheck check_audit(SQLite::Database& database, LabelTable& labels, AuditLog& log,
                       const InstallationKey& key) {
  return Check(database, labels, key).run(log.head());
}

}  // namespace store
