#pragma once

#include <cstddef>
#include <ctime>
#include <optional>
#include <string>

#include "http/reply.hpp"

namespace http {

/// How the reader will know where the body ends.
struct ReplyFraming {
  std::optional<std::size_t> length;  ///< nothing: in chunks, or at the end of the connection
  bool is_chunked = false;
  bool keeps_open = true;
};

/// Status line and headers, with the empty line after them. What could end a header early is taken
/// out of its value.
std::string reply_head(const Reply& reply, const ReplyFraming& framing, std::time_t now);

/// A part of a chunked body; "" gives "", as an empty chunk would end the body.
std::string chunk_of(std::string_view bytes);

constexpr std::string_view last_chunk = "0\r\n\r\n";

}  // namespace http
