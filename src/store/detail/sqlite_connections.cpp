#include "store/detail/sqlite_connections.hpp"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "base/error.hpp"

namespace store {

namespace {

/// What a damaged or hostile file could use against us is off; what is deleted is overwritten.
void configure(SQLite::Database& database) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database.exec(
      "PRAGMA synchronous = FULL;"
      "PRAGMA foreign_keys = ON;"
      "PRAGMA secure_delete = ON;"
      "PRAGMA cell_size_check = ON;"
      "PRAGMA temp_store = MEMORY;"
      "PRAGMA cache_size = -65536;"
      "PRAGMA journal_size_limit = 67108864;");
}

}  // namespace

SqliteConnections::SqliteConnections(std::filesystem::path file, int wait_for_writer_ms)
    : file_(std::move(file)), wait_for_writer_ms_(wait_for_writer_ms) {}

std::unique_ptr<SQLite::Database> SqliteConnections::take() {
  {
    const std::lock_guard lock(idle_mutex_);
    if (!idle_.empty()) {
      auto database = std::move(idle_.back());
      idle_.pop_back();
      return database;
    }
  }
  // No mutex inside: the pool sees to it that one thread at a time has a connection.
  auto database = std::make_unique<SQLite::Database>(
      file_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, wait_for_writer_ms_);
  configure(*database);
  return database;
}

void SqliteConnections::give_back(std::unique_ptr<SQLite::Database> database) {
  const std::lock_guard lock(idle_mutex_);
  idle_.push_back(std::move(database));
}

std::unique_lock<std::mutex> SqliteConnections::wait_for_turn_to_write() {
  std::unique_lock turn(write_mutex_);
  if (has_stopped_) {
    throw base::Error(base::Fault::unavailable,
                      "the disk failed to keep what it was given, so nothing more is written; "
                      "check the disk, then start again");
  }
  return turn;
}

}  // namespace store
