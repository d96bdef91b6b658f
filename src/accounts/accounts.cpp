#include "accounts/accounts.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include <nlohmann/json.hpp>

#include "accounts/change_accounts.hpp"
#include "accounts/detail/attempts.hpp"
#include "accounts/detail/sessions.hpp"
#include "accounts/password_policy.hpp"
#include "accounts/roles.hpp"
#include "base/error.hpp"

namespace accounts {

namespace {

using model::Account;

constexpr const char* not_let_in = "The user name or the password is not right.";
constexpr const char* too_often = "There were too many attempts: wait, then try again.";
constexpr const char* nobody = "nobody known";

/// An attempt to sign in, or to prove by the old password who asks for a new one.
struct Attempt {
  std::string user;  ///< folded; "" for what can be no user
  std::string peer;
  const char* action;
};

std::string possible_user(std::string_view typed) {
  auto user = folded_user(typed);
  return user.size() <= 40 ? user : std::string();
}

}  // namespace

class Accounts::Inside {
 public:
  Inside(store::Store& store, const Settings& settings, Random random)
      : store_(store),
        settings_(settings),
        random_(std::move(random)),
        hasher_(settings, random_),
        by_account_(settings.failures_per_account_max, settings.failures_window),
        by_peer_(settings.failures_per_peer_max, settings.failures_window),
        sessions_(settings) {}

  SignIn sign_in(const Credentials& credentials, base::Seconds now) {
    const Attempt attempt{possible_user(credentials.user), credentials.peer, "sign in"};
    if (auto refused = slow_down(attempt, now)) return *refused;
    const auto account = prove(attempt, credentials.password, now);
    if (!account) return SignInRefused{not_let_in};
    return begin_session(*account, credentials.peer, now);
  }

  std::optional<SignedIn> identify(std::string_view token, base::Seconds now) {
    const auto reading = store_.begin(store::Access::read_only);
    const std::lock_guard lock(mutex_);
    refresh(*reading);
    auto* session = sessions_.find(token, now);
    if (!session) return {};
    const auto* account = standing(*session);
    if (!account) {
      sessions_.end(token);
      return {};
    }
    session->last_seen = std::max(session->last_seen, now);
    return signed_in(*account, *session);
  }

  void sign_out(std::string_view token, base::Seconds now) {
    Session session;
    {
      const std::lock_guard lock(mutex_);
      const auto* found = sessions_.find(token, now);
      if (!found) return;
      session = *found;
      sessions_.end(token);
    }
    log(session.user, "sign out", session.peer, "signed out", now);
  }

  SignIn change_password(std::string_view token, const std::string& old_password,
                         const std::string& new_password, base::Seconds now) {
    const auto who = identify(token, now);
    if (!who) throw base::Error(base::Fault::missing, "nobody is signed in");
    if (const auto problem = problem_with_password(new_password, who->user, who->display_name)) {
      throw base::Error(base::Fault::invalid, *problem);
    }
    if (old_password == new_password) {
      throw base::Error(base::Fault::invalid, "The new password is the old one: choose another.");
    }
    const Attempt attempt{who->user, peer_of(token, now), "change password"};
    if (auto refused = slow_down(attempt, now)) return *refused;
    if (!prove(attempt, old_password, now)) return SignInRefused{not_let_in};
    const auto account = set_password(store_, hasher_, who->user, new_password, Next::keep,
                                      {.actor = who->user, .now = now});
    {
      const std::lock_guard lock(mutex_);
      sessions_.end_where([&](const Session& session) { return session.user == who->user; });
    }
    return begin_session(account, attempt.peer, now);
  }

  std::vector<OwnSession> sessions_of(const std::string& user) {
    const std::lock_guard lock(mutex_);
    std::vector<OwnSession> own;
    for (const auto& session : sessions_.of_user(user)) {
      own.push_back({session.name, session.peer, session.began, session.last_seen});
    }
    return own;
  }

  bool end_session(const std::string& user, const std::string& name, base::Seconds now) {
    std::optional<Session> ended;
    {
      const std::lock_guard lock(mutex_);
      sessions_.end_where([&](const Session& session) {
        if (session.user != user || session.name != name) return false;
        ended = session;
        return true;
      });
    }
    if (ended) log(user, "sign out", ended->peer, "signed out from another session", now);
    return ended.has_value();
  }

  std::vector<std::string> sweep(base::Seconds now) {
    const auto reading = store_.begin(store::Access::read_only);
    const std::lock_guard lock(mutex_);
    refresh(*reading);
    sessions_.end_where([&](const Session& session) {
      return sessions_.is_over(session, now) || !standing(session);
    });
    return sessions_.take_ended();
  }

  store::Store& store_;
  const Settings settings_;
  const Random random_;
  PasswordHasher hasher_;

 private:
  /// The refusal, if there were too many attempts. An attempt that may go on is counted as failed
  /// until `prove` forgives it.
  std::optional<SignInRefused> slow_down(const Attempt& attempt, base::Seconds now) {
    Attempts::Answer by_account, by_peer;
    {
      const std::lock_guard lock(mutex_);
      by_account = by_account_.ask(attempt.user, now);
      by_peer = by_peer_.ask(attempt.peer, now);
      if (by_account.wait == 0 && by_peer.wait == 0) {
        by_account_.begin(attempt.user, now);
        by_peer_.begin(attempt.peer, now);
        return {};
      }
    }
    // Once for each wait: or whoever floods us would fill the log.
    if (by_account.is_news || by_peer.is_news) {
      const auto known = store_.begin(store::Access::read_only)->account(attempt.user);
      log(known ? attempt.user : nobody, attempt.action, attempt.peer, "too many attempts", now);
    }
    return SignInRefused{too_often, std::max(by_account.wait, by_peer.wait)};
  }

  /// The account, if the password is its own; else what happened is logged. Every way through takes
  /// one hash and one entry, so the time tells nothing.
  std::optional<Account> prove(const Attempt& attempt, const std::string& password,
                               base::Seconds now) {
    std::optional<Account> account;
    std::string hash;
    {
      const auto reading = store_.begin(store::Access::read_only);
      account = reading->account(attempt.user);
      hash = reading->password_hash(attempt.user);
    }
    const bool fits = fits_or_forgive(attempt, password, hash);
    const bool may = account && account->state == model::AccountState::active;
    if (fits && may) {
      forgive(attempt);
      raise_cost(*account, password, hash, now);
      return account;
    }
    const char* outcome = !account ? "no such account" : !may ? "disabled" : "wrong password";
    // What was typed as a name that nobody has may be a password: it is not kept.
    log(account ? attempt.user : nobody, attempt.action, attempt.peer, outcome, now);
    return {};
  }

  // That we were too busy is nobody's failure.
  bool fits_or_forgive(const Attempt& attempt, const std::string& password,
                       const std::string& hash) {
    try {
      return password.size() <= password_bytes_max && hasher_.fits(password, hash);
    } catch (const base::Error&) {
      const std::lock_guard lock(mutex_);
      by_account_.forgive_one(attempt.user);
      by_peer_.forgive_one(attempt.peer);
      throw;
    }
  }

  void forgive(const Attempt& attempt) {
    const std::lock_guard lock(mutex_);
    by_account_.forgive_all(attempt.user);
    by_peer_.forgive_one(attempt.peer);
  }

  void raise_cost(const Account& account, const std::string& password, const std::string& old,
                  base::Seconds now) {
    if (!hasher_.is_outdated(old)) return;
    const auto hash = hasher_.hash(password);
    const auto writing = store_.begin(store::Access::read_write);
    const auto current = writing->account(account.user);
    if (!current || writing->password_hash(account.user) != old)
      return;  // it was changed meanwhile
    writing->save(*current, hash,
                  {.at = now,
                   .actor = account.user,
                   .operation = model::Operation::administration,
                   .action = "raise the cost of the password's hash",
                   .subject = account.user,
                   .label = {.tier = model::Tier::official}});
    writing->commit();
  }

  SignIn begin_session(const Account& account, const std::string& peer, base::Seconds now) {
    log(account.user, "sign in", peer, "signed in", now);
    Session session{
        .user = account.user, .peer = peer, .epoch = account.epoch, .began = now, .last_seen = now};
    const std::lock_guard lock(mutex_);
    const auto token = sessions_.begin(std::move(session), random_);
    return SessionBegun{token, signed_in(account, *sessions_.find(token, now))};
  }

  /// Reads the accounts anew if any has changed; never goes back to an older reading.
  void refresh(store::Transaction& reading) {
    const auto version = reading.accounts_version();
    if (version <= version_) return;
    accounts_.clear();
    for (auto& account : reading.accounts()) {
      auto user = account.user;
      accounts_.emplace(std::move(user), std::move(account));
    }
    version_ = version;
  }

  /// The account of a session that may go on; null if it may not.
  const Account* standing(const Session& session) const {
    const auto found = accounts_.find(session.user);
    const bool stands = found != accounts_.end() && found->second.epoch == session.epoch &&
                        found->second.state == model::AccountState::active;
    return stands ? &found->second : nullptr;
  }

  SignedIn signed_in(const Account& account, const Session& session) const {
    const auto ends = session.began + settings_.session_max;
    return {.user = account.user,
            .display_name = account.display_name,
            .roles = account.roles,
            .permissions = account.must_change ? std::vector<std::string>()
                                               : roles_.permissions_of(account.roles),
            .viewer = {.name = account.user,
                       .clearance = std::min(account.clearance, store_.ceiling()),
                       .compartments = account.compartments,
                       .groups = account.groups,
                       .is_custodian = account.is_custodian},
            .must_change = account.must_change,
            .session = session.name,
            .began = session.began,
            .idle_until = std::min(session.last_seen + settings_.idle_max, ends),
            .ends = ends};
  }

  std::string peer_of(std::string_view token, base::Seconds now) {
    const std::lock_guard lock(mutex_);
    const auto* session = sessions_.find(token, now);
    return session ? session->peer : std::string();
  }

  void log(const std::string& actor, const char* action, const std::string& peer,
           const char* outcome, base::Seconds now) {
    const nlohmann::ordered_json details = {{"outcome", outcome}, {"peer", peer}};
    store_.consultations().log(
        {.at = now,
         .actor = actor,
         .operation = model::Operation::administration,
         .action = action,
         .subject = "session",
         .details = details.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
         .label = {.tier = model::Tier::official}});
  }

  const Roles roles_ = shipped_roles();
  std::mutex mutex_;  // of all below; never held while hashing or writing
  Attempts by_account_, by_peer_;
  Sessions sessions_;
  std::map<std::string, Account> accounts_;
  std::int64_t version_ = -1;
};

Accounts::Accounts(store::Store& store, const Settings& settings, Random random)
    : inside_(std::make_unique<Inside>(store, settings, std::move(random))) {}
Accounts::~Accounts() = default;

SignIn Accounts::sign_in(const Credentials& credentials, base::Seconds now) {
  return inside_->sign_in(credentials, now);
}
std::optional<SignedIn> Accounts::identify(std::string_view token, base::Seconds now) {
  return inside_->identify(token, now);
}
void Accounts::sign_out(std::string_view token, base::Seconds now) {
  inside_->sign_out(token, now);
}
SignIn Accounts::change_password(std::string_view token, const std::string& old_password,
                                 const std::string& new_password, base::Seconds now) {
  return inside_->change_password(token, old_password, new_password, now);
}
std::vector<OwnSession> Accounts::sessions_of(const std::string& user) {
  return inside_->sessions_of(user);
}
bool Accounts::end_session(const std::string& user, const std::string& name, base::Seconds now) {
  return inside_->end_session(user, name, now);
}
std::vector<std::string> Accounts::sweep(base::Seconds now) { return inside_->sweep(now); }

store::Store& Accounts::store() { return inside_->store_; }
PasswordHasher& Accounts::hasher() { return inside_->hasher_; }
const Random& Accounts::random() const { return inside_->random_; }

}  // namespace accounts
