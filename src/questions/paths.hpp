#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/chart.hpp"

namespace questions {

/// What makes a path short.
enum class PathOrder {
  steps,     ///< few links
  strength,  ///< strong links: a tie counts 1 / strength, but 10 at most; what records state, 1
  time,      ///< few links, each no earlier than the one before
};

/// What a path may lead through.
enum class PathThrough {
  people,  ///< by the ties between them
  all,     ///< also by what records state of objects, places and events
};

struct PathOptions {
  std::size_t count = 3;      ///< at most paths_max
  std::size_t steps_max = 6;  ///< at most path_steps_max; a person, an object and a person are one
  PathOrder order = PathOrder::steps;
  PathThrough through = PathThrough::people;
  LinkFilter filter;  ///< kinds of ties, roles, window
  /// Nothing leads through who has more contacts, or what has more links, than this: a switchboard,
  /// a town. 0: anything may lead through anything.
  std::size_t hub_max = 50;
};
constexpr std::size_t paths_max = 5, path_steps_max = 6;

/// From one end to the other; links[i] joins entities i and i + 1.
struct FoundPath {
  std::vector<Entity> entities;
  std::vector<ChartLink> links;
  LinkStrength weakest;
  double length;  ///< as the order counts it; by strength, less is stronger
};

/// The `count` shortest paths without a repeated entity, shortest first (Yen 1971), ties to the
/// entity that was named first, at the first place where they differ.
struct Paths {
  Entity from, to;
  std::vector<FoundPath> paths;
  bool was_cut = false;           ///< the search was too wide: there may be others
  std::size_t hubs_left_out = 0;  ///< that the search came upon and did not pass
  model::Label label;
};

/// All that may be said when there is none: who sees more may know one.
inline constexpr std::string_view no_path = "no path in what you may see";

/// Ends that are no people have no ties, so between them paths lead through all.
Paths paths(const Index& index, Entity from, Entity to, const PathOptions& options = {});
nlohmann::ordered_json to_json(const Index& index, const Paths& paths);

/// The shortest path between each two of several, at most paths_among_max, in the order given.
std::vector<Paths> paths_among(const Index& index, std::span<const Entity> entities,
                               const PathOptions& options = {});
constexpr std::size_t paths_among_max = 8;

}  // namespace questions

template <>
struct base::EnumNames<questions::PathOrder> {
  static constexpr std::array<std::string_view, 3> names = {"steps", "strength", "time"};
};

template <>
struct base::EnumNames<questions::PathThrough> {
  static constexpr std::array<std::string_view, 2> names = {"people", "all"};
};
