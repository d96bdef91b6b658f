#include "http/detail/connection.hpp"

#include <chrono>
#include <ctime>
#include <exception>
#include <optional>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

#include "http/detail/receiver.hpp"
#include "http/detail/reply_head.hpp"
#include "http/detail/signal.hpp"
#include "http/detail/wire.hpp"
#include "http/dispatch.hpp"
#include "http/events.hpp"
#include "http/problem.hpp"

// g++ 12 takes the frames of coroutines, which Asio recycles, for a mistake.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace http {

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace {

void report_to(const Site& site, const RawRequest& request, const char* what) {
  if (site.report) site.report(request, what);
}

// The first chunk that is not empty; "" if the stream ends before. A failure becomes the reply.
void pull_first(const Site& site, const RawRequest& request, Reply& reply, std::string& chunk) {
  try {
    bool more = true;
    while (chunk.empty() && more) more = reply.stream(chunk);
    if (!more) chunk.clear();
    return;
  } catch (const base::Error& error) {
    reply = problem_of(error);
  } catch (const std::exception& exception) {
    report_to(site, request, exception.what());
    reply = our_mistake();
  }
  chunk.clear();
  add_security_headers(reply, site);
}

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(std::unique_ptr<Wire> wire, Core& core, Connections::Number number, std::string peer)
      : wire_(std::move(wire)),
        core_(core),
        number_(number),
        peer_(std::move(peer)),
        receiver_(*wire_, core_.settings) {}

  void begin();

 private:
  asio::awaitable<void> serve();
  asio::awaitable<bool> serve_request();
  asio::awaitable<bool> receive_body(Received& received, const BodyRule& rule, BodySink& sink);
  asio::awaitable<std::optional<Reply>> refuse_early_on_worker(const RawRequest& head);
  asio::awaitable<Reply> reply_on_worker(const RawRequest& request, std::string& first_chunk);
  asio::awaitable<bool> write_reply(const Received& received, const Reply& reply,
                                    std::string first_chunk);
  asio::awaitable<bool> write_stream(const Reply& reply, std::string chunk, bool is_chunked);
  asio::awaitable<bool> write_events(const Reply& reply, bool is_chunked);
  asio::awaitable<bool> write(std::string_view bytes);
  asio::awaitable<void> watch_for_end(std::shared_ptr<EventQueue> events);
  asio::awaitable<void> say_goodbye();

  const std::unique_ptr<Wire> wire_;
  Core& core_;
  const Connections::Number number_;
  const std::string peer_;
  Receiver receiver_;
  bool is_idle_ = false;
  bool is_refused_ = false;             // bytes may still come that nobody will use
  bool is_watched_ = false;             // watch_for_end reads
  std::shared_ptr<EventQueue> events_;  // while they are being written; shared with the hub
};

void Connection::begin() {
  const auto executor = wire_->executor();
  const auto when_idle = [self = weak_from_this(), executor] {
    asio::post(executor, [self] {
      const auto connection = self.lock();
      if (!connection) return;
      if (connection->is_idle_) connection->wire_->close();
      if (connection->events_) connection->events_->close();
    });
  };
  const auto at_once = [self = weak_from_this(), executor] {
    asio::post(executor, [self] {
      if (const auto connection = self.lock()) connection->wire_->close();
    });
  };
  core_.connections.set_ends(number_, {.when_idle = when_idle, .at_once = at_once});
  auto run = [](std::shared_ptr<Connection> self) -> asio::awaitable<void> {
    try {
      co_await self->serve();
    } catch (const std::exception& exception) {
      report_to(self->core_.site, {}, exception.what());
    }
    self->wire_->close();
    self->core_.connections.leave(self->number_);
  };
  asio::co_spawn(executor, run(shared_from_this()), asio::detached);
}

asio::awaitable<void> Connection::serve() {
  wire_->set_deadline(steady_clock::now() + core_.settings.header_time_max);
  const bool opened = co_await wire_->open();
  if (!opened) co_return;
  bool keeps_open = true;
  while (keeps_open) keeps_open = co_await serve_request();
  co_await say_goodbye();
}

// One request and its reply; false when the connection is to end.
asio::awaitable<bool> Connection::serve_request() {
  // Until the first byte of a request the connection is idle, and may be ended.
  is_idle_ = true;
  bool is_wanted = !core_.is_stopping;
  if (is_wanted) is_wanted = co_await receiver_.wait_for_request();
  is_idle_ = false;
  if (!is_wanted) co_return false;

  Received received{.request = {.peer = peer_}};
  const bool has_head = co_await receiver_.read_head(received);
  if (!has_head) co_return false;
  BodyRule rule;
  if (!received.refusal) {
    rule = body_rule(core_.router, received.request, core_.settings.body_bytes_max);
    receiver_.apply(rule, received);
  }
  BodySink sink(received.request, rule.may_be_spooled ? core_.settings.spool_directory : "",
                core_.settings.spool_above_bytes);
  const bool is_whole = co_await receive_body(received, rule, sink);
  if (!is_whole) co_return false;

  std::string first_chunk;
  Reply reply;
  if (received.refusal) {
    received.keeps_open = false;
    is_refused_ = true;
    reply = std::move(*received.refusal);
    if (header(reply.headers, "Cache-Control").empty()) add_security_headers(reply, core_.site);
  } else {
    reply = co_await reply_on_worker(received.request, first_chunk);
  }
  if (core_.is_stopping) received.keeps_open = false;
  const bool written = co_await write_reply(received, reply, std::move(first_chunk));
  co_return (written && received.keeps_open);
}

asio::awaitable<bool> Connection::receive_body(Received& received, const BodyRule& rule,
                                               BodySink& sink) {
  if (!received.refusal && rule.is_refused_early) {
    auto refusal = co_await refuse_early_on_worker(received.request);
    received.refusal = std::move(refusal);
  }
  if (received.refusal) co_return true;
  const bool is_whole = co_await receiver_.read_body(received, sink);
  co_return is_whole;
}

asio::awaitable<std::optional<Reply>> Connection::refuse_early_on_worker(const RawRequest& head) {
  const auto done = std::make_shared<Signal>(wire_->executor());
  std::optional<Reply> refusal;
  WorkerPool::Job job = [&, done] {
    refusal = refuse_early(core_.router, core_.site, head);
    done->raise();
  };
  if (core_.workers.offer(std::move(job))) {
    co_await done->wait_until(steady_clock::time_point::max());
  } else {
    refusal = busy("The server is busy. Try again in a moment.");
    add_security_headers(*refusal, core_.site);
  }
  co_return refusal;
}

// With the first chunk of a stream, so that one which fails at once can still be a problem reply.
asio::awaitable<Reply> Connection::reply_on_worker(const RawRequest& request,
                                                   std::string& first_chunk) {
  const auto done = std::make_shared<Signal>(wire_->executor());
  Reply reply;
  WorkerPool::Job job = [&, done] {
    reply = dispatch(core_.router, core_.site, request);
    if (reply.stream && request.method != "HEAD")
      pull_first(core_.site, request, reply, first_chunk);
    done->raise();
  };
  if (core_.workers.offer(std::move(job))) {
    co_await done->wait_until(steady_clock::time_point::max());
  } else {
    reply = busy("The server is busy. Try again in a moment.");
    add_security_headers(reply, core_.site);
  }
  co_return reply;
}

asio::awaitable<bool> Connection::write_reply(const Received& received, const Reply& reply,
                                              std::string first_chunk) {
  const auto status_class = static_cast<std::size_t>(reply.status / 100);
  core_.replies_by_class.at(status_class).fetch_add(1, std::memory_order_relaxed);
  const bool has_length = !reply.stream && !reply.events;
  ReplyFraming framing{.is_chunked = !has_length && !received.is_http_1_0,
                       .keeps_open = received.keeps_open};
  if (has_length) framing.length = reply.content().size();
  if (!has_length && !framing.is_chunked) framing.keeps_open = false;
  auto head = reply_head(reply, framing, std::time(nullptr));
  const bool is_bodiless = received.request.method == "HEAD" || reply.status == 304;
  // In one write with its head, or a waiting acknowledgement would delay it.
  if (has_length && !is_bodiless && !reply.kept_body) head += reply.body;
  bool keeps_open = co_await write(head);
  if (!keeps_open || is_bodiless) co_return keeps_open;
  if (reply.kept_body) keeps_open = co_await write(*reply.kept_body);
  if (reply.events) keeps_open = co_await write_events(reply, framing.is_chunked);
  if (reply.stream) {
    keeps_open = co_await write_stream(reply, std::move(first_chunk), framing.is_chunked);
  }
  if (!framing.keeps_open) keeps_open = false;
  co_return keeps_open;
}

asio::awaitable<bool> Connection::write_stream(const Reply& reply, std::string chunk,
                                               bool is_chunked) {
  enum class Pulled { part, end, failure };
  const auto done = std::make_shared<Signal>(wire_->executor());
  // The first chunk is empty exactly when the stream is at its end already.
  auto pulled = chunk.empty() ? Pulled::end : Pulled::part;
  while (pulled == Pulled::part) {
    if (is_chunked) chunk = chunk_of(chunk);
    const bool written = co_await write(chunk);
    if (!written) co_return false;
    WorkerPool::Job job = [&, done] {
      try {
        chunk.clear();
        pulled = reply.stream(chunk) ? Pulled::part : Pulled::end;
      } catch (const std::exception& exception) {
        pulled = Pulled::failure;
        report_to(core_.site, {}, exception.what());
      }
      done->raise();
    };
    if (!core_.workers.insist(std::move(job))) co_return false;
    co_await done->wait_until(steady_clock::time_point::max());
  }
  // Without the last chunk the reader can tell that the reply is not whole.
  if (pulled == Pulled::failure) co_return false;
  const bool written = co_await write(is_chunked ? last_chunk : "");
  co_return written;
}

asio::awaitable<bool> Connection::write_events(const Reply& reply, bool is_chunked) {
  const auto changed = std::make_shared<Signal>(wire_->executor());
  const auto queue = reply.events;
  events_ = queue;
  is_watched_ = true;
  queue->on_change([changed] { changed->raise(); });
  asio::co_spawn(
      wire_->executor(), [self = shared_from_this(), queue] { return self->watch_for_end(queue); },
      asio::detached);
  bool written = true;
  bool is_open = !core_.is_stopping;
  // A first comment lets the browser know that it is connected.
  std::string part = ":\n\n";
  while (written && is_open) {
    if (is_chunked) part = chunk_of(part);
    written = co_await write(part);
    if (!written) break;
    part = queue->take();
    while (part.empty() && is_open) {
      is_open = !queue->is_closed();
      if (!is_open) break;
      const auto beat = steady_clock::now() + core_.settings.heartbeat;
      const bool is_raised = co_await changed->wait_until(beat);
      part = is_raised ? queue->take() : ":\n\n";
    }
  }
  events_ = nullptr;
  queue->on_change(nullptr);
  queue->close();
  if (written && is_chunked) co_await write(last_chunk);
  co_return false;
}

// A browser that leaves its event stream says nothing: reading is how to learn of it at once.
asio::awaitable<void> Connection::watch_for_end(std::shared_ptr<EventQueue> events) {
  std::array<char, 64> room;
  wire_->set_deadline(Wire::Time::max());  // a write's own, set before the read began, would end it
  co_await wire_->read(room.data(), room.size());
  events->close();
}

// In pieces, each of which must be taken in its time.
asio::awaitable<bool> Connection::write(std::string_view bytes) {
  constexpr auto piece_max = 64 * kibibyte;
  while (!bytes.empty()) {
    const auto piece = bytes.substr(0, piece_max);
    wire_->set_deadline(steady_clock::now() + core_.settings.grace +
                        std::chrono::seconds(piece.size() / core_.settings.bytes_per_second_min));
    const bool written = co_await wire_->write(piece.data(), piece.size());
    if (!written) co_return false;
    bytes.remove_prefix(piece.size());
  }
  co_return true;
}

// Closing while bytes wait to be read would reset the connection, and the reply could be lost.
asio::awaitable<void> Connection::say_goodbye() {
  if (is_watched_) co_return;  // there is a read under way, and may be no second
  wire_->set_deadline(steady_clock::now() + std::chrono::seconds(2));
  co_await wire_->end();
  if (is_refused_) co_await receiver_.drain();
}

}  // namespace

void serve_connection(std::unique_ptr<Wire> wire, Core& core, Connections::Number number,
                      const std::string& peer) {
  std::make_shared<Connection>(std::move(wire), core, number, peer)->begin();
}

}  // namespace http
