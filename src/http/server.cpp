#include "http/server.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/error.hpp"
#include "http/detail/connection.hpp"
#include "http/detail/wire.hpp"

namespace http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// One context a thread: a connection stays on its thread, and needs no lock.
struct IoThread {
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(context);
  std::thread thread;
};

Site completed(Site site, const Settings& settings) {
  if (!settings.certificate_file.empty()) site.transport = Transport::tls;
  const bool is_v6 = settings.address.find(':') != std::string::npos;
  site.hosts.push_back(is_v6 ? "[" + settings.address + "]" : settings.address);
  return site;
}

}  // namespace

class Server::Running {
 public:
  Running(const Router& router, Site site, const Settings& settings);

  void stop();
  std::uint16_t port() const { return port_; }
  Metrics metrics() const;

 private:
  void listen();
  asio::awaitable<void> accept();
  void take(tcp::socket socket);

  Core core_;
  std::shared_ptr<Tls> tls_;  // shared with the connections
  // After what connections use, so that the last of them end first.
  std::vector<std::unique_ptr<IoThread>> io_threads_;
  std::optional<tcp::acceptor> acceptor_;
  std::uint16_t port_ = 0;
  bool is_stopped_ = false;
};

Server::Running::Running(const Router& router, Site site, const Settings& settings)
    : core_{.router = router,
            .site = completed(std::move(site), settings),
            .settings = settings,
            .workers = WorkerPool(settings.handlers_at_once_max, settings.handlers_waiting_max),
            .connections = Connections({.all_max = settings.connections_max,
                                        .per_peer_max = settings.connections_per_peer_max})} {
  if (core_.site.transport == Transport::tls) {
    tls_ = load_tls(settings.certificate_file, settings.key_file);
  }
  for (int i = 0; i < settings.io_threads; ++i) {
    io_threads_.push_back(std::make_unique<IoThread>());
  }
  listen();
  asio::co_spawn(io_threads_.front()->context, accept(), asio::detached);
  for (auto& each : io_threads_) {
    each->thread = std::thread([io = each.get()] { io->context.run(); });
  }
}

void Server::Running::listen() {
  error_code error;
  const auto address = asio::ip::make_address(core_.settings.address, error);
  if (error) {
    throw base::Error(base::Fault::invalid, "\"" + core_.settings.address +
                                                "\" is no address to listen on; give one as "
                                                "127.0.0.1");
  }
  const tcp::endpoint endpoint(address, core_.settings.port);
  acceptor_.emplace(io_threads_.front()->context);
  const auto run = [&error](auto&& step) {
    if (!error) step();
  };
  run([&] { acceptor_->open(endpoint.protocol(), error); });
  run([&] { acceptor_->set_option(tcp::acceptor::reuse_address(true), error); });
  run([&] { acceptor_->bind(endpoint, error); });
  run([&] { acceptor_->listen(asio::socket_base::max_listen_connections, error); });
  if (error) {
    throw base::Error(base::Fault::unavailable,
                      "cannot listen on " + core_.settings.address + ":" +
                          std::to_string(core_.settings.port) + " (" + error.message() +
                          "); choose another address or port, or stop what holds it");
  }
  port_ = acceptor_->local_endpoint().port();
}

asio::awaitable<void> Server::Running::accept() {
  for (std::size_t next = 0; !core_.is_stopping; next = (next + 1) % io_threads_.size()) {
    tcp::socket socket(io_threads_[next]->context);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await acceptor_->async_accept(socket, token);
    if (!error) {
      take(std::move(socket));
    } else if (!core_.is_stopping) {
      // No file descriptor is free: at once again would only burn time.
      asio::steady_timer pause(io_threads_.front()->context, std::chrono::milliseconds(50));
      co_await pause.async_wait(token);
    }
  }
}

void Server::Running::take(tcp::socket socket) {
  error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return;
  socket.set_option(tcp::no_delay(true), error);
  auto peer = endpoint.address().to_string();
  const auto number = core_.connections.enter(peer);
  if (!number) {
    ++core_.connections_refused;
    return;
  }
  const auto executor = socket.get_executor();
  auto wire = make_wire(std::move(socket), tls_);
  asio::post(executor, [this, number, wire = std::move(wire), peer = std::move(peer)]() mutable {
    serve_connection(std::move(wire), core_, *number, peer);
  });
}

void Server::Running::stop() {
  if (std::exchange(is_stopped_, true)) return;
  core_.is_stopping = true;
  asio::post(io_threads_.front()->context, [this] {
    error_code ignored;
    acceptor_->close(ignored);
  });
  core_.connections.end_when_idle();
  if (!core_.connections.wait_for_none(core_.settings.stop_time_max)) {
    core_.connections.end_at_once();
  }
  core_.workers.finish();
  // What was cut off says goodbye on its thread; nothing waits for more than that.
  core_.connections.wait_for_none(std::chrono::seconds(1));
  for (auto& each : io_threads_) {
    each->work.reset();
    each->context.stop();
    each->thread.join();
  }
}

Metrics Server::Running::metrics() const {
  Metrics metrics{.connections_refused = core_.connections_refused,
                  .connections_open = core_.connections.open(),
                  .handlers_waiting = core_.workers.waiting()};
  std::copy(core_.replies_by_class.begin(), core_.replies_by_class.end(),
            metrics.replies_by_class.begin());
  return metrics;
}

Server::Server(const Router& router, Site site, const Settings& settings)
    : running_(std::make_unique<Running>(router, std::move(site), settings)) {}

Server::~Server() { stop(); }

std::uint16_t Server::port() const { return running_->port(); }
Metrics Server::metrics() const { return running_->metrics(); }
void Server::stop() { running_->stop(); }

}  // namespace http
