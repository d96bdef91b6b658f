#include "http/reply.hpp"

#include <utility>

namespace http {

namespace {

// Any character that could end the quoted name, or a header, becomes an underscore.
std::string attachment(std::string_view file_name) {
  std::string safe;
  for (const char c : file_name) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '.' || c == '-' || c == '_' || c == ' ';
    safe += kept ? c : '_';
  }
  return "attachment; filename=\"" + safe + "\"";
}

Reply typed(std::string media_type, std::string_view file_name) {
  Reply reply;
  reply.headers.push_back({"Content-Type", std::move(media_type)});
  if (!file_name.empty()) reply.headers.push_back({"Content-Disposition", attachment(file_name)});
  return reply;
}

}  // namespace

Reply json_reply(const nlohmann::json& body, int status) {
  Reply reply{.status = status, .headers = {{"Content-Type", "application/json"}}};
  reply.body = body.dump();
  return reply;
}

Reply empty_reply() { return {.status = 204}; }

Reply stream_reply(Stream stream, std::string media_type, std::string_view file_name) {
  auto reply = typed(std::move(media_type), file_name);
  reply.stream = std::move(stream);
  return reply;
}

Reply bytes_reply(std::string bytes, std::string media_type, std::string_view file_name) {
  auto reply = typed(std::move(media_type), file_name);
  reply.body = std::move(bytes);
  return reply;
}

std::string_view phrase_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Other";
  }
}

}  // namespace http
