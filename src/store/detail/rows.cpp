#include "store/detail/rows.hpp"

#include <cstring>

#include "base/text.hpp"

namespace store {

namespace {

std::optional<std::int64_t> optional_of(const SQLite::Column& column) {
  if (column.isNull()) return {};
  return column.getInt64();
}

std::optional<model::Grading> grading_of(const SQLite::Column& column) {
  if (column.isNull()) return {};
  const int grading = column.getInt();
  if (grading < 0 || grading >= 15) return {};
  return model::Grading{static_cast<model::SourceEvaluation>(grading / 5),
                        static_cast<model::Assessment>(grading % 5)};
}

model::Reference reference_of(const SQLite::Column& column) {
  model::Reference reference;
  if (column.getBytes() == static_cast<int>(reference.bytes.size())) {
    std::memcpy(reference.bytes.data(), column.getBlob(), reference.bytes.size());
  }
  return reference;
}

}  // namespace

const char* const batch_columns =
    "id, source, force, layout, layout_version, layout_text, file_name, file_sha256, header, "
    "label, basis, authorisation, purpose, expires, may_hold_privileged, imported_by, imported, "
    "rejected, withdrawn";
const char* const record_columns =
    "id, batch, row, label, grading, happened, recorded, retention, cells";
const char* const rejected_columns = "row, line, column_name, reason, cells";
const char* const decision_columns =
    "id, left_record, left_slot, right_record, right_slot, verdict, decided_by, reason, decided, "
    "label";
const char* const correction_columns =
    "id, record, slot, attribute, was, remedy, becomes, decided_by, reason, decided, label";

std::string header_text(const model::Batch& batch) {
  std::string text;
  for (const auto& column : batch.header) {
    if (&column != &batch.header.front()) text += model::cell_separator;
    text += column;
  }
  return text;
}

std::int64_t packed(model::Grading grading) {
  return 5 * static_cast<std::int64_t>(grading.source) +
         static_cast<std::int64_t>(grading.assessment);
}

model::Batch batch_of(SQLite::Statement& row, LabelTable& labels) {
  int index = 0;
  const auto text = [&] { return row.getColumn(index++).getString(); };
  const auto number = [&] { return row.getColumn(index++).getInt64(); };
  model::Batch batch;
  batch.id = {number()};
  for (auto* field : {&batch.source, &batch.force, &batch.layout}) *field = text();
  batch.layout_version = static_cast<int>(number());
  for (auto* field : {&batch.layout_text, &batch.file_name, &batch.file_sha256}) *field = text();
  if (const auto header = text(); !header.empty()) {
    for (auto column : base::split(header, model::cell_separator)) {
      batch.header.emplace_back(column);
    }
  }
  batch.label = labels.label({number()});
  auto& basis = batch.legal_basis;
  for (auto* field : {&basis.basis, &basis.authorisation, &basis.purpose}) *field = text();
  basis.expires = base::parse_date(text(), base::DateOrder::year_month_day);
  basis.may_hold_privileged = number() != 0;
  batch.imported_by = text();
  batch.imported = number();
  batch.rejected = number();
  batch.withdrawn = number() != 0;
  return batch;
}

void read_record(SQLite::Statement& row, model::Record& record) {
  record.id = {row.getColumn(0).getInt64()};
  record.batch = {row.getColumn(1).getInt64()};
  record.row = row.getColumn(2).getInt64();
  record.label = {row.getColumn(3).getInt64()};
  record.grading = grading_of(row.getColumn(4));
  record.happened = optional_of(row.getColumn(5));
  record.recorded = optional_of(row.getColumn(6));
  record.retention = static_cast<model::RetentionGroup>(row.getColumn(7).getInt());
  const auto cells = row.getColumn(8);
  const auto* text = static_cast<const char*>(cells.getBlob());
  record.cells.assign(text == nullptr ? "" : text, static_cast<std::size_t>(cells.getBytes()));
}

model::RejectedRow rejected_row_of(SQLite::Statement& row) {
  return {.row = row.getColumn(0).getInt64(),
          .line = row.getColumn(1).getInt64(),
          .column = row.getColumn(2).getString(),
          .reason = row.getColumn(3).getString(),
          .cells = row.getColumn(4).getString()};
}

model::Decision decision_of(SQLite::Statement& row, LabelTable& labels) {
  const auto verdict = base::named<model::Verdict>(row.getColumn(5).getString());
  return {.id = {row.getColumn(0).getInt64()},
          .left = {reference_of(row.getColumn(1)), row.getColumn(2).getString()},
          .right = {reference_of(row.getColumn(3)), row.getColumn(4).getString()},
          .verdict = verdict.value_or(model::Verdict::unsure),
          .decided_by = row.getColumn(6).getString(),
          .reason = row.getColumn(7).getString(),
          .decided = row.getColumn(8).getInt64(),
          .label = labels.label({row.getColumn(9).getInt64()})};
}

// What cannot be read corrects nothing; verify_audit says that it was altered.
model::Correction correction_of(SQLite::Statement& row, LabelTable& labels) {
  const auto attribute = base::named<model::Attribute>(row.getColumn(3).getString());
  const auto remedy = base::named<model::Remedy>(row.getColumn(5).getString());
  return {.id = {row.getColumn(0).getInt64()},
          .value = {.mention = {reference_of(row.getColumn(1)), row.getColumn(2).getString()},
                    .attribute = attribute.value_or(model::Attribute::reference),
                    .was = row.getColumn(4).getString()},
          .remedy = attribute ? remedy.value_or(model::Remedy::restore) : model::Remedy::restore,
          .becomes = row.getColumn(6).getString(),
          .decided_by = row.getColumn(7).getString(),
          .reason = row.getColumn(8).getString(),
          .decided = row.getColumn(9).getInt64(),
          .label = labels.label({row.getColumn(10).getInt64()})};
}

}  // namespace store
