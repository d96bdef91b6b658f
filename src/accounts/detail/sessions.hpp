#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/settings.hpp"
#include "base/digest.hpp"

namespace accounts {

/// Of the token only its SHA-256 is kept: who reads our memory cannot sign in with it.
struct Session {
  std::string name;  ///< by which others may speak of it
  std::string user, peer;
  std::int64_t epoch = 0;  ///< of the account when it began
  base::Seconds began = 0, last_seen = 0;
};

/// Those that are signed in, in memory only. Belongs under its owner's mutex.
class Sessions {
 public:
  explicit Sessions(const Settings& settings) : settings_(settings) {}

  /// The token.
  std::string begin(Session session, const Random& random);
  /// Null if there is none, or its time is over.
  Session* find(std::string_view token, base::Seconds now);
  void end(std::string_view token);
  void end_where(const std::function<bool(const Session&)>& is_over);
  bool is_over(const Session& session, base::Seconds now) const;
  std::vector<Session> of_user(const std::string& user) const;
  /// The names of those that ended since the last call.
  std::vector<std::string> take_ended();

 private:
  using ByToken = std::map<base::Digest, Session>;
  void end(ByToken::iterator session);
  void make_room_for(const std::string& user);

  const Settings settings_;
  ByToken by_token_;
  std::vector<std::string> ended_;
};

}  // namespace accounts
