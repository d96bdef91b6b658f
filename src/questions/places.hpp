#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/citations.hpp"

namespace questions {

struct Point {
  double latitude, longitude;
};

/// Somewhere, with why: linked straight to who is asked about, or where an event of theirs was.
struct PlaceLine {
  Entity place;
  std::optional<Point> point;  ///< nothing if no record says where on the map it is
  std::string postcode;
  std::vector<model::LinkRole> roles;  ///< ascending
  std::vector<Entity> events;          ///< of theirs that were there, ascending
  std::size_t count;                   ///< how often records say so
  std::optional<base::Seconds> first, last;
  Citations records;
};

/// The most recorded first (ties: what was named first); at most places_max, all counted.
struct Places {
  std::size_t count;
  std::vector<PlaceLine> places;
  model::Label label;
};
constexpr std::size_t places_max = 500;

/// Addresses and places of an entity, or of several together.
Places places(const Index& index, std::span<const Entity> of, const Window& window = {});
nlohmann::ordered_json to_json(const Index& index, const Places& places);

}  // namespace questions
