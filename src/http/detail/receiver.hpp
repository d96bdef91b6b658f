#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <boost/asio/awaitable.hpp>

#include "http/detail/body_sink.hpp"
#include "http/detail/wire.hpp"
#include "http/dispatch.hpp"
#include "http/server.hpp"

namespace http {

/// A request as far as it was received.
struct Received {
  RawRequest request;
  /// A problem that ends the connection, as the bytes after it cannot be trusted to be a request.
  std::optional<Reply> refusal;
  bool keeps_open = false;
  bool is_http_1_0 = false;
};

/// Takes requests off a wire, one after the other, within the limits of size and time. What was
/// received beyond one request is kept for the next.
class Receiver {
 public:
  Receiver(Wire& wire, const Settings& settings);
  ~Receiver();

  /// Whether bytes of a further request are here. Waits for them, idle, if not; false when there
  /// will be none.
  boost::asio::awaitable<bool> wait_for_request();
  /// False when it broke off or came too slowly.
  boost::asio::awaitable<bool> read_head(Received& received);
  void apply(const BodyRule& rule, Received& received);
  /// False when it broke off or came too slowly.
  boost::asio::awaitable<bool> read_body(Received& received, BodySink& sink);
  /// Reads and drops what still comes.
  boost::asio::awaitable<void> drain();

 private:
  class Parser;  // Beast's

  void parse_head(Received& received, std::size_t length);
  boost::asio::awaitable<bool> receive_rest(Received& received, BodySink& sink);
  bool take_body_bytes(Received& received, BodySink& sink);
  boost::asio::awaitable<bool> read_more();

  Wire& wire_;
  const Settings& settings_;
  std::unique_ptr<Parser> parser_;  // of the request that is being received
  std::string in_;                  // received and not yet used
};

}  // namespace http
