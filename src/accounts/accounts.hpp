#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "access/viewer.hpp"
#include "accounts/password_hasher.hpp"
#include "accounts/settings.hpp"
#include "store/store.hpp"

namespace accounts {

/// Who is signed in, as their account is now.
struct SignedIn {
  std::string user, display_name;
  std::vector<std::string> roles;
  std::vector<std::string> permissions;  ///< sorted; none before a password that must be changed is
  access::Viewer viewer;
  bool must_change = false;
  std::string session;  ///< its name, which is not its token
  base::Seconds began = 0, idle_until = 0, ends = 0;
};

struct SessionBegun {
  std::string token;  ///< 256 random bits in hexadecimal digits: whoever has it is that user
  SignedIn who;
};

/// The same sentence for an unknown user, a wrong password and a disabled account, and for any of
/// them the same when it is asked too often.
struct SignInRefused {
  std::string sentence;
  base::Seconds retry_after = 0;  ///< 0: it was not asked too often
};

using SignIn = std::variant<SessionBegun, SignInRefused>;

struct Credentials {
  std::string user, password;
  std::string peer;  ///< the address they came from
};

struct OwnSession {
  std::string name, peer;
  base::Seconds began = 0, last_seen = 0;
};

/// Signing in and sessions. Sessions and failures are in memory: a restart signs everybody out.
/// Rights are those of the store at each request, whichever process changed them. Every sign-in,
/// refusal and sign-out is in the store's log of consultations before it is told. Thread-safe;
/// outlived by its store.
class Accounts {
 public:
  Accounts(store::Store& store, const Settings& settings, Random random);
  ~Accounts();

  SignIn sign_in(const Credentials& credentials, base::Seconds now);
  /// Nothing for a token that nobody has, whose time is over, or whose account was disabled or had
  /// its password changed since. It keeps the session from becoming idle.
  std::optional<SignedIn> identify(std::string_view token, base::Seconds now);
  void sign_out(std::string_view token, base::Seconds now);

  /// A new session in place of all that this user has. Throws Fault::invalid for a password that
  /// will not do, Fault::missing if nobody has that token; a wrong `old_password` counts as a
  /// failure to sign in.
  SignIn change_password(std::string_view token, const std::string& old_password,
                         const std::string& new_password, base::Seconds now);

  std::vector<OwnSession> sessions_of(const std::string& user);
  /// One of that user's own, by its name; false if there is none.
  bool end_session(const std::string& user, const std::string& name, base::Seconds now);

  /// Ends what is over by now; gives the names of all that ended since the last call, for whoever
  /// holds event streams open by them.
  std::vector<std::string> sweep(base::Seconds now);

  store::Store& store();
  PasswordHasher& hasher();  ///< for change_accounts: they share the turns
  const Random& random() const;

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace accounts
