#include "http/detail/connections.hpp"

#include <utility>

namespace http {

std::optional<Connections::Number> Connections::enter(const std::string& peer) {
  const std::lock_guard lock(mutex_);
  if (entries_.size() >= limits_.all_max) return {};
  auto& of_peer = by_peer_[peer];
  if (of_peer >= limits_.per_peer_max) return {};
  ++of_peer;
  entries_[next_].peer = peer;
  return next_++;
}

void Connections::set_ends(Number number, Ends ends) {
  const std::lock_guard lock(mutex_);
  entries_.at(number).ends = std::move(ends);
}

void Connections::leave(Number number) {
  const std::lock_guard lock(mutex_);
  const auto entry = entries_.find(number);
  const auto of_peer = by_peer_.find(entry->second.peer);
  if (--of_peer->second == 0) by_peer_.erase(of_peer);
  entries_.erase(entry);
  left_.notify_all();
}

std::size_t Connections::open() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

void Connections::end_when_idle() {
  const std::lock_guard lock(mutex_);
  for (const auto& [number, entry] : entries_) {
    if (entry.ends.when_idle) entry.ends.when_idle();
  }
}

void Connections::end_at_once() {
  const std::lock_guard lock(mutex_);
  for (const auto& [number, entry] : entries_) {
    if (entry.ends.at_once) entry.ends.at_once();
  }
}

bool Connections::wait_for_none(std::chrono::milliseconds time_max) {
  std::unique_lock lock(mutex_);
  return left_.wait_for(lock, time_max, [this] { return entries_.empty(); });
}

}  // namespace http
