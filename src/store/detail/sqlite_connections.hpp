#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <SQLiteCpp/Database.h>

namespace store {

/// The open connections of one database file, each used by one transaction at a time. Thread-safe.
class SqliteConnections {
 public:
  SqliteConnections(std::filesystem::path file, int wait_for_writer_ms);

  std::unique_ptr<SQLite::Database> take();
  void give_back(std::unique_ptr<SQLite::Database> database);

  /// Waits until no other thread of this process writes.
  std::unique_lock<std::mutex> wait_for_turn_to_write();
  /// After the disk failed to keep something this process writes no more.
  void stop_writing() { has_stopped_ = true; }

 private:
  const std::filesystem::path file_;
  const int wait_for_writer_ms_;
  std::mutex idle_mutex_, write_mutex_;
  std::vector<std::unique_ptr<SQLite::Database>> idle_;
  std::atomic<bool> has_stopped_ = false;
};

}  // namespace store
