#include "http/detail/receiver.hpp"

#include <array>
#include <chrono>
#include <limits>
#include <string_view>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "http/detail/framing.hpp"
#include "http/problem.hpp"

// g++ 12 takes the frames of coroutines, which Asio recycles, for a mistake.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace http {

namespace asio = boost::asio;
namespace beast_http = boost::beast::http;
using boost::system::error_code;
using std::chrono::steady_clock;

class Receiver::Parser : public beast_http::request_parser<beast_http::buffer_body> {};

namespace {

constexpr auto room_bytes = 16 * kibibyte;

void refuse(Received& received, int status, const char* sentence) {
  received.refusal = problem(status, sentence);
}

}  // namespace

Receiver::Receiver(Wire& wire, const Settings& settings) : wire_(wire), settings_(settings) {}
Receiver::~Receiver() = default;

asio::awaitable<bool> Receiver::wait_for_request() {
  if (!in_.empty()) co_return true;
  wire_.set_deadline(steady_clock::now() + settings_.idle_time_max);
  const bool more = co_await read_more();
  co_return more;
}

asio::awaitable<bool> Receiver::read_head(Received& received) {
  wire_.set_deadline(steady_clock::now() + settings_.header_time_max);
  for (;;) {
    const auto scan = scan_head(in_, settings_.header_bytes_max);
    if (scan.state == HeadScan::State::complete) {
      parse_head(received, scan.length);
      co_return true;
    }
    if (scan.state == HeadScan::State::refused) {
      refuse(received, scan.status, scan.sentence);
      co_return true;
    }
    const bool more = co_await read_more();
    if (!more) co_return false;
  }
}

void Receiver::parse_head(Received& received, std::size_t length) {
  parser_ = std::make_unique<Parser>();
  parser_->eager(false);
  parser_->header_limit(std::numeric_limits<std::uint32_t>::max());  // scan_head has looked
  // Not boost::none, which Beast 1.74 takes for less than any length.
  parser_->body_limit(std::numeric_limits<std::uint64_t>::max());
  error_code error;
  parser_->put(asio::const_buffer(in_.data(), length), error);
  in_.erase(0, length);
  if (error || !parser_->is_header_done()) {
    return refuse(received, 400, "The request is not well-formed HTTP/1.1.");
  }
  const auto& head = parser_->get();
  auto& request = received.request;
  request.method = std::string(head.method_string());
  request.target = std::string(head.target());
  for (const auto& field : head) {
    request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  received.is_http_1_0 = head.version() == 10;
  received.keeps_open = head.keep_alive();
  if (head.version() != 10 && head.version() != 11) {
    return refuse(received, 400, "This server speaks HTTP/1.1: ask in that version.");
  }
  if (const char* wrong = find_bad_framing(request.headers, head.version())) {
    return refuse(received, 400, wrong);
  }
}

void Receiver::apply(const BodyRule& rule, Received& received) {
  parser_->body_limit(rule.bytes_max);
  const auto announced = parser_->content_length();
  if (announced && *announced > rule.bytes_max) {
    refuse(received, 413, "The body is too long: send a shorter one.");
  }
}

asio::awaitable<bool> Receiver::read_body(Received& received, BodySink& sink) {
  if (parser_->is_done()) co_return true;
  const bool is_waited_for = in_.empty() && !received.is_http_1_0 &&
                             header(received.request.headers, "Expect") == "100-continue";
  if (is_waited_for) {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const bool written = co_await wire_.write(go_on.data(), go_on.size());
    if (!written) co_return false;
  }
  const bool whole = co_await receive_rest(received, sink);
  co_return whole;
}

asio::awaitable<bool> Receiver::receive_rest(Received& received, BodySink& sink) {
  // Longer extensions than any proxy keeps are a known way to make two servers disagree.
  constexpr std::size_t extension_bytes_max = 256;
  auto on_chunk = [](std::uint64_t, boost::beast::string_view extensions, error_code& error) {
    if (extensions.size() > extension_bytes_max) error = beast_http::error::bad_chunk_extension;
  };
  parser_->on_chunk_header(on_chunk);
  parser_->eager(true);
  const auto begun = steady_clock::now();
  auto bytes = in_.size();
  while (!parser_->is_done()) {
    if (!in_.empty() && take_body_bytes(received, sink)) continue;
    if (received.refusal || parser_->is_done()) co_return true;
    if (in_.size() > settings_.header_bytes_max) {
      refuse(received, 400, "The body's chunks are not well-formed.");
      co_return true;
    }
    wire_.set_deadline(begun + settings_.grace +
                       std::chrono::seconds(bytes / settings_.bytes_per_second_min));
    const auto before = in_.size();
    const bool more = co_await read_more();
    if (!more) co_return false;
    bytes += in_.size() - before;
  }
  co_return true;
}

// True if some of in_ could be used.
bool Receiver::take_body_bytes(Received& received, BodySink& sink) {
  std::array<char, room_bytes> room;
  auto& body = parser_->get().body();
  body.data = room.data();
  body.size = room.size();
  body.more = true;
  error_code error;
  const auto used = parser_->put(asio::const_buffer(in_.data(), in_.size()), error);
  in_.erase(0, used);
  if (!sink.append({room.data(), room.size() - body.size})) {
    received.refusal = busy("The server's disk is full. Tell its administrator.");
  } else if (error == beast_http::error::body_limit) {
    refuse(received, 413, "The body is too long: send a shorter one.");
  } else if (error && error != beast_http::error::need_more &&
             error != beast_http::error::need_buffer) {
    refuse(received, 400, "The body's chunks are not well-formed.");
  }
  return !received.refusal && used > 0;
}

asio::awaitable<void> Receiver::drain() {
  constexpr auto bytes_max = 1024 * kibibyte;
  std::size_t drained = 0;
  for (bool more = true; more && drained < bytes_max; drained += in_.size()) {
    in_.clear();
    more = co_await read_more();
  }
}

asio::awaitable<bool> Receiver::read_more() {
  std::array<char, room_bytes> room;
  const auto size = co_await wire_.read(room.data(), room.size());
  in_.append(room.data(), size);
  co_return size > 0;
}

}  // namespace http
