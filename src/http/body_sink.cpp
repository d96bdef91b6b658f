#include "http/detail/body_sink.hpp"

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace http {

BodySink::~BodySink() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(request_.body_file.c_str());
}

bool BodySink::append(std::string_view bytes) {
  if (file_ >= 0) return write_to_file(bytes);
  request_.body.append(bytes);
  if (directory_.empty() || request_.body.size() <= memory_bytes_max_) return true;
  if (!open_file() || !write_to_file(request_.body)) return false;
  request_.body = {};
  return true;
}

bool BodySink::open_file() {
  std::string path = directory_ + "/upload-XXXXXX";
  file_ = ::mkostemp(path.data(), O_CLOEXEC);
  if (file_ < 0) return false;
  request_.body_file = path;
  return true;
}

bool BodySink::write_to_file(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace http
