#pragma once

#include <utility>

#include <SQLiteCpp/Exception.h>

namespace store {

/// As base::Error(Fault::unavailable) with a sentence for whoever runs the installation.
[[noreturn]] void throw_in_words(const SQLite::Exception& error);

/// Whether the disk failed to keep what it was given. After that nothing it says can be relied on
/// ("Can Applications Recover from fsync Failures?", USENIX ATC 2020): no further writes.
bool is_disk_failure(const SQLite::Exception& error);

template <class Body>
auto in_words(Body&& body) {
  try {
    return std::forward<Body>(body)();
  } catch (const SQLite::Exception& error) {
    throw_in_words(error);
  }
}

}  // namespace store
