#include "http/events.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "http/problem.hpp"

namespace http {

std::string EventQueue::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

void EventQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  if (notice_) notice_();
}

bool EventQueue::is_closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

void EventQueue::on_change(std::function<void()> notice) {
  const std::lock_guard lock(mutex_);
  notice_ = std::move(notice);
}

void EventQueue::add(std::string_view framed, std::size_t bytes_max) {
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  if (waiting_.size() + framed.size() > bytes_max) {
    waiting_.clear();
    closed_ = true;
  } else {
    waiting_ += framed;
  }
  if (notice_) notice_();
}

Reply EventHub::subscribe(Subscriber subscriber) {
  const std::lock_guard lock(mutex_);
  forget_closed();
  const auto of_session = std::count_if(
      listeners_.begin(), listeners_.end(),
      [&](const Listener& listener) { return listener.subscriber.session == subscriber.session; });
  if (listeners_.size() >= settings_.subscribers_max ||
      static_cast<std::size_t>(of_session) >= settings_.per_session_max) {
    return busy("Too many pages listen for news. Close some, then reload this one.");
  }
  Reply reply;
  reply.headers = {{"Content-Type", "text/event-stream"}};
  reply.events = std::make_shared<EventQueue>();
  listeners_.push_back({std::move(subscriber), reply.events});
  return reply;
}

void EventHub::publish(const std::string& audience, std::string_view event,
                       const nlohmann::json& data) {
  base::expect(event.find_first_of("\r\n") == std::string_view::npos,
               "an event's name on one line");
  // JSON on one line has no line break of its own, so it is one data field.
  const auto framed = "event: " + std::string(event) + "\ndata: " + data.dump() + "\n\n";
  const std::lock_guard lock(mutex_);
  forget_closed();
  for (const auto& listener : listeners_) {
    if (!listener.subscriber.audiences.contains(audience)) continue;
    if (const auto queue = listener.queue.lock()) queue->add(framed, settings_.waiting_bytes_max);
  }
}

void EventHub::close_session(std::string_view session) {
  const std::lock_guard lock(mutex_);
  for (const auto& listener : listeners_) {
    const auto queue = listener.queue.lock();
    if (queue && listener.subscriber.session == session) queue->close();
  }
  forget_closed();
}

void EventHub::close_all() {
  const std::lock_guard lock(mutex_);
  for (const auto& listener : listeners_) {
    if (const auto queue = listener.queue.lock()) queue->close();
  }
  listeners_.clear();
}

std::size_t EventHub::subscribers() {
  const std::lock_guard lock(mutex_);
  forget_closed();
  return listeners_.size();
}

void EventHub::forget_closed() {
  std::erase_if(listeners_, [](const Listener& listener) {
    const auto queue = listener.queue.lock();
    return !queue || queue->is_closed();
  });
}

}  // namespace http
