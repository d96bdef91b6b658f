#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "http/reply.hpp"

namespace http {

/// The events that wait for one reader, framed as text/event-stream. Filled by the hub, emptied by
/// whoever writes the reply. Any thread may call anything.
class EventQueue {
 public:
  std::string take();  ///< all that waits; "" when nothing does
  void close();        ///< nothing more is added; what waits may still be taken
  bool is_closed() const;
  /// Called at each change, on the thread that makes it, and never again after it was replaced.
  void on_change(std::function<void()> notice);

 private:
  friend class EventHub;
  void add(std::string_view framed, std::size_t bytes_max);

  mutable std::mutex mutex_;
  std::string waiting_;
  bool closed_ = false;
  std::function<void()> notice_;
};

/// Server-sent events: who listens, and what is sent to whom. An event is sent to those who hold
/// its audience's key and to nobody else, so it must be told to no wider a key than what it speaks
/// of. No event is numbered, as a number would count those of others. Any thread may call anything.
class EventHub {
 public:
  struct Settings {
    std::size_t subscribers_max = 500, per_session_max = 8;
    /// A reader behind by more is cut off; its browser comes back and asks for all afresh.
    std::size_t waiting_bytes_max = 262'144;
  };
  struct Subscriber {
    std::string session;
    std::set<std::string> audiences;
  };

  EventHub() : EventHub(Settings{}) {}
  explicit EventHub(const Settings& settings) : settings_(settings) {}

  /// The reply that a handler of an events route returns: an open stream, or 503 when there are too
  /// many.
  Reply subscribe(Subscriber subscriber);

  void publish(const std::string& audience, std::string_view event, const nlohmann::json& data);
  void close_session(std::string_view session);
  void close_all();
  std::size_t subscribers();

 private:
  struct Listener {
    Subscriber subscriber;
    std::weak_ptr<EventQueue> queue;
  };
  void forget_closed();

  const Settings settings_;
  std::mutex mutex_;
  std::vector<Listener> listeners_;
};

}  // namespace http
