#include "store/detail/migrations.hpp"

#include <string>

#include <SQLiteCpp/Transaction.h>

#include "base/embedded.hpp"
#include "base/error.hpp"

namespace store {

extern const base::EmbeddedFile embedded_files[];
extern const std::size_t embedded_file_count;

namespace {

constexpr int application_id = 0x52505452;  // "RPTR": file(1) and we know our own

int pragma(SQLite::Database& database, const char* name) {
  return database.execAndGet("PRAGMA " + std::string(name)).getInt();
}

void check_is_ours(SQLite::Database& database, int schema) {
  const bool is_new =
      schema == 0 && database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (!is_new && pragma(database, "application_id") != application_id) {
    throw base::Error(base::Fault::unavailable,
                      "raptor.db is the database of another program; name another folder");
  }
  if (schema > newest_schema()) {
    throw base::Error(base::Fault::conflict, "the store was written by a newer release (schema " +
                                                 std::to_string(schema) + "; this one knows " +
                                                 std::to_string(newest_schema()) +
                                                 "); use that release or a later one");
  }
}

}  // namespace

int newest_schema() { return static_cast<int>(embedded_file_count); }

void migrate(SQLite::Database& database) {
  check_is_ours(database, pragma(database, "user_version"));
  database.exec("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;");
  for (;;) {
    // Without the lock first: a store that is up to date must open while another process writes.
    check_is_ours(database, pragma(database, "user_version"));
    if (pragma(database, "user_version") == newest_schema()) return;
    SQLite::Transaction step(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int schema = pragma(database, "user_version");
    if (schema >= newest_schema()) continue;
    const auto& file = embedded_files[schema];
    base::expect(std::stoi(std::string(file.name.substr(0, 4))) == schema + 1,
                 "migrations numbered without gaps");
    database.exec(std::string(file.content));
    database.exec("PRAGMA user_version = " + std::to_string(schema + 1));
    database.exec("PRAGMA application_id = " + std::to_string(application_id));
    step.commit();
  }
}

}  // namespace store
