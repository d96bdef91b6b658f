#include "store/sqlite_store.hpp"

#include <doctest/doctest.h>

TEST_CASE("first use") {
  const auto directory = std::filesystem::temp_directory_path() / "raptor_store_smoke";
  std::filesystem::remove_all(directory);
  const auto store = store::open_sqlite(directory);
  const access::Viewer ann{.name = "ann"};
  {
    auto transaction = store->begin(store::Access::read_write);
    const auto label = transaction->label_id({});
    const auto batch = transaction->save({.source = "s", .file_sha256 = "00"}, {.actor = "ann"});
    const model::Record record{.row = 2,
                               .cells =
                                   "a\x1f"
                                   "b",
                               .label = label};
    transaction->append(batch, std::span(&record, 1));
    transaction->finish_batch(batch, 1, 0);
    transaction->commit();
  }
  auto transaction = store->begin(store::Access::read_only);
  CHECK(transaction->count_records(ann) == 1);
  CHECK(transaction->batches(ann).size() == 1);
  const auto verdict = transaction->verify_audit();
  for (const auto& finding : verdict.findings) MESSAGE(finding.sentence);
  CHECK(verdict.is_sound());
}
