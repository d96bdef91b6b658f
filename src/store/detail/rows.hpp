#pragma once

#include <optional>
#include <string>

#include <SQLiteCpp/Statement.h>

#include "model/correction.hpp"
#include "model/decision.hpp"
#include "model/record.hpp"
#include "store/detail/label_table.hpp"

namespace store {

/// How the database spells what needs a spelling, and back.
std::string header_text(const model::Batch& batch);
std::int64_t packed(model::Grading grading);

/// Columns and the reading of a row of them. The count of records of a batch is left to the caller:
/// it depends on who looks.
extern const char* const batch_columns;
model::Batch batch_of(SQLite::Statement& row, LabelTable& labels);

extern const char* const record_columns;
/// Into a record that is there, so that its text is reused.
void read_record(SQLite::Statement& row, model::Record& record);

extern const char* const rejected_columns;
model::RejectedRow rejected_row_of(SQLite::Statement& row);

extern const char* const decision_columns;
model::Decision decision_of(SQLite::Statement& row, LabelTable& labels);

extern const char* const correction_columns;
model::Correction correction_of(SQLite::Statement& row, LabelTable& labels);

}  // namespace store
