#pragma once

#include <string>

#include "simulate/detail/population.hpp"
#include "simulate/names.hpp"

namespace simulate {

/// An account with an online platform; no such platform exists.
struct Handle {
  std::string platform, name;
  bool is_given() const { return !name.empty(); }
  std::string in_words() const { return is_given() ? platform + " " + name : ""; }
};

/// Online accounts: most of the young have one, some of the others; the same every time.
class Handles {
 public:
  Handles(std::uint64_t seed, const Names& names, const Population& population)
      : seed_(seed), names_(names), population_(population) {}

  Handle of(PersonId person) const;
  /// As a clerk writes it: now and then in other capitals, or with a wrong letter.
  Handle as_written(PersonId person, Random& random) const;

 private:
  std::uint64_t seed_;
  const Names& names_;
  const Population& population_;
};

}  // namespace simulate
