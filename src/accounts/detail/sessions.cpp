#include "accounts/detail/sessions.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/error.hpp"

namespace accounts {

std::string Sessions::begin(Session session, const Random& random) {
  make_room_for(session.user);
  std::array<std::uint8_t, 32> secret;
  std::array<std::uint8_t, 10> name;
  random(secret);
  random(name);
  session.name = base::to_hex(name);
  auto token = base::to_hex(secret);
  const bool is_new =
      by_token_.emplace(base::sha256(base::bytes_of(token)), std::move(session)).second;
  base::expect(is_new, "a token that nobody has");
  return token;
}

bool Sessions::is_over(const Session& session, base::Seconds now) const {
  return now - session.last_seen >= settings_.idle_max ||
         now - session.began >= settings_.session_max;
}

Session* Sessions::find(std::string_view token, base::Seconds now) {
  const auto found = by_token_.find(base::sha256(base::bytes_of(token)));
  if (found == by_token_.end()) return nullptr;
  if (!is_over(found->second, now)) return &found->second;
  end(found);
  return nullptr;
}

void Sessions::end(ByToken::iterator session) {
  ended_.push_back(session->second.name);
  by_token_.erase(session);
}

void Sessions::end(std::string_view token) {
  const auto found = by_token_.find(base::sha256(base::bytes_of(token)));
  if (found != by_token_.end()) end(found);
}

void Sessions::end_where(const std::function<bool(const Session&)>& is_over) {
  for (auto each = by_token_.begin(); each != by_token_.end();) {
    const auto current = each++;
    if (is_over(current->second)) end(current);
  }
}

std::vector<Session> Sessions::of_user(const std::string& user) const {
  std::vector<Session> sessions;
  for (const auto& [token, session] : by_token_) {
    if (session.user == user) sessions.push_back(session);
  }
  std::sort(sessions.begin(), sessions.end(), [](const Session& one, const Session& two) {
    return std::tie(one.began, one.name) < std::tie(two.began, two.name);
  });
  return sessions;
}

void Sessions::make_room_for(const std::string& user) {
  auto held = of_user(user);
  if (static_cast<int>(held.size()) < settings_.sessions_per_user_max) return;
  const auto idlest = std::min_element(
      held.begin(), held.end(),
      [](const Session& one, const Session& two) { return one.last_seen < two.last_seen; });
  end_where([&](const Session& session) { return session.name == idlest->name; });
}

std::vector<std::string> Sessions::take_ended() { return std::exchange(ended_, {}); }

}  // namespace accounts
