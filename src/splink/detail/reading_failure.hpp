#pragma once

#include <string>

namespace splink::detail {

/// Why a condition cannot be read, as the end of a sentence; parse_condition makes it a base::Error
/// that quotes the condition.
struct ReadingFailure {
  std::string reason;
};

}  // namespace splink::detail
