#include "store/detail/record_reader.hpp"

#include <SQLiteCpp/Statement.h>

#include "store/detail/rows.hpp"

namespace store {

std::vector<model::Batch> RecordReader::select_batches(const access::Viewer& viewer,
                                                       const std::string& condition,
                                                       std::int64_t value) {
  const auto visible = labels_.visible(viewer);
  // A count of what is hidden would tell of it.
  SQLite::Statement rows(database_, "SELECT " + std::string(batch_columns) +
                                        ", (SELECT coalesce(sum(records), 0) FROM batch_label "
                                        "WHERE batch = batch.id AND label IN " +
                                        visible + ") FROM batch WHERE label IN " + visible +
                                        condition + " ORDER BY id");
  if (!condition.empty()) rows.bind(1, value);
  std::vector<model::Batch> batches;
  while (rows.executeStep()) {
    batches.push_back(batch_of(rows, labels_));
    batches.back().records = rows.getColumn(rows.getColumnCount() - 1).getInt64();
  }
  return batches;
}

std::vector<model::Batch> RecordReader::batches(const access::Viewer& viewer) {
  return select_batches(viewer, "", 0);
}

std::optional<model::Batch> RecordReader::batch(const access::Viewer& viewer, model::BatchId id) {
  auto found = select_batches(viewer, " AND id = ?", id.value);
  if (found.empty()) return {};
  return std::move(found.front());
}

std::optional<model::Batch> RecordReader::find_batch(const access::Viewer& viewer,
                                                     const std::string& source,
                                                     const std::string& file_sha256,
                                                     const model::Label& label) {
  if (!access::may_see(viewer, label)) return {};
  SQLite::Statement row(database_,
                        "SELECT batch.id FROM batch JOIN label ON label.id = batch.label "
                        "WHERE source = ? AND file_sha256 = ? AND label.key = ?");
  row.bind(1, source);
  row.bind(2, file_sha256);
  row.bind(3, model::to_key(label));
  if (!row.executeStep()) return {};
  return batch(viewer, {row.getColumn(0).getInt64()});
}

std::vector<model::RejectedRow> RecordReader::rejected_rows(const access::Viewer& viewer,
                                                            model::BatchId batch) {
  SQLite::Statement rows(
      database_, "SELECT " + std::string(rejected_columns) + " FROM rejected_row WHERE batch IN " +
                     readable_batches(labels_.visible(viewer)) + " AND batch = ? ORDER BY id");
  rows.bind(1, batch.value);
  std::vector<model::RejectedRow> rejected;
  while (rows.executeStep()) rejected.push_back(rejected_row_of(rows));
  return rejected;
}

void RecordReader::for_each_record(const access::Viewer& viewer,
                                   const std::function<void(const model::Record&)>& body) {
  const auto visible = labels_.visible(viewer);
  SQLite::Statement batches(database_,
                            "SELECT id, first_record, last_record FROM batch WHERE NOT withdrawn "
                            "AND label IN " +
                                visible + " ORDER BY id");
  SQLite::Statement rows(database_, "SELECT " + std::string(record_columns) +
                                        " FROM record WHERE id BETWEEN ? AND ? AND batch = ? "
                                        "AND label IN " +
                                        visible + " ORDER BY id");
  model::Record record;
  while (batches.executeStep()) {
    rows.reset();
    rows.bind(1, batches.getColumn(1).getInt64());
    rows.bind(2, batches.getColumn(2).getInt64());
    rows.bind(3, batches.getColumn(0).getInt64());
    while (rows.executeStep()) {
      read_record(rows, record);
      body(record);
    }
  }
}

std::optional<model::Record> RecordReader::record(const access::Viewer& viewer,
                                                  model::RecordId id) {
  const auto visible = labels_.visible(viewer);
  SQLite::Statement row(database_, "SELECT " + std::string(record_columns) +
                                       " FROM record WHERE id = ? AND label IN " + visible +
                                       " AND batch IN " + readable_batches(visible));
  row.bind(1, id.value);
  if (!row.executeStep()) return {};
  model::Record record;
  read_record(row, record);
  return record;
}

std::int64_t RecordReader::count_records(const access::Viewer& viewer) {
  const auto visible = labels_.visible(viewer);
  return database_
      .execAndGet("SELECT coalesce(sum(records), 0) FROM batch_label WHERE label IN " + visible +
                  " AND batch IN " + readable_batches(visible))
      .getInt64();
}

std::string RecordReader::readable_batches(const std::string& visible_labels) {
  return "(SELECT id FROM batch WHERE NOT withdrawn AND label IN " + visible_labels + ")";
}

}  // namespace store
