#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace http {

/// What Beast's parser would let pass, and another server on the way might read differently: where
/// two disagree on the end of a request, one caller's words become another's request.
struct HeadScan {
  enum class State { incomplete, complete, refused };
  State state = State::incomplete;
  std::size_t length = 0;  ///< with the empty line, when complete
  int status = 400;        ///< when refused
  const char* sentence = "";
};

/// Looks for the end of a head at the beginning of `bytes`. Refuses bare LF and CR, NUL, folded
/// lines, a space before the colon, and more than `bytes_max`.
HeadScan scan_head(std::string_view bytes, std::size_t bytes_max);

/// What is wrong with how a parsed head says where its body ends; null if nothing is.
const char* find_bad_framing(const std::vector<Header>& headers, unsigned version);

}  // namespace http
