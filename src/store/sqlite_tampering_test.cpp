#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "store/detail/test_batch.hpp"
#include "store/detail/test_folder.hpp"
#include "store/sqlite_store.hpp"

namespace {

using store::Access;

const model::AuditEntry entry{.actor = "ann", .action = "test"};

/// Entries 0 and 1: two imports; 2 and 3: decisions; 4: a frozen text; 5: a withdrawal; 6 to 8:
/// consultations, of which 7 was erased by 9; 10: an
/// account; 11: a correction; 12: a note; 13: the head of the log of consultations, to which
/// one more is added.
void fill(store::Store& store) {
  const model::Label nightjar{.compartments = {"NIGHTJAR"}};
  import(store, {.rows = {{{}, "a"}, {nightjar, "b"}, { {}, "c" }}, .rejected = { {.row = 9 } }});
  const auto second = import(store, {.sha256 = "01", .rows = {{{}, "d"}, {{}, "e"}}});
  const auto transaction = store.begin(Access::read_write);
  transaction->save(model::Decision{.decided_by = "ann"}, entry);
  transaction->save(model::Decision{.decided_by = "bob"}, entry);
  transaction->save_frozen("resolve", "model", entry);
  transaction->set_withdrawn(second, true, entry);
  for (int i = 0; i < 3; ++i) transaction->log(entry);
  transaction->erase_audit_payload(7, entry);
  transaction->save(model::Account{.user = "ivy"}, "a hash", entry);
  transaction->save(model::Correction{.value = {.attribute = model::Attribute::name},
                                      .remedy = model::Remedy::ignore,
                                      .decided_by = "ann"},
                    entry);
  transaction->save(model::Jotting{.text = "a note", .author = "ann"}, entry);
  store.consultations().log(entry);
  store.consultations().log(entry);
  transaction->commit();
  store.consultations().log(entry);
}

/// What a check finds first after that SQL was run behind our back: "3: the sentence", or "-: …" if
/// no entry shows it.
std::string found_after(const std::string& sql, const char* file = "raptor.db") {
  const store::TestFolder folder;
  fill(*store::open_sqlite(folder.path));
  SQLite::Database(folder.path / file, SQLite::OPEN_READWRITE).exec(sql);
  const auto verdict = store::open_sqlite(folder.path)->begin(Access::read_only)->verify_audit();
  if (verdict.findings.empty()) return "sound";
  const auto& first = verdict.findings.front();
  return (first.entry ? std::to_string(*first.entry) : "-") + ": " + first.sentence;
}

}  // namespace

TEST_CASE("what is altered behind our back is found, and the entry named") {
  // clang-format off
  const struct { const char* sql; const char* finding; } facts[] = {
    {"SELECT 1", "sound"},
    // the log
    {"UPDATE audit_payload SET payload = replace(payload, 'ann', 'bob') WHERE number = 6", "6: what this entry says"},
    {"UPDATE audit_payload SET payload = payload || ' ' WHERE number = 0", "0: what this entry says"},
    {"UPDATE audit_payload SET salt = zeroblob(32) WHERE number = 3", "3: what this entry says"},
    {"UPDATE audit_payload SET salt = x'00' WHERE number = 3", "3: what this entry says"},
    {"UPDATE audit_payload SET label = (SELECT id FROM label WHERE key LIKE '%NIGHTJAR%') WHERE number = 6", "6: this entry is filed under a label"},
    {"UPDATE audit_leaf SET leaf = zeroblob(32) WHERE number = 2", "2: what this entry says"},
    {"UPDATE audit_leaf SET leaf = zeroblob(32) WHERE number = 7", "-: the root"},
    {"DELETE FROM audit_payload WHERE number = 8", "8: what this entry said is gone"},
    {"DELETE FROM audit_payload WHERE number = 9", "7: what this entry said is gone"},
    {"DELETE FROM audit_payload WHERE number = 8; DELETE FROM audit_leaf WHERE number = 8", "8: this entry, or several"},
    {"DELETE FROM audit_payload WHERE number = 9; DELETE FROM audit_leaf WHERE number = 9", "7: what this entry said is gone"},
    {"DELETE FROM audit_payload; DELETE FROM audit_leaf", "-: entries at the end"},
    {"INSERT INTO audit_leaf VALUES (14, zeroblob(32))", "14: what this entry said is gone"},
    {"UPDATE meta SET value = x'0000000000000000' WHERE name = 'audit_size'; UPDATE meta SET value = x'' WHERE name = 'audit_frontier'", "-: the root"},
    {"UPDATE audit_leaf SET number = -1 WHERE number = 5; UPDATE audit_leaf SET number = 5 WHERE number = 6; UPDATE audit_leaf SET number = 6 WHERE number = -1", "5: what this entry says"},
    // the data
    {"UPDATE record SET cells = 'B' WHERE cells = 'b'", "0: the rows of the batch"},
    {"UPDATE record SET happened = 1 WHERE cells = 'd'", "1: the rows of the batch"},
    {"UPDATE record SET grading = 14 WHERE cells = 'd'", "1: the rows of the batch"},
    {"UPDATE record SET row = 7 WHERE cells = 'e'", "1: the rows of the batch"},
    {"UPDATE record SET label = 1 WHERE cells = 'b'", "0: the rows of the batch"},
    {"UPDATE record SET batch = 2 WHERE cells = 'c'", "0: the rows of the batch"},
    {"DELETE FROM record WHERE cells = 'a'", "0: the rows of the batch"},
    {"INSERT INTO record SELECT 99, batch, row, label, grading, happened, recorded, retention, cells FROM record LIMIT 1", "-: there are rows in record"},
    {"UPDATE batch_label SET records = records + 1 WHERE batch = 2", "1: the rows of the batch"},
    {"UPDATE rejected_row SET reason = 'x'", "0: the rows of the batch"},
    {"DELETE FROM rejected_row", "0: the rows of the batch"},
    {"UPDATE batch SET records = 4 WHERE id = 1", "0: the counts"},
    {"UPDATE batch SET rejected = 0 WHERE id = 1", "0: the counts"},
    {"UPDATE batch SET basis = 'none' WHERE id = 1", "0: the rows of the batch"},
    {"UPDATE batch SET imported_by = 'bob' WHERE id = 1", "0: the rows of the batch"},
    {"UPDATE batch SET withdrawn = 1 WHERE id = 1", "0: the batch"},
    {"UPDATE batch SET withdrawn = 0 WHERE id = 2", "5: the batch"},
    {"UPDATE batch SET file_sha256 = '07' WHERE id = 1", "0: the batch"},
    {"DELETE FROM batch_label WHERE batch = 2; DELETE FROM record WHERE batch = 2; DELETE FROM batch WHERE id = 2", "5: the batch"},
    {"UPDATE label SET key = replace(key, 'NIGHTJAR', 'OTTER')", "0: the rows of the batch"},
    {"UPDATE decision SET verdict = 'same' WHERE id = 1", "2: the decision"},
    {"DELETE FROM decision WHERE id = 2", "3: the decision"},
    {"INSERT INTO decision SELECT 9, left_record, left_slot, right_record, right_slot, verdict, decided_by, reason, decided, label FROM decision LIMIT 1", "-: there is a decision"},
    {"UPDATE correction SET becomes = 'another'", "11: the correction"},
    {"UPDATE correction SET attribute = 'nonsense'", "11: the correction"},
    {"DELETE FROM correction", "11: the correction"},
    {"UPDATE jotting SET text = 'another'", "12: the note or view"},
    {"UPDATE jotting SET sharing = 'own'", "12: the note or view"},
    {"DELETE FROM jotting", "12: the note or view"},
    {"UPDATE frozen SET text = 'another'", "4: the frozen text"},
    {"INSERT INTO frozen VALUES (9, 'resolve', 'another')", "-: there is a frozen text"},
    {"UPDATE account SET compartments = 'NIGHTJAR'", "10: the account ivy is not as"},
    {"UPDATE account SET password_hash = 'of mine'", "10: the account ivy is not as"},
    {"DELETE FROM account", "10: the account ivy of this entry"},
    {"INSERT INTO account SELECT 'eve', display_name, roles, clearance, compartments, group_names, is_custodian, state, must_change, epoch, created, changed, password_hash, 9 FROM account", "-: no entry says how the account eve"},
  };
  // clang-format on
  for (const auto& fact : facts) {
    const auto found = found_after(fact.sql);
    CHECK_MESSAGE(found.starts_with(fact.finding), std::string(fact.sql), " gave ", found);
  }
}

TEST_CASE("what is altered in the log of consultations is found") {
  // clang-format off
  const struct { const char* sql; const char* finding; } facts[] = {
    {"SELECT 1", "sound"},
    {"UPDATE audit_payload SET payload = replace(payload, 'ann', 'bob') WHERE number = 2", "2: what this entry says"},
    {"DELETE FROM audit_payload WHERE number = 0", "0: what this entry said is gone"},
    {"DELETE FROM audit_payload WHERE number = 2; DELETE FROM audit_leaf WHERE number = 2", "-: entries at the end"},
  };
  // clang-format on
  for (const auto& fact : facts) {
    const auto found = found_after(fact.sql, "consultations.db");
    CHECK_MESSAGE(found.starts_with(fact.finding), std::string(fact.sql), " gave ", found);
  }
}

TEST_CASE("a log of consultations that was swapped for a shorter one is found") {
  const store::TestFolder folder;
  fill(*store::open_sqlite(folder.path));
  for (const char* file : {"consultations.db", "consultations.db-wal", "consultations.db-shm"}) {
    std::filesystem::remove(folder.path / file);
  }
  const auto opened = store::open_sqlite(folder.path);
  opened->consultations().log(entry);
  const auto verdict = opened->begin(Access::read_only)->verify_audit();
  REQUIRE(verdict.findings.size() == 1);
  CHECK(verdict.findings[0].ledger == store::Ledger::consultations);
  CHECK(verdict.findings[0].sentence ==
        "the log of acts says in entry 13 that there were 2 entries: they are altered or gone");
}

TEST_CASE("one database does not stand in the other's place") {
  const store::TestFolder folder;
  fill(*store::open_sqlite(folder.path));
  std::filesystem::remove(folder.path / "raptor.db");
  std::filesystem::rename(folder.path / "consultations.db", folder.path / "raptor.db");
  CHECK_THROWS_WITH_AS(store::open_sqlite(folder.path),
                       doctest::Contains("installation.key does not belong to raptor.db"),
                       base::Error);
}
