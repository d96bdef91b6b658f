#include "accounts/detail/attempts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace accounts {

namespace {

constexpr base::Seconds first_wait = 15;
constexpr std::size_t keys_max = 100'000;  // names that nobody has are counted too

}  // namespace

void Attempts::forget(Failures& failures, base::Seconds now) const {
  auto& at = failures.at;
  while (!at.empty() && at.front() + window_ <= now) at.pop_front();
}

Attempts::Answer Attempts::ask(const std::string& key, base::Seconds now) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return {};
  auto& failures = found->second;
  forget(failures, now);
  const auto beyond = static_cast<int>(failures.at.size()) - failures_max_;
  if (beyond < 0) return {};
  const auto wait = std::min(window_, first_wait << std::min(beyond, 10));
  const auto left = failures.at.back() + wait - now;
  if (left <= 0) return {};
  return {.wait = left, .is_news = !std::exchange(failures.is_told, true)};
}

void Attempts::begin(const std::string& key, base::Seconds now) {
  if (by_key_.size() >= keys_max && !by_key_.contains(key)) make_room(now);
  auto& failures = by_key_[key];
  failures.at.push_back(now);
  failures.is_told = false;
}

void Attempts::forgive_one(const std::string& key) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return;
  if (!found->second.at.empty()) found->second.at.pop_back();
  if (found->second.at.empty()) by_key_.erase(found);
}

void Attempts::make_room(base::Seconds now) {
  for (auto each = by_key_.begin(); each != by_key_.end();) {
    forget(each->second, now);
    each = each->second.at.empty() ? by_key_.erase(each) : std::next(each);
  }
  if (by_key_.size() < keys_max) return;
  by_key_.erase(std::min_element(by_key_.begin(), by_key_.end(), [](auto& one, auto& two) {
    return one.second.at.back() < two.second.at.back();
  }));
}

}  // namespace accounts
