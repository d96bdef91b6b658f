#pragma once

#include <string_view>

#include "simulate/detail/population.hpp"

namespace simulate {

/// What somebody does by day. Schools and employers are organisations (hubs.hpp).
struct Livelihood {
  std::string_view occupation;
  std::uint32_t school = nobody;    ///< that a child attends
  std::uint32_t employer = nobody;  ///< who pays the wages; of many jobs nobody who is known
  int wage = 0;                     ///< pounds a month, from that employer
};

/// Schools and jobs; the same every time.
class Livelihoods {
 public:
  Livelihoods(std::uint64_t seed, const Population& population)
      : seed_(seed), population_(population) {}

  Livelihood of(PersonId person, std::int32_t day) const;
  /// As somebody says it in custody: often nothing, or that they have none.
  std::string_view occupation_as_stated(PersonId person, std::int32_t day, Random& random) const;

 private:
  Livelihood of_adult(PersonId person, int age, std::uint32_t town) const;

  std::uint64_t seed_;
  const Population& population_;
};

}  // namespace simulate
