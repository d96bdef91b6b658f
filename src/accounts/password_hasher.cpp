#include "accounts/password_hasher.hpp"

#include <array>
#include <chrono>
#include <span>

#include <sodium.h>

#include "base/error.hpp"

namespace accounts {

namespace {

constexpr std::chrono::seconds patience{5};

std::string base64(std::span<const unsigned char> bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  text.resize(text.find('\0'));
  return text;
}

}  // namespace

/// The right to use the memory of one hash.
class PasswordHasher::Turn {
 public:
  explicit Turn(PasswordHasher& hasher) : hasher_(hasher) {
    if (!hasher_.turns_.try_acquire_for(patience)) {
      throw base::Error(base::Fault::unavailable,
                        "Too many are signing in at the moment: try again in a minute.");
    }
  }
  ~Turn() { hasher_.turns_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  PasswordHasher& hasher_;
};

PasswordHasher::PasswordHasher(const Settings& settings, Random random)
    : cost_(settings.cost), random_(std::move(random)), turns_(settings.hashes_at_once_max) {
  base::expect(sodium_init() >= 0, "libsodium to start");
  dummy_ = hash_in_turn("");
}

// By hand rather than with crypto_pwhash_str, which takes its salt from the system: ours is handed
// in, so that a run can be repeated.
std::string PasswordHasher::hash_in_turn(std::string_view password) {
  std::array<unsigned char, crypto_pwhash_SALTBYTES> salt;
  std::array<unsigned char, 32> out;
  random_(salt);
  if (crypto_pwhash(out.data(), out.size(), password.data(), password.size(), salt.data(),
                    cost_.passes, cost_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw base::Error(base::Fault::unavailable,
                      "There is not enough memory to check a password: try again in a minute.");
  }
  return "$argon2id$v=19$m=" + std::to_string(cost_.memory_bytes / 1024) +
         ",t=" + std::to_string(cost_.passes) + ",p=1$" + base64(salt) + "$" + base64(out);
}

std::string PasswordHasher::hash(std::string_view password) {
  const Turn turn(*this);
  return hash_in_turn(password);
}

bool PasswordHasher::fits(std::string_view password, const std::string& hash) {
  const Turn turn(*this);
  const auto& against = hash.empty() ? dummy_ : hash;
  const bool fits =
      crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return fits && !hash.empty();
}

bool PasswordHasher::is_outdated(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

}  // namespace accounts
