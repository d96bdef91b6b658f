#pragma once

#include <cstddef>

#include "base/date.hpp"
#include "store/sqlite_store.hpp"

namespace accounts {

/// Of argon2id with one lane, as libsodium has it (RFC 9106).
struct HashCost {
  unsigned passes = 3;
  std::size_t memory_bytes = std::size_t{64} << 20U;
};

struct Settings {
  HashCost cost;
  int hashes_at_once_max = 4;  ///< so that a flood of sign-ins does not fill the memory
  base::Seconds idle_max = base::Seconds{15} * 60, session_max = base::Seconds{12} * 3600;
  int sessions_per_user_max = 8;  ///< beyond, the one idle longest ends
  /// Failures in that time after which the next attempts must wait: 15 s, and twice as long after
  /// each further failure.
  base::Seconds failures_window = base::Seconds{15} * 60;
  int failures_per_account_max = 10, failures_per_peer_max = 30;
};

/// Called by many threads at the same time.
using store::Random;

}  // namespace accounts
