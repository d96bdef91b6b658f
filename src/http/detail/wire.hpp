#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace http {

/// A connection's bytes, over TCP or TLS. Behind virtual functions so that the code above is
/// compiled once: Beast and Asio take seconds for every kind of stream. To be used on the threads
/// of its executor only; one read and one write at a time.
class Wire {
 public:
  using Time = std::chrono::steady_clock::time_point;

  virtual ~Wire() = default;
  virtual boost::asio::any_io_executor executor() = 0;
  /// What begins after this call and is not done by then fails, and the connection is closed.
  virtual void set_deadline(Time time) = 0;
  virtual boost::asio::awaitable<bool> open() = 0;  ///< the handshake of TLS
  /// 0 when there will be no more.
  virtual boost::asio::awaitable<std::size_t> read(char* bytes, std::size_t size) = 0;
  virtual boost::asio::awaitable<bool> write(const char* bytes, std::size_t size) = 0;
  /// Says that nothing more will be written.
  virtual boost::asio::awaitable<void> end() = 0;
  virtual void close() = 0;
};

/// Certificate and key, ready to use.
class Tls;
std::shared_ptr<Tls> load_tls(const std::string& certificate_file, const std::string& key_file);

/// `tls` null: plain. It is shared because connections may outlive the acceptor.
std::unique_ptr<Wire> make_wire(boost::asio::ip::tcp::socket socket,
                                const std::shared_ptr<Tls>& tls);

}  // namespace http
