#include "simulate/detail/places.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "simulate/detail/embedded.hpp"
#include "simulate/random.hpp"

namespace simulate {
namespace {

constexpr std::uint32_t homes_a_street = 40, homes_a_postcode = 20;
constexpr int people_a_town = 2500, towns_a_force_min = 2, towns_a_force_max = 6;

}  // namespace

Places::Places(const RegionSettings& settings) : seed_(settings.seed) {
  std::vector<std::string> force_names, town_start, town_end;
  for_each_line(embedded_file("places.txt"), [&](const std::vector<std::string_view>& words) {
    const std::vector<std::string> values(words.begin() + 1, words.end());
    if (words[0] == "force") force_names = values;
    if (words[0] == "town_start") town_start = values;
    if (words[0] == "town_end") town_end = values;
    if (words[0] == "street_start") street_start_ = values;
    if (words[0] == "street_end") street_end_ = values;
    if (words[0] == "street_kind") street_kind_ = values;
  });
  const int towns_a_force = std::clamp(settings.people / settings.forces / people_a_town,
                                       towns_a_force_min, towns_a_force_max);
  const std::uint64_t combinations = town_start.size() * town_end.size();
  for (int f = 0; f < settings.forces; ++f) {
    const std::string& name = force_names[static_cast<std::size_t>(f)];
    forces_.push_back({name, base::to_lower_ascii(name), 71 + f});
    for (int t = 0; t < towns_a_force; ++t) {
      const std::uint64_t which = shuffled(towns_.size(), combinations, mix(seed_, 77));
      Random random(seed_, "town", {towns_.size()});
      const int row = f / 4, column = f % 4;
      Town& town = towns_.emplace_back();
      town.name = town_start[which % town_start.size()] + town_end[which / town_start.size()];
      town.force = static_cast<std::uint32_t>(f);
      // In the North Sea: the region lies on no real street.
      town.latitude = 54.2 + 0.35 * row + 0.12 * random.unit();
      town.longitude = 2.0 + 0.50 * column + 0.25 * random.unit();
    }
  }
}

Address Places::address(Home home) const {
  const std::uint32_t street = home.house() / homes_a_street;
  Random random(seed_, "street", {home.town(), street});
  Address address;
  address.line = std::to_string(home.house() % homes_a_street + 1) + " ";
  address.line += random.pick(street_start_) + random.pick(street_end_);
  address.line += " " + random.pick(street_kind_);
  address.town = towns_[home.town()].name;
  static constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";
  const std::uint32_t unit = home.house() / homes_a_postcode;
  address.postcode = "ZZ" + std::to_string(home.town() + 1) + " " + std::to_string(unit % 10);
  address.postcode += letters[unit / 10 % 20];
  address.postcode += letters[unit / 200 % 20];
  return address;
}

double Places::latitude(Home home) const {
  Random random(seed_, "latitude", {home.value / homes_a_street});
  return towns_[home.town()].latitude + 0.03 * random.unit();
}

double Places::longitude(Home home) const {
  Random random(seed_, "longitude", {home.value / homes_a_street});
  return towns_[home.town()].longitude + 0.05 * random.unit();
}

}  // namespace simulate
