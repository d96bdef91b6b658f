#include "http/detail/wire.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include "base/error.hpp"
#include "base/text.hpp"

namespace http {

namespace asio = boost::asio;
using boost::beast::tcp_stream;
using boost::system::error_code;

class Tls {
 public:
  Tls() : context(asio::ssl::context::tls_server) {}
  asio::ssl::context context;
};

namespace {

using TlsStream = asio::ssl::stream<tcp_stream>;

template <class Stream>
class WireOver : public Wire {
 public:
  template <class... Arguments>
  explicit WireOver(std::shared_ptr<Tls> tls, Arguments&&... arguments)
      : tls_(std::move(tls)), stream_(std::forward<Arguments>(arguments)...) {}

  asio::any_io_executor executor() override { return lowest().get_executor(); }

  void set_deadline(Time time) override {
    if (time == Time::max()) {
      lowest().expires_never();
    } else {
      lowest().expires_at(time);
    }
  }

  asio::awaitable<bool> open() override {
    error_code error;
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      auto token = asio::redirect_error(asio::use_awaitable, error);
      co_await stream_.async_handshake(asio::ssl::stream_base::server, token);
    }
    co_return !error;
  }

  asio::awaitable<std::size_t> read(char* bytes, std::size_t size) override {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    const auto count = co_await stream_.async_read_some(asio::buffer(bytes, size), token);
    co_return error ? 0 : count;
  }

  asio::awaitable<bool> write(const char* bytes, std::size_t size) override {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_write(stream_, asio::buffer(bytes, size), token);
    co_return !error;
  }

  asio::awaitable<void> end() override {
    error_code error;
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      auto token = asio::redirect_error(asio::use_awaitable, error);
      co_await stream_.async_shutdown(token);
    }
    lowest().socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    co_return;
  }

  void close() override { lowest().close(); }

 private:
  tcp_stream& lowest() { return boost::beast::get_lowest_layer(stream_); }

  std::shared_ptr<Tls> tls_;
  Stream stream_;
};

}  // namespace

std::shared_ptr<Tls> load_tls(const std::string& certificate_file, const std::string& key_file) {
  auto tls = std::make_shared<Tls>();
  error_code error;
  tls->context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                           asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                           asio::ssl::context::no_tlsv1_1);
  tls->context.use_certificate_chain_file(certificate_file, error);
  if (error) {
    throw base::Error(base::Fault::invalid,
                      "the certificate " + base::quoted(certificate_file) +
                          " cannot be used; give a PEM file: " + error.message());
  }
  tls->context.use_private_key_file(key_file, asio::ssl::context::pem, error);
  if (error) {
    throw base::Error(
        base::Fault::invalid,
        "the key " + base::quoted(key_file) +
            " cannot be used; give the certificate's key as a PEM file: " + error.message());
  }
  return tls;
}

std::unique_ptr<Wire> make_wire(asio::ip::tcp::socket socket, const std::shared_ptr<Tls>& tls) {
  if (!tls) return std::make_unique<WireOver<tcp_stream>>(nullptr, std::move(socket));
  return std::make_unique<WireOver<TlsStream>>(tls, std::move(socket), tls->context);
}

}  // namespace http
