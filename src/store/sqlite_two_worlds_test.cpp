#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/detail/test_batch.hpp"
#include "store/detail/test_folder.hpp"
#include "store/sqlite_store.hpp"

// Existence is hidden by construction: every answer equals the answer of a store from which all
// that the viewer may not see was left out (trust.md 2.5, A1), over a small lattice, whole.

namespace {

using access::Viewer;
using model::Label;
using model::Tier;
using store::Access;
using Names = std::vector<std::string>;

std::vector<Label> all_labels() {
  std::vector<Label> labels;
  for (auto tier : {Tier::official, Tier::official_sensitive, Tier::secret, Tier::unreadable}) {
    for (const auto& compartments : {Names{}, Names{"A"}, Names{"A", "B"}}) {
      for (const auto& clauses : {std::vector<Names>{}, {{"x"}}, {{"x", "y"}}}) {
        labels.push_back({.tier = tier, .compartments = compartments, .groups = clauses});
      }
    }
  }
  return labels;
}

std::vector<Viewer> all_viewers() {
  std::vector<Viewer> viewers;
  for (auto clearance : {Tier::official, Tier::official_sensitive, Tier::secret}) {
    for (const auto& compartments : {Names{}, Names{"A"}, Names{"B"}, Names{"A", "B"}}) {
      for (const auto& groups : {Names{}, Names{"x"}, Names{"y"}}) {
        for (bool is_custodian : {false, true}) {
          viewers.push_back({"v", clearance, compartments, groups, is_custodian});
        }
      }
    }
  }
  return viewers;
}

/// A batch under every third label; in each a record under every label, joined with the batch's or
/// (as no import would make it) not.
std::vector<store::TestBatch> all_batches() {
  std::vector<store::TestBatch> batches;
  const auto labels = all_labels();
  for (std::size_t i = 0; i < labels.size(); i += 3) {
    store::TestBatch batch{.sha256 = std::to_string(i), .label = labels[i]};
    for (std::size_t j = 0; j < labels.size(); ++j) {
      batch.rows.push_back({j % 2 == 0 ? join(labels[i], labels[j]) : labels[j],
                            std::to_string(i) + "/" + std::to_string(j)});
    }
    batch.rejected.push_back({.row = 99, .cells = std::to_string(i)});
    batches.push_back(batch);
  }
  return batches;
}

/// Leaves out what the viewer may not see; decisions, corrections and notes are made of labels
/// alone.
void fill(store::Store& store, const Viewer* viewer) {
  const auto transaction = store.begin(Access::read_write);
  const auto sees = [&](const Label& label) { return !viewer || may_see(*viewer, label); };
  for (auto batch : all_batches()) {
    if (!sees(batch.label)) continue;
    std::erase_if(batch.rows, [&](const store::TestRow& row) { return !sees(row.label); });
    import(*transaction, batch);
  }
  std::uint8_t number = 0;
  for (const auto& label : all_labels()) {
    if (!sees(label)) continue;
    transaction->save(model::Decision{.reason = to_key(label), .label = label}, {});
    transaction->save(model::Correction{.reason = to_key(label), .label = label}, {});
    const model::Reference name{{++number}};
    transaction->save(model::Jotting{.name = name, .text = to_key(label), .label = label}, {});
  }
  transaction->commit();
}

/// Everything that a viewer can ask, but for ids, which never leave the store, and rows of the
/// file: a world without a record has another file.
std::string answers(store::Store& store, const Viewer& viewer) {
  const auto transaction = store.begin(Access::read_only);
  std::string text = std::to_string(transaction->count_records(viewer)) + "\n";
  for (const auto& batch : transaction->batches(viewer)) {
    text += batch.file_sha256 + " " + std::to_string(batch.records) + " " +
            std::to_string(transaction->rejected_rows(viewer, batch.id).size()) + "\n";
  }
  transaction->for_each_record(viewer, [&](const model::Record& record) {
    text += record.cells + " " + to_key(transaction->label(record.label)) +
            (transaction->record(viewer, record.id) ? "\n" : " not found alone\n");
  });
  for (const auto& batch : all_batches()) {
    const auto found = transaction->find_batch(viewer, batch.source, batch.sha256, batch.label);
    text += found ? "found " + std::to_string(found->records) + "\n" : "none\n";
  }
  for (const auto& decision : transaction->decisions(viewer)) text += decision.reason + "\n";
  for (const auto& each : transaction->corrections(viewer)) text += each.reason + "\n";
  for (const auto& each : transaction->jottings(viewer)) text += each.text + "\n";
  return text;
}

std::unique_ptr<store::Store> opened(const store::TestFolder& folder) {
  return store::open_sqlite(folder.path, {.ceiling = Tier::secret});
}

}  // namespace

TEST_CASE("every answer equals that of a store without what is hidden") {
  const store::TestFolder whole_folder;
  const auto whole = opened(whole_folder);
  fill(*whole, nullptr);
  std::size_t distinct_counts = 0;
  std::string last;
  for (const auto& viewer : all_viewers()) {
    const store::TestFolder folder;
    const auto without_hidden = opened(folder);
    fill(*without_hidden, &viewer);
    const auto text = answers(*whole, viewer);
    CHECK(text == answers(*without_hidden, viewer));
    distinct_counts += text != last;
    last = text;
  }
  CHECK(distinct_counts > 30);  // the lattice does tell viewers apart
}

TEST_CASE("what a viewer may not see is found by no id") {
  const store::TestFolder folder;
  const auto store = opened(folder);
  fill(*store, nullptr);
  const auto transaction = store->begin(Access::read_only);
  const Viewer all{"all", Tier::secret, {"A", "B"}, {"x", "y"}, true};
  const auto batches = transaction->batches(all);
  for (const auto& viewer : all_viewers()) {
    std::int64_t seen = 0;
    transaction->for_each_record(all, [&](const model::Record& record) {
      const auto& batch = batches.at(static_cast<std::size_t>(record.batch.value) - 1);
      const bool may =
          may_see(viewer, batch.label) && may_see(viewer, transaction->label(record.label));
      seen += may;
      if (record.row % 5 == 0) CHECK(transaction->record(viewer, record.id).has_value() == may);
    });
    CHECK(transaction->count_records(viewer) == seen);
  }
}
