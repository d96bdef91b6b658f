#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "http/request.hpp"

namespace http {

class EventQueue;

/// Fills `chunk` with the next part; false when there is none. Called on a worker thread, one call
/// at a time, and only when the reader has taken the part before. What it throws ends the
/// connection, so that the reader can tell a broken reply from a whole one.
using Stream = std::function<bool(std::string& chunk)>;

/// What goes back: a body, or a stream, or events.
struct Reply {
  int status = 200;
  std::vector<Header> headers;
  std::string body;
  /// Instead of `body`, for bytes that many replies share.
  std::shared_ptr<const std::string> kept_body;
  Stream stream;
  std::shared_ptr<EventQueue> events;  ///< shared with the hub that fills it

  std::string_view content() const { return kept_body ? *kept_body : body; }
};

Reply json_reply(const nlohmann::json& body, int status = 200);
Reply empty_reply();  ///< 204

/// `media_type` as "text/csv; charset=utf-8". A file name makes the browser save it.
Reply stream_reply(Stream stream, std::string media_type, std::string_view file_name = {});
Reply bytes_reply(std::string bytes, std::string media_type, std::string_view file_name = {});

/// "Not Found" for 404.
std::string_view phrase_of(int status);

}  // namespace http
