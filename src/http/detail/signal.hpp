#pragma once

#include <chrono>
#include <memory>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace http {

/// Something that a coroutine waits for and another thread brings about. Shared, as either may be
/// the last to look at it.
class Signal : public std::enable_shared_from_this<Signal> {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Signal(const boost::asio::any_io_executor& executor) : timer_(executor) {}

  void raise() {  ///< on any thread
    boost::asio::post(timer_.get_executor(), [self = shared_from_this()] {
      self->is_raised_ = true;
      self->timer_.cancel();
    });
  }

  /// Until it is raised or the time has come; false if it was not raised. On the executor.
  boost::asio::awaitable<bool> wait_until(Time time) {
    while (!is_raised_ && std::chrono::steady_clock::now() < time) {
      boost::system::error_code ignored;
      auto token = boost::asio::redirect_error(boost::asio::use_awaitable, ignored);
      timer_.expires_at(time);
      co_await timer_.async_wait(token);
    }
    co_return std::exchange(is_raised_, false);
  }

 private:
  boost::asio::steady_timer timer_;
  bool is_raised_ = false;
};

}  // namespace http
