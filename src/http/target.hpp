#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

/// The target of a request, taken apart and then decoded, so that an encoded slash is a character
/// of its segment and never a separator.
struct Target {
  std::vector<std::string> segments;  ///< "/" has one, empty
  std::vector<std::pair<std::string, std::string>> query;
};

/// Reads origin form only ("/a/b?c=d"). Throws FieldError for anything else: a bad escape, bytes
/// that are no UTF-8, control characters, "." or ".." as a segment however they are written.
Target parse_target(std::string_view target);

}  // namespace http
