#pragma once

#include <string>
#include <vector>

#include "store/store.hpp"

namespace store {

/// A row of a batch, as a test says it.
struct TestRow {
  model::Label label;
  std::string cells;
};

struct TestBatch {
  std::string source = "custody";
  std::string sha256 = "00";
  model::Label label = {};
  std::vector<TestRow> rows = {};
  std::vector<model::RejectedRow> rejected = {};
};

inline model::Batch batch_of(const TestBatch& test) {
  return {.source = test.source,
          .force = "Eastern",
          .layout = "custody",
          .layout_version = 2,
          .layout_text = "{}",
          .file_name = "custody.csv",
          .file_sha256 = test.sha256,
          .header = {"name", "born"},
          .label = test.label,
          .legal_basis = {.basis = "policing purpose", .expires = base::Date{2030, 1, 0}},
          .imported_by = "ann",
          .imported = 1772000000};
}

/// Imports it in that transaction: the row of the file is its place + 2.
inline model::BatchId import(Transaction& transaction, const TestBatch& test) {
  const auto id = transaction.save(
      batch_of(test),
      {.actor = "ann", .operation = model::Operation::collection, .action = "import"});
  std::vector<model::Record> records;
  for (const auto& row : test.rows) {
    records.push_back({.row = static_cast<std::int64_t>(records.size()) + 2,
                       .cells = row.cells,
                       .label = transaction.label_id(row.label)});
  }
  transaction.append(id, records);
  transaction.append(id, test.rejected);
  transaction.finish_batch(id, static_cast<std::int64_t>(records.size()),
                           static_cast<std::int64_t>(test.rejected.size()));
  return id;
}

inline model::BatchId import(Store& store, const TestBatch& test) {
  const auto transaction = store.begin(Access::read_write);
  const auto id = import(*transaction, test);
  transaction->commit();
  return id;
}

}  // namespace store
