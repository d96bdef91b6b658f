#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

#include "model/label.hpp"
#include "store/store.hpp"

namespace store {

/// Fills the bytes with what nobody can foresee.
using Random = std::function<void(std::span<std::uint8_t>)>;
/// That of the operating system.
void fill_from_system(std::span<std::uint8_t> bytes);

/// The store needs no clock: every moment comes with what is saved.
struct OpenOptions {
  model::Tier ceiling =
      model::Tier::official_sensitive;  ///< of a new installation; an old one keeps its own
  /// For the installation's key and the salts of the logs; called by many threads.
  Random random = fill_from_system;
  int wait_for_writer_ms = 10'000;  ///< while another process writes
};

/// The store of one installation in a folder of its own: raptor.db (SQLite, write-ahead log, every
/// commit on the disk before it returns), consultations.db (the same, for what is logged without
/// waiting for writers) and installation.key. Makes them, and the folder, on first
/// use; brings an older database up to date. Threads of one process wait for each other's writes
/// without limit. Throws Fault::unavailable, or Fault::conflict for a database of a newer release.
std::unique_ptr<Store> open_sqlite(const std::filesystem::path& data_directory,
                                   const OpenOptions& options = {});

}  // namespace store
