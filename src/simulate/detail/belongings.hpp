#pragma once

#include <vector>

#include "simulate/detail/population.hpp"
#include "simulate/random.hpp"

namespace simulate {

/// Gives people their phones and vehicles: some share a number with the head of their household,
/// some get one that was somebody else's before, some buy a neighbour's car.
class Belongings {
 public:
  explicit Belongings(std::uint64_t seed) : seed_(seed) {}

  void give(PersonId first, Population& made);  ///< to that person and all after

 private:
  void equip(PersonId id, Population& made);
  void give_phones(Random& random, PersonId id, Population& made);
  std::uint32_t number_for(Random& random, PersonId id, std::int32_t day, Population& made);
  void give_vehicle(Random& random, PersonId id, Population& made);

  std::uint64_t seed_;
  std::vector<std::uint32_t> lately_used_;  // into Population::phones: what may be handed out again
};

}  // namespace simulate
