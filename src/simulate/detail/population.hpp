#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/detail/places.hpp"
#include "simulate/names.hpp"
#include "simulate/region.hpp"

namespace simulate {

using PersonId = std::uint32_t;
constexpr std::uint32_t nobody = 0xffffffff;  ///< no person, vehicle, household …

constexpr int days_covered = 1096;

struct Person {
  std::int32_t born = 0;  ///< day number
  NameCode given, middle, family, maiden;
  bool has_middle = false, has_maiden = false;
  Sex sex = Sex::male;
  std::uint8_t phones = 0;
  std::uint32_t household = 0;
  PersonId mother = nobody, father = nobody;
  std::uint32_t first_phone = 0;  ///< into Population::phones
  std::uint32_t vehicle = nobody;
};

struct Household {
  Home homes[3];               ///< one after the other
  std::int32_t moves[2] = {};  ///< on which days they moved to the second and third
  std::uint8_t home_count = 1;
  std::uint8_t origin = 0;
  PersonId first = 0;
  std::uint16_t members = 0;
};

/// A number in somebody's hand for a time. Two such rows with one number: shared, or recycled.
struct PhoneUse {
  std::uint32_t number = 0;
  std::int32_t from = 0, to = 0;
  PersonId user = nobody;
};

struct Vehicle {
  PersonId keeper = nobody;
  std::int32_t from = 0;
  PersonId earlier_keeper = nobody;
};

/// What makes two people, or a number, easy to take for one: for the truth's list.
struct HardCase {
  std::string_view kind;  ///< twins, junior, cousins_of_one_name, shared_phone, recycled_number
  PersonId one = nobody, other = nobody;
};

/// Everybody in the region, true.
struct Population {
  std::vector<Person> people;
  std::vector<Household> households;
  std::vector<PhoneUse> phones;
  std::uint32_t phone_numbers = 0;  ///< how many distinct ones have been given out
  std::vector<Vehicle> vehicles;
  std::vector<HardCase> hard_cases;
  std::int32_t first_day = 0;

  Home home(PersonId person, std::int32_t day) const;
  Home earlier_home(PersonId person, std::int32_t day) const;
  int age(PersonId person, std::int32_t day) const;
  /// The phone in that person's hand on that day; nothing (nobody) if none.
  std::uint32_t phone(PersonId person, std::int32_t day) const;
  std::uint32_t earlier_phone(PersonId person, std::int32_t day) const;
  /// Gives the person one more phone, a new number, for that time.
  std::uint32_t new_number() { return phone_numbers++; }
};

Population make_population(const RegionSettings& settings, const Names& names, Places& places);

}  // namespace simulate
