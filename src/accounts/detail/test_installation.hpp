#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "accounts/accounts.hpp"
#include "accounts/change_accounts.hpp"
#include "store/sqlite_store.hpp"

namespace accounts {

/// Bytes that look random and are the same in every run. Not thread-safe.
inline Random repeatable_random() {
  auto state = std::make_shared<std::uint64_t>(1);  // shared by the copies, or they would repeat
  return [state](std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) {
      *state = *state * 6364136223846793005U + 1442695040888963407U;
      byte = static_cast<std::uint8_t>(*state >> 56U);
    }
  };
}

/// The least that libsodium takes, so that a test may hash often.
inline Settings quick_settings() { return {.cost = {.passes = 1, .memory_bytes = 8192}}; }

constexpr const char* good_password = "otter-slate-violet-drum";
constexpr base::Seconds noon = 1772020800;

/// A store in memory where there is such a place, with accounts: ann (analyst, in NIGHTJAR), ida
/// (inspector), adam (administrator), all with the good password.
struct TestInstallation {
  explicit TestInstallation(const Settings& with = quick_settings())
      : settings(with), accounts(*store, with, random) {
    add("ann", "analyst", {"NIGHTJAR"});
    add("ida", "inspector");
    add("adam", "administrator");
  }
  ~TestInstallation() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  TestInstallation(const TestInstallation&) = delete;
  TestInstallation& operator=(const TestInstallation&) = delete;

  void add(const std::string& user, const std::string& role,
           std::vector<std::string> compartments = {}) {
    add_account(*store, accounts.hasher(),
                {user, "Someone", {.roles = {role}, .compartments = std::move(compartments)}},
                good_password, Next::keep, machine());
  }
  static Act machine() { return {.actor = "root", .by = Act::By::machine, .now = noon}; }
  static Act by(const std::string& actor) { return {.actor = actor, .now = noon}; }

  /// The token, or "" if it was refused.
  std::string token_of(const std::string& user, base::Seconds now = noon,
                       const std::string& password = good_password,
                       const std::string& peer = "10.0.0.1") {
    const auto result = accounts.sign_in({user, password, peer}, now);
    const auto* begun = std::get_if<SessionBegun>(&result);
    return begun ? begun->token : std::string();
  }

  static std::filesystem::path new_folder() {
    const std::filesystem::path memory = "/dev/shm";
    const auto parent =
        std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
    std::string name = (parent / "raptor_accounts_XXXXXX").string();
    return ::mkdtemp(name.data());
  }

  const std::filesystem::path folder = new_folder();
  const Settings settings;
  const Random random = repeatable_random();
  const std::unique_ptr<store::Store> store = store::open_sqlite(folder);
  Accounts accounts;
};

}  // namespace accounts
