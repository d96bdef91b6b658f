#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace http {

/// Which connections are open, from where, and how to end them.
class Connections {
 public:
  struct Limits {
    std::size_t all_max, per_peer_max;
  };
  /// Both are called from any thread, at most until the connection has left.
  struct Ends {
    std::function<void()> when_idle;  ///< at the end of what is under way
    std::function<void()> at_once;
  };
  using Number = std::uint64_t;

  explicit Connections(Limits limits) : limits_(limits) {}

  std::optional<Number> enter(const std::string& peer);  ///< nothing: there are too many
  void set_ends(Number number, Ends ends);
  void leave(Number number);
  std::size_t open() const;

  void end_when_idle();
  void end_at_once();
  bool wait_for_none(std::chrono::milliseconds time_max);

 private:
  struct Entry {
    std::string peer;
    Ends ends;
  };
  const Limits limits_;
  mutable std::mutex mutex_;
  std::condition_variable left_;
  std::map<Number, Entry> entries_;
  std::map<std::string, std::size_t> by_peer_;
  Number next_ = 0;
};

}  // namespace http
