#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/request.hpp"

namespace http {

/// Gathers the body of a request: in memory, and beyond a size in a file that only this user may
/// read and that is deleted with the sink.
class BodySink {
 public:
  /// An empty directory: always in memory.
  BodySink(RawRequest& request, std::string directory, std::size_t memory_bytes_max)
      : request_(request), directory_(std::move(directory)), memory_bytes_max_(memory_bytes_max) {}
  ~BodySink();
  BodySink(const BodySink&) = delete;
  BodySink& operator=(const BodySink&) = delete;

  bool append(std::string_view bytes);  ///< false if the disk fails

 private:
  bool open_file();
  bool write_to_file(std::string_view bytes) const;

  RawRequest& request_;
  const std::string directory_;
  const std::size_t memory_bytes_max_;
  int file_ = -1;
};

}  // namespace http
