#pragma once

#include <cstdint>
#include <string>

#include "simulate/random.hpp"

namespace simulate {

/// Numbers that nobody has: phones of the drama range 07700 900000-900999 or under country code
/// 999, plates whose first letter (Q, Z) no registration office issues with that pattern, sort
/// codes that begin with 00. All are handed out in shuffled order.
class Identifiers {
 public:
  Identifiers(std::uint64_t seed, std::uint32_t phones) : seed_(seed), phones_(phones) {}

  std::string phone(std::uint32_t number) const;  ///< 447700900123 or 999123456789
  /// As a clerk writes it: spaces, +, 07700 …; now and then with a wrong or missing digit.
  std::string phone_as_written(std::uint32_t number, Random& random) const;
  std::string plate(std::uint32_t vehicle) const;  ///< ZK21 ABC
  std::string sort_code(std::uint32_t account) const;
  std::string account_number(std::uint32_t account) const;

 private:
  std::uint64_t seed_;
  std::uint32_t phones_;
};

}  // namespace simulate
