#pragma once

#include <deque>
#include <map>
#include <string>

#include "base/date.hpp"

namespace accounts {

/// The failed attempts of each of many (accounts, or addresses) within a window of time; slows down
/// those with too many. Belongs under its owner's mutex.
class Attempts {
 public:
  struct Answer {
    base::Seconds wait = 0;  ///< 0: go on
    bool is_news = false;    ///< the first refusal since the last attempt that went on
  };

  Attempts(int failures_max, base::Seconds window) : failures_max_(failures_max), window_(window) {}

  Answer ask(const std::string& key, base::Seconds now);
  /// Counts as a failure until forgiven, so that many attempts at the same time cannot all go on.
  void begin(const std::string& key, base::Seconds now);
  void forgive_one(const std::string& key);
  void forgive_all(const std::string& key) { by_key_.erase(key); }

 private:
  struct Failures {
    std::deque<base::Seconds> at;
    bool is_told = false;
  };
  void forget(Failures& failures, base::Seconds now) const;
  void make_room(base::Seconds now);

  const int failures_max_;
  const base::Seconds window_;
  std::map<std::string, Failures> by_key_;
};

}  // namespace accounts
