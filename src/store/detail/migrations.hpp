#pragma once

#include <SQLiteCpp/Database.h>

namespace store {

/// The number of the newest migration of this program (data/store/NNNN_*.sql).
int newest_schema();

/// Brings the database from its schema (PRAGMA user_version) to the newest, each step in one
/// transaction. Throws Fault::conflict if it is newer than this program, Fault::unavailable if it
/// is another program's.
void migrate(SQLite::Database& database);

}  // namespace store
