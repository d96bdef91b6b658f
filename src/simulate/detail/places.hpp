#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulate/region.hpp"

namespace simulate {

struct Force {
  std::string name, folder;
  int code = 0;  ///< the number before its crime numbers
};

/// A home or other premises: its town, and which house of that town.
struct Home {
  std::uint32_t value = 0xffffffff;
  bool operator==(const Home&) const = default;
  bool is_given() const { return value != 0xffffffff; }
  std::uint32_t town() const { return value >> 24; }
  std::uint32_t house() const { return value & 0xffffff; }
  static Home of(std::uint32_t town, std::uint32_t house) { return {town << 24 | house}; }
};

struct Town {
  std::string name;
  std::uint32_t force = 0;
  double latitude = 0, longitude = 0;
  std::uint32_t first_person = 0, end_person = 0;
};

struct Address {
  std::string line, town, postcode;
};

/// The ground of the region: forces, towns, streets; none of them is in the gazetteer, and no
/// postcode begins with ZZ.
class Places {
 public:
  explicit Places(const RegionSettings& settings);

  const std::vector<Force>& forces() const { return forces_; }
  const std::vector<Town>& towns() const { return towns_; }
  std::vector<Town>& towns() { return towns_; }
  Address address(Home home) const;
  double latitude(Home home) const;
  double longitude(Home home) const;

 private:
  std::uint64_t seed_;
  std::vector<std::string> street_start_, street_end_, street_kind_;
  std::vector<Force> forces_;
  std::vector<Town> towns_;
};

}  // namespace simulate
