#include "store/detail/store_contract.hpp"

#include <thread>

#include <doctest/doctest.h>

#include "audit/leaf.hpp"
#include "base/error.hpp"
#include "store/detail/test_batch.hpp"

namespace store {

namespace {

using access::Viewer;
using model::Label;
using model::Tier;

const Viewer ann{.name = "ann"};
const Viewer nina{.name = "nina", .compartments = {"NIGHTJAR"}};
const Label nightjar{.compartments = {"NIGHTJAR"}};
const model::AuditEntry entry{.at = 1772000000, .actor = "ann", .action = "test"};

using NewPlace = std::function<Place()>;

std::unique_ptr<Transaction> reading(Store& store) { return store.begin(Access::read_only); }
std::unique_ptr<Transaction> writing(Store& store) { return store.begin(Access::read_write); }

/// Cells of all records the viewer may see, in order: "a b c ".
std::string cells_seen(Store& store, const Viewer& viewer) {
  std::string cells;
  reading(store)->for_each_record(
      viewer, [&](const model::Record& record) { cells += record.cells + " "; });
  return cells;
}

std::optional<base::Fault> fault_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    return error.fault();
  }
  return {};
}

void check_is_sound(Store& store) {
  for (const auto& finding : reading(store)->verify_audit().findings) {
    FAIL_CHECK(finding.sentence);
  }
}

void a_new_store_is_empty_and_sound(const NewPlace& new_place) {
  const auto store = new_place()();
  CHECK(reading(*store)->batches(ann).empty());
  CHECK(reading(*store)->count_records(ann) == 0);
  CHECK(reading(*store)->audit_head() == audit::TreeHead{0, audit::root_of({})});
  CHECK_FALSE(reading(*store)->frozen("resolve"));
  CHECK(store->installation_key().size() == 32);
  CHECK(store->ceiling() == Tier::secret);
  check_is_sound(*store);
}

void what_is_saved_is_read_back(const NewPlace& new_place) {
  const auto store = new_place()();
  const auto saved = batch_of({.rejected = {}});
  const std::vector<model::RejectedRow> rejected = {
      {.row = 9, .line = 12, .column = "born", .reason = "no such day", .cells = "x\x1f 31/02"}};
  std::vector<model::Record> records = {
      {.row = 2, .cells = std::string("Zo\xc3\xab\x1f\0\x1f\xf0\x9f\xa6\x89", 11)},
      {.row = 3,
       .cells = "",
       .grading = model::Grading{model::SourceEvaluation::not_reliable,
                                 model::Assessment::suspected_false},
       .happened = -1,
       .recorded = 0,
       .retention = model::RetentionGroup::group_4},
      {.row = 3, .cells = "the same row", .grading = model::Grading{}}};
  {
    const auto transaction = writing(*store);
    const auto id = transaction->save(saved, entry);
    for (auto& record : records) record.label = transaction->label_id({});
    transaction->append(id, records);
    transaction->append(id, rejected);
    transaction->finish_batch(id, 3, 1);
    transaction->commit();
  }
  const auto transaction = reading(*store);
  const auto batches = transaction->batches(ann);
  REQUIRE(batches.size() == 1);
  const auto& batch = batches[0];
  CHECK(batch.source == saved.source);
  CHECK(batch.force == saved.force);
  CHECK(batch.layout == saved.layout);
  CHECK(batch.layout_version == saved.layout_version);
  CHECK(batch.layout_text == saved.layout_text);
  CHECK(batch.file_name == saved.file_name);
  CHECK(batch.header == saved.header);
  CHECK(batch.legal_basis.basis == saved.legal_basis.basis);
  CHECK(batch.legal_basis.expires == saved.legal_basis.expires);
  CHECK(batch.imported_by == saved.imported_by);
  CHECK(batch.imported == saved.imported);
  CHECK(batch.records == 3);
  CHECK(batch.rejected == 1);
  CHECK_FALSE(batch.withdrawn);
  CHECK(transaction->batch(ann, batch.id)->source == saved.source);
  std::size_t at = 0;
  transaction->for_each_record(ann, [&](const model::Record& record) {
    REQUIRE(at < records.size());
    const auto& expected = records[at++];
    for (const auto& read : {record, transaction->record(ann, record.id).value()}) {
      CHECK(read.row == expected.row);
      CHECK(read.batch == batch.id);
      CHECK(read.cells == expected.cells);
      CHECK(read.label == expected.label);
      CHECK(read.grading == expected.grading);
      CHECK(read.happened == expected.happened);
      CHECK(read.recorded == expected.recorded);
      CHECK(read.retention == expected.retention);
    }
  });
  CHECK(at == 3);
  const auto kept = transaction->rejected_rows(ann, batch.id);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].line == 12);
  CHECK(kept[0].column == "born");
  CHECK(kept[0].reason == "no such day");
  CHECK(kept[0].cells == rejected[0].cells);
  check_is_sound(*store);
}

void what_is_hidden_is_not_there(const NewPlace& new_place) {
  const auto store = new_place()();
  const TestBatch open{.sha256 = "01", .rows = {{{}, "a"}, {nightjar, "b"}, {{}, "c"}}};
  const TestBatch closed{.sha256 = "02",
                         .label = nightjar,
                         .rows = {{nightjar, "d"}, {{}, "e"}},
                         .rejected = {{.row = 9}}};
  import(*store, open);
  const auto hidden = import(*store, closed);
  CHECK(cells_seen(*store, ann) == "a c ");
  // e carries a label that everybody may see, in a batch that not everybody may.
  CHECK(cells_seen(*store, nina) == "a b c d e ");
  const auto transaction = reading(*store);
  CHECK(transaction->count_records(ann) == 2);
  CHECK(transaction->count_records(nina) == 5);
  CHECK(transaction->batches(ann).size() == 1);
  CHECK(transaction->batches(ann)[0].records == 2);
  CHECK(transaction->batches(nina)[0].records == 3);
  CHECK_FALSE(transaction->batch(ann, hidden));
  CHECK(transaction->rejected_rows(ann, hidden).empty());
  CHECK(transaction->rejected_rows(nina, hidden).size() == 1);
  CHECK_FALSE(transaction->find_batch(ann, "custody", "02", nightjar));
  CHECK_FALSE(transaction->find_batch(ann, "custody", "02", {}));
  CHECK(transaction->find_batch(nina, "custody", "02", nightjar)->id == hidden);
  CHECK_FALSE(transaction->find_batch(nina, "crime", "02", nightjar));
  transaction->for_each_record(nina, [&](const model::Record& record) {
    const bool ann_may = record.cells == "a" || record.cells == "c";
    CHECK(transaction->record(ann, record.id).has_value() == ann_may);
  });
}

void rollback_leaves_nothing(const NewPlace& new_place) {
  const auto store = new_place()();
  import(*store, {.rows = { { {}, "a" } }});
  const auto before = reading(*store)->audit_head();
  {
    const auto transaction = writing(*store);
    import(*transaction, {.sha256 = "01", .rows = { { nightjar, "b" } }});
    transaction->save(model::Decision{.decided_by = "ann"}, entry);
    transaction->save_frozen("resolve", "m", entry);
    transaction->log(entry);
    CHECK(transaction->count_records(nina) == 2);
  }
  CHECK(cells_seen(*store, nina) == "a ");
  CHECK(reading(*store)->audit_head() == before);
  CHECK(reading(*store)->audit_entries(nina).size() == 1);
  CHECK(reading(*store)->decisions(nina).empty());
  CHECK_FALSE(reading(*store)->frozen("resolve"));
  check_is_sound(*store);
}

void without_an_entry_nothing_is_kept(const NewPlace& new_place) {
  const auto store = new_place()();
  {
    const auto transaction = writing(*store);
    transaction->label_id(nightjar);
    transaction->commit();
  }
  CHECK(fault_of([&] { reading(*store)->label_id(nightjar); }) == base::Fault::missing);
}

void a_failed_act_undoes_the_unit_of_work(const NewPlace& new_place) {
  const auto store = new_place()();
  {
    const auto transaction = writing(*store);
    transaction->log(entry);
    auto impossible = entry;
    impossible.label.handling = model::Handling::C;  // without conditions
    const model::Decision decision{.decided_by = "ann"};
    CHECK(fault_of([&] { transaction->save(decision, impossible); }) == base::Fault::invalid);
    CHECK(fault_of([&] { transaction->commit(); }) == base::Fault::unavailable);
  }
  CHECK(reading(*store)->decisions(ann).empty());
  CHECK(reading(*store)->audit_head().size == 0);
}

void nothing_is_kept_above_the_ceiling(const NewPlace& new_place) {
  const auto store = new_place()();
  CHECK(fault_of([&] { writing(*store)->label_id({.tier = Tier::top_secret}); }) ==
        base::Fault::invalid);
  CHECK_FALSE(fault_of([&] { writing(*store)->label_id({.tier = Tier::secret}); }));
  CHECK_FALSE(fault_of([&] { writing(*store)->label_id({.tier = Tier::unreadable}); }));
}

void the_same_bytes_come_in_once_under_one_label(const NewPlace& new_place) {
  const auto store = new_place()();
  import(*store, {});
  CHECK(fault_of([&] { import(*store, {}); }) == base::Fault::conflict);
  CHECK_FALSE(fault_of([&] { import(*store, {.label = nightjar}); }));
  CHECK_FALSE(fault_of([&] { import(*store, {.source = "crime"}); }));
  CHECK(reading(*store)->batches(ann).size() == 2);
}

void a_withdrawn_batch_vanishes_and_comes_back(const NewPlace& new_place) {
  const auto store = new_place()();
  const auto first = import(*store, {.rows = {{{}, "a"}}, .rejected = {{.row = 3}}});
  import(*store, {.sha256 = "01", .rows = { { {}, "b" } }});
  const auto set = [&](bool withdrawn) {
    const auto transaction = writing(*store);
    transaction->set_withdrawn(first, withdrawn, entry);
    transaction->commit();
    check_is_sound(*store);
  };
  set(true);
  CHECK(cells_seen(*store, ann) == "b ");
  CHECK(reading(*store)->count_records(ann) == 1);
  CHECK(reading(*store)->rejected_rows(ann, first).empty());
  CHECK(reading(*store)->find_batch(ann, "custody", "00", {})->withdrawn);
  CHECK(reading(*store)->batches(ann).size() == 2);
  set(false);
  CHECK(cells_seen(*store, ann) == "a b ");
  CHECK(reading(*store)->rejected_rows(ann, first).size() == 1);
  CHECK(fault_of([&] { writing(*store)->set_withdrawn({99}, true, entry); }) ==
        base::Fault::missing);
}

void decisions_are_seen_by_label_oldest_first(const NewPlace& new_place) {
  const auto store = new_place()();
  model::Decision decision{.left = {{{1, 2, 3}}, "suspect"},
                           .right = {{{9, 8, 7}}, "victim"},
                           .verdict = model::Verdict::same,
                           .decided_by = "ann",
                           .reason = "same scar",
                           .decided = 5};
  {
    const auto transaction = writing(*store);
    transaction->save(decision, entry);
    decision.verdict = model::Verdict::different;
    decision.label = nightjar;
    transaction->save(decision, entry);
    transaction->commit();
  }
  const auto seen = reading(*store)->decisions(ann);
  REQUIRE(seen.size() == 1);
  CHECK(seen[0].left == decision.left);
  CHECK(seen[0].right == decision.right);
  CHECK(seen[0].verdict == model::Verdict::same);
  CHECK(seen[0].reason == "same scar");
  CHECK(seen[0].decided == 5);
  const auto all = reading(*store)->decisions(nina);
  REQUIRE(all.size() == 2);
  CHECK(all[1].verdict == model::Verdict::different);
  CHECK(all[1].label == nightjar);
  check_is_sound(*store);
}

void the_latest_frozen_text_counts(const NewPlace& new_place) {
  const auto store = new_place()();
  for (const char* text : {"one", "two"}) {
    const auto transaction = writing(*store);
    transaction->save_frozen("resolve", text, entry);
    transaction->save_frozen("other", "x", entry);
    transaction->commit();
  }
  CHECK(reading(*store)->frozen("resolve") == "two");
  check_is_sound(*store);
}

void opening_again_finds_everything(const NewPlace& new_place) {
  const auto place = new_place();
  auto store = place();
  import(*store, {.rows = { {{}, "a"}, { nightjar, "b" } }});
  const auto head = reading(*store)->audit_head();
  const std::vector<std::uint8_t> key(store->installation_key().begin(),
                                      store->installation_key().end());
  store.reset();
  store = place();
  CHECK(std::equal(key.begin(), key.end(), store->installation_key().begin()));
  CHECK(cells_seen(*store, nina) == "a b ");
  CHECK(reading(*store)->audit_head() == head);
  check_is_sound(*store);
  import(*store, {.sha256 = "01", .rows = { { {}, "c" } }});
  CHECK(cells_seen(*store, nina) == "a b c ");
  check_is_sound(*store);
}

void the_log_grows_and_proves_it(const NewPlace& new_place) {
  const auto store = new_place()();
  std::vector<audit::TreeHead> heads;
  for (int i = 0; i < 9; ++i) {
    heads.push_back(reading(*store)->audit_head());
    const auto transaction = writing(*store);
    transaction->log(entry);
    if (i % 2 == 0) transaction->log(entry);
    transaction->commit();
  }
  const auto leaves = reading(*store)->audit_leaves();
  const audit::TreeHead now{leaves.size(), audit::root_of(leaves)};
  CHECK(reading(*store)->audit_head() == now);
  CHECK(leaves.size() == 14);
  for (const auto& head : heads) {
    CHECK(proves_consistency(audit::consistency_proof(leaves, head.size), head, now));
  }
}

void entries_are_seen_by_label(const NewPlace& new_place) {
  const auto store = new_place()();
  import(*store, {.rows = { { {}, "a" } }});
  import(*store, {.sha256 = "01", .label = nightjar});
  {
    const auto transaction = writing(*store);
    transaction->log({.actor = "nina", .action = "search", .label = nightjar});
    transaction->log(entry);
    transaction->commit();
  }
  const auto seen = reading(*store)->audit_entries(ann);
  REQUIRE(seen.size() == 2);
  CHECK(seen[0].number == 0);
  CHECK(seen[0].entry.action == "import");
  CHECK(seen[1].number == 3);
  CHECK(seen[1].entry.at == entry.at);
  const auto all = reading(*store)->audit_entries(nina);
  REQUIRE(all.size() == 4);
  // The entry of an import carries the batch's label even if its author gave it none.
  CHECK(all[1].entry.label == nightjar);
  CHECK(reading(*store)->audit_entries(nina, 2, 1)[0].entry.actor == "nina");
  CHECK(reading(*store)->audit_entries(nina, 4).empty());
}

void a_payload_can_be_erased_and_proofs_hold(const NewPlace& new_place) {
  const auto store = new_place()();
  {
    const auto transaction = writing(*store);
    for (int i = 0; i < 5; ++i) transaction->log(entry);
    transaction->commit();
  }
  const auto before = reading(*store)->audit_leaves();
  {
    const auto transaction = writing(*store);
    transaction->erase_audit_payload(2, entry);
    transaction->commit();
  }
  const auto after = reading(*store)->audit_leaves();
  CHECK(std::equal(before.begin(), before.end(), after.begin()));
  CHECK(reading(*store)->audit_entries(ann, 0, 3)[2].number == 3);
  CHECK(reading(*store)->verify_audit().erased == 1);
  check_is_sound(*store);
  CHECK(fault_of([&] { writing(*store)->erase_audit_payload(2, entry); }) == base::Fault::missing);
  import(*store, {});
  CHECK(fault_of([&] { writing(*store)->erase_audit_payload(6, entry); }) == base::Fault::conflict);
}

void readers_keep_what_they_began_with(const NewPlace& new_place) {
  const auto store = new_place()();
  import(*store, {.rows = { { {}, "a" } }});
  const auto reader = reading(*store);
  const auto writer = writing(*store);
  import(*writer, {.sha256 = "01", .rows = { { {}, "b" } }});
  CHECK(reader->count_records(ann) == 1);
  writer->commit();
  CHECK(reader->count_records(ann) == 1);
  CHECK(reading(*store)->count_records(ann) == 2);
}

void one_writes_at_a_time(const NewPlace& new_place) {
  const auto store = new_place()();
  const auto write_twenty = [&] {
    for (int i = 0; i < 20; ++i) {
      const auto transaction = writing(*store);
      transaction->log(entry);
      transaction->commit();
    }
  };
  std::thread other(write_twenty);
  write_twenty();
  other.join();
  CHECK(reading(*store)->audit_head().size == 40);
  check_is_sound(*store);
}

constexpr ContractCase cases[] = {
    {"a new store is empty and sound", a_new_store_is_empty_and_sound},
    {"what is saved is read back", what_is_saved_is_read_back},
    {"what is hidden is not there", what_is_hidden_is_not_there},
    {"rollback leaves nothing", rollback_leaves_nothing},
    {"without an entry nothing is kept", without_an_entry_nothing_is_kept},
    {"a failed act undoes the unit of work", a_failed_act_undoes_the_unit_of_work},
    {"nothing is kept above the ceiling", nothing_is_kept_above_the_ceiling},
    {"the same bytes come in once under one label", the_same_bytes_come_in_once_under_one_label},
    {"a withdrawn batch vanishes and comes back", a_withdrawn_batch_vanishes_and_comes_back},
    {"decisions are seen by label, oldest first", decisions_are_seen_by_label_oldest_first},
    {"the latest frozen text counts", the_latest_frozen_text_counts},
    {"opening again finds everything", opening_again_finds_everything},
    {"the log grows and proves it", the_log_grows_and_proves_it},
    {"entries are seen by label", entries_are_seen_by_label},
    {"a payload can be erased and proofs hold", a_payload_can_be_erased_and_proofs_hold},
    {"readers keep what they began with", readers_keep_what_they_began_with},
    {"one writes at a time", one_writes_at_a_time},
};

}  // namespace

std::span<const ContractCase> store_contract() { return cases; }

}  // namespace store
