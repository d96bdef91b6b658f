#include "store/detail/batch_writer.hpp"

#include "base/error.hpp"
#include "store/detail/rows.hpp"

namespace store {

namespace {

void bind_optional(SQLite::Statement& statement, int index, std::optional<std::int64_t> value) {
  if (value) {
    statement.bind(index, *value);
  } else {
    statement.bind(index);
  }
}

}  // namespace

model::BatchId BatchWriter::begin(const model::Batch& batch, const model::AuditEntry& entry) {
  const auto label = labels_.id_of(batch.label, true);
  SQLite::Statement same(database_,
                         "SELECT 1 FROM batch WHERE source = ? AND file_sha256 = ? AND label = ?");
  same.bind(1, batch.source);
  same.bind(2, batch.file_sha256);
  same.bind(3, label.value);
  if (same.executeStep()) {
    throw base::Error(base::Fault::conflict,
                      "this file was imported before, from that source and under that label");
  }
  SQLite::Statement insert(database_,
                           "INSERT INTO batch (source, force, layout, layout_version, layout_text, "
                           "file_name, file_sha256, header, label, basis, authorisation, purpose, "
                           "expires, may_hold_privileged, imported_by, imported) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const auto& basis = batch.legal_basis;
  int index = 0;
  insert.bind(++index, batch.source);
  insert.bind(++index, batch.force);
  insert.bind(++index, batch.layout);
  insert.bind(++index, batch.layout_version);
  insert.bind(++index, batch.layout_text);
  insert.bind(++index, batch.file_name);
  insert.bind(++index, batch.file_sha256);
  insert.bind(++index, header_text(batch));
  insert.bind(++index, label.value);
  insert.bind(++index, basis.basis);
  insert.bind(++index, basis.authorisation);
  insert.bind(++index, basis.purpose);
  insert.bind(++index, basis.expires ? base::to_string(*basis.expires) : std::string());
  insert.bind(++index, static_cast<int>(basis.may_hold_privileged));
  insert.bind(++index, batch.imported_by);
  insert.bind(++index, batch.imported);
  insert.exec();
  const auto id = database_.getLastInsertRowid();
  auto logged = entry;
  logged.label = model::join(entry.label, batch.label);
  open_.emplace(id, Open{batch, std::move(logged), BatchDigest(batch)});
  return {id};
}

BatchWriter::Open& BatchWriter::open(model::BatchId batch) {
  const auto found = open_.find(batch.value);
  base::expect(found != open_.end(), "a batch that this transaction saved and has not finished");
  return found->second;
}

std::int64_t BatchWriter::insert(const model::Record& record, std::int64_t batch) {
  if (!insert_record_) {
    insert_record_.emplace(database_,
                           "INSERT INTO record (batch, row, label, grading, happened, recorded, "
                           "retention, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  }
  auto& statement = *insert_record_;
  statement.bind(1, batch);
  statement.bind(2, record.row);
  statement.bind(3, record.label.value);
  bind_optional(
      statement, 4,
      record.grading ? std::optional(packed(*record.grading)) : std::optional<std::int64_t>());
  bind_optional(statement, 5, record.happened);
  bind_optional(statement, 6, record.recorded);
  statement.bind(7, static_cast<int>(record.retention));
  statement.bindNoCopy(8, record.cells);
  statement.exec();
  statement.reset();
  return database_.getLastInsertRowid();
}

void BatchWriter::append(model::BatchId batch, std::span<const model::Record> records) {
  auto& open = this->open(batch);
  for (const auto& record : records) {
    base::expect(record.row >= open.last_row, "records in ascending order of row");
    auto found = open.labels.find(record.label.value);
    if (found == open.labels.end()) {
      base::expect(labels_.contains(record.label), "a label that label_id gave");
      found = open.labels.emplace(record.label.value, LabelUse{labels_.key(record.label)}).first;
    }
    const auto id = insert(record, batch.value);
    open.digest.add(record, found->second.key);
    ++found->second.records;
    if (open.records++ == 0) open.first_record = id;
    open.last_record = id;
    open.last_row = record.row;
  }
}

void BatchWriter::append(model::BatchId batch, std::span<const model::RejectedRow> rejected) {
  auto& open = this->open(batch);
  SQLite::Statement insert(
      database_,
      "INSERT INTO rejected_row (batch, row, line, column_name, reason, cells) "
      "VALUES (?, ?, ?, ?, ?, ?)");
  for (const auto& row : rejected) {
    insert.bind(1, batch.value);
    insert.bind(2, row.row);
    insert.bind(3, row.line);
    insert.bindNoCopy(4, row.column);
    insert.bindNoCopy(5, row.reason);
    insert.bindNoCopy(6, row.cells);
    insert.exec();
    insert.reset();
    open.digest.add(row);
    ++open.rejected;
  }
}

void BatchWriter::save_counts(std::int64_t batch, const Open& open) {
  SQLite::Statement update(database_,
                           "UPDATE batch SET records = ?, rejected = ?, first_record = ?, "
                           "last_record = ? WHERE id = ?");
  update.bind(1, open.records);
  update.bind(2, open.rejected);
  update.bind(3, open.first_record);
  update.bind(4, open.last_record);
  update.bind(5, batch);
  update.exec();
  SQLite::Statement insert(database_, "INSERT INTO batch_label VALUES (?, ?, ?)");
  for (const auto& [label, use] : open.labels) {
    insert.bind(1, batch);
    insert.bind(2, label);
    insert.bind(3, use.records);
    insert.exec();
    insert.reset();
  }
}

audit::Payload BatchWriter::finish(model::BatchId batch, std::int64_t records,
                                   std::int64_t rejected, const std::string& name) {
  auto& open = this->open(batch);
  base::expect(records == open.records && rejected == open.rejected,
               "as many records and rejected rows as were appended");
  save_counts(batch.value, open);
  audit::Payload payload{.entry = std::move(open.entry),
                         .fact = audit::Fact{.kept = audit::Kept::batch,
                                             .name = name,
                                             .digest = open.digest.hex(),
                                             .records = records,
                                             .rejected = rejected}};
  open_.erase(batch.value);
  return payload;
}

}  // namespace store
