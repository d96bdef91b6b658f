#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "http/router.hpp"
#include "http/site.hpp"

namespace http {

constexpr std::size_t kibibyte = 1024;

struct Settings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: one that is free
  /// Both PEM, or neither; with them the server speaks TLS 1.2 and 1.3 only.
  std::string certificate_file, key_file;

  int io_threads = 2;
  int handlers_at_once_max = 8;
  std::size_t handlers_waiting_max = 256;  ///< beyond, 503
  std::size_t connections_max = 800;       ///< beyond, new ones are closed at once
  std::size_t connections_per_peer_max = 400;

  std::size_t header_bytes_max = 16 * kibibyte;
  std::size_t body_bytes_max = 1024 * kibibyte;  ///< a route may say otherwise
  /// A body longer than this lies in a file while it is worked on, unless its route takes JSON.
  std::size_t spool_above_bytes = 1024 * kibibyte;
  std::string spool_directory = "/tmp";

  std::chrono::milliseconds header_time_max{10'000};
  std::chrono::milliseconds idle_time_max{30'000};
  /// A body sent, or a reply taken, more slowly than this ends the connection; the grace comes
  /// before.
  std::size_t bytes_per_second_min = 4 * kibibyte;
  std::chrono::milliseconds grace{20'000};
  std::chrono::milliseconds heartbeat{15'000};  ///< of event streams
  std::chrono::milliseconds stop_time_max{10'000};
};

struct Metrics {
  std::array<std::uint64_t, 6> replies_by_class{};  ///< [2] counts 200 to 299
  std::uint64_t connections_refused = 0;
  std::size_t connections_open = 0, handlers_waiting = 0;
};

/// HTTP/1.1 over TCP or TLS, for a router. Sockets are served by io threads that never wait, and
/// handlers run on a bounded pool of workers, so neither slow handlers nor slow readers stop
/// others. Any thread may call anything.
class Server {
 public:
  /// Listens from here on. `router` and what `site` points to outlive the server. Throws
  /// Fault::unavailable if it cannot listen, Fault::invalid if certificate or key cannot be used.
  Server(const Router& router, Site site, const Settings& settings);
  ~Server();  ///< stops

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  Metrics metrics() const;

  /// Takes no more connections, lets what is under way finish, and cuts off what has not within
  /// stop_time_max. Waits for handlers that run even then, as nothing can end them from outside.
  void stop();

 private:
  class Running;
  std::unique_ptr<Running> running_;
};

}  // namespace http
