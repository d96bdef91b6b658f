#include "questions/paths.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <queue>

#include "questions/detail/walk.hpp"
#include "questions/detail/writing.hpp"
#include "questions/marking.hpp"

namespace questions {

namespace {

constexpr std::size_t partial_paths_max = 60'000;
constexpr std::size_t entities_max = 2 * path_steps_max + 1;
constexpr int unreached = std::numeric_limits<int>::max();

// How far it is to the target at the least: exact for whatever is nearer to it than the source,
// and as far as the source for the rest.
class Remaining {
 public:
  Remaining(const Index& index, Walk& walk, Entity source, Entity target, bool by_length)
      : walk_(walk), source_(source), target_(target) {
    half_steps_.assign(index.picture().entities.size(), unreached);
    find_half_steps();
    if (by_length && is_reached_) find_lengths();
  }

  bool is_reached() const { return is_reached_; }
  std::size_t hubs_left_out() const { return hubs_left_out_; }
  int half_steps(Entity entity) const { return std::min(half_steps_[entity], farthest_); }
  Units length(Entity entity) const {
    if (lengths_.empty()) return half_steps(entity) * (units_per_step / 2);
    return std::min(lengths_[entity], longest_);
  }

 private:
  bool may_lead_on(Entity entity) const { return entity == target_ || !walk_.is_hub(entity); }

  // One bucket for each number of half steps: a leg is one or two of them.
  void find_half_steps() {
    std::array<std::vector<Entity>, entities_max + 2> buckets;
    half_steps_[target_] = 0;
    buckets[0].push_back(target_);
    for (int at = 0; at < static_cast<int>(entities_max) && !is_reached_; ++at) {
      for (auto entity : buckets[static_cast<std::size_t>(at)]) {
        if (half_steps_[entity] != at) continue;
        if (entity == source_) is_reached_ = true;
        if (is_reached_) continue;
        if (!may_lead_on(entity)) {
          ++hubs_left_out_;
          continue;
        }
        for (const auto& leg : walk_.legs(entity)) {
          const int reached = at + leg.half_steps;
          if (reached >= half_steps_[leg.to]) continue;
          half_steps_[leg.to] = reached;
          buckets[static_cast<std::size_t>(reached)].push_back(leg.to);
        }
      }
      farthest_ = at;
    }
  }

  void find_lengths() {
    constexpr auto far = std::numeric_limits<Units>::max();
    using Entry = std::pair<Units, Entity>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    lengths_.assign(half_steps_.size(), far);
    lengths_[target_] = 0;
    queue.push({0, target_});
    while (!queue.empty()) {
      const auto [length, entity] = queue.top();
      queue.pop();
      if (length > lengths_[entity]) continue;
      longest_ = length;
      if (entity == source_) return;
      if (!may_lead_on(entity)) continue;
      for (const auto& leg : walk_.legs(entity)) {
        if (length + leg.length >= lengths_[leg.to]) continue;
        lengths_[leg.to] = length + leg.length;
        queue.push({lengths_[leg.to], leg.to});
      }
    }
  }

  Walk& walk_;
  Entity source_, target_;
  std::vector<int> half_steps_;
  std::vector<Units> lengths_;
  int farthest_ = 0;
  Units longest_ = 0;
  bool is_reached_ = false;
  std::size_t hubs_left_out_ = 0;
};

// The beginning of a path, with the least length that any path so begun can have.
struct Partial {
  Units bound = 0, length = 0;
  int half_steps = 0;
  base::Seconds now = 0;
  std::size_t size = 0;
  std::array<Entity, entities_max> entities{};

  std::span<const Entity> route() const { return {entities.data(), size}; }
  bool holds(Entity entity) const {
    return std::find(entities.begin(), entities.begin() + size, entity) != entities.begin() + size;
  }
  // The one to look at later; of equals the one whose entities stand later.
  bool operator<(const Partial& other) const {
    if (bound != other.bound) return bound > other.bound;
    const auto one = route(), two = other.route();
    return std::lexicographical_compare(two.begin(), two.end(), one.begin(), one.end());
  }
};

// Best first with the remaining length as the bound: whole paths come out shortest first, as from
// Yen's method, with one search instead of one for each step of each path.
class PathSearch {
 public:
  PathSearch(const Index& index, const PathOptions& options)
      : index_(index), options_(options), walk_(index, options_) {
    options_.count = std::min(options_.count, paths_max);
    half_steps_max_ = 2 * static_cast<int>(std::min(options_.steps_max, path_steps_max));
  }

  Paths find(Entity from, Entity to) {
    Paths result{.from = from, .to = to, .paths = {}, .label = {}};
    Sources sources(index_);
    sources.use_entity(from);
    sources.use_entity(to);
    if (from != to && options_.count > 0) {
      // Only ties differ in strength: what records state is as long as it has steps.
      const bool by_length =
          options_.order == PathOrder::strength && options_.through == PathThrough::people;
      const Remaining remaining(index_, walk_, from, to, by_length);
      result.hubs_left_out = remaining.hubs_left_out();
      if (remaining.is_reached()) search(from, to, remaining, result);
    }
    for (auto& path : result.paths) describe(path, sources);
    result.label = sources.label();
    return result;
  }

 private:
  void search(Entity from, Entity to, const Remaining& remaining, Paths& result) {
    std::priority_queue<Partial> queue;
    Partial first{.bound = remaining.length(from),
                  .now = std::numeric_limits<base::Seconds>::min(),
                  .size = 1};
    first.entities[0] = from;
    queue.push(first);
    std::size_t made = 1;
    while (!queue.empty() && result.paths.size() < options_.count) {
      const auto partial = queue.top();
      queue.pop();
      const auto at = partial.entities[partial.size - 1];
      if (at == to) {
        result.paths.push_back({{partial.route().begin(), partial.route().end()},
                                {},
                                LinkStrength::confirmed,
                                static_cast<double>(partial.length) / units_per_step});
        continue;
      }
      if (at != from && walk_.is_hub(at)) continue;
      for (const auto& leg : walk_.legs(at)) {
        const auto next = step(partial, leg, remaining);
        if (!next) continue;
        if (++made > partial_paths_max) {
          result.was_cut = true;
          return;
        }
        queue.push(*next);
      }
    }
  }

  std::optional<Partial> step(const Partial& partial, const Leg& leg,
                              const Remaining& remaining) const {
    const int half_steps = partial.half_steps + leg.half_steps;
    if (half_steps + remaining.half_steps(leg.to) > half_steps_max_ || partial.holds(leg.to))
      return {};
    auto next = partial;
    if (options_.order == PathOrder::time) {
      const auto when = walk_.earliest(partial.entities[partial.size - 1], leg.to, partial.now);
      if (!when) return {};
      next.now = *when;
    }
    next.half_steps = half_steps;
    next.length +=
        options_.order == PathOrder::strength ? leg.length : leg.half_steps * (units_per_step / 2);
    next.bound = next.length + remaining.length(leg.to);
    next.entities[next.size++] = leg.to;
    return next;
  }

  void describe(FoundPath& path, Sources& sources) const {
    auto filter = options_.filter;
    filter.ties = options_.through == PathThrough::people;
    filter.records = !filter.ties;
    for (std::size_t i = 0; i + 1 < path.entities.size(); ++i) {
      sources.use_entity(path.entities[i]);
      path.links.push_back(
          link_between(index_, path.entities[i], path.entities[i + 1], filter, sources).value());
      path.weakest = std::max(path.weakest, path.links.back().strength);
    }
  }

  const Index& index_;
  PathOptions options_;
  Walk walk_;
  int half_steps_max_;
};

}  // namespace

Paths paths(const Index& index, Entity from, Entity to, const PathOptions& options) {
  auto chosen = options;
  if (!index.is_person(from) || !index.is_person(to)) chosen.through = PathThrough::all;
  return PathSearch(index, chosen).find(from, to);
}

std::vector<Paths> paths_among(const Index& index, std::span<const Entity> entities,
                               const PathOptions& options) {
  auto chosen = options;
  chosen.count = 1;
  const auto several = entities.first(std::min(entities.size(), paths_among_max));
  std::vector<Paths> all;
  for (std::size_t i = 0; i < several.size(); ++i) {
    for (std::size_t j = i + 1; j < several.size(); ++j)
      all.push_back(paths(index, several[i], several[j], chosen));
  }
  return all;
}

nlohmann::ordered_json to_json(const Index& index, const Paths& paths) {
  const Writing writing(index);
  Json json;
  json["marking"] = marking_json(paths.label);
  json["from"] = writing.who(paths.from);
  json["to"] = writing.who(paths.to);
  json["paths"] = Json::array();
  for (const auto& path : paths.paths) {
    Json entities = Json::array(), links = Json::array();
    for (auto entity : path.entities) entities.push_back(writing.who(entity));
    for (const auto& link : path.links) links.push_back(to_json(index, link));
    json["paths"].push_back({{"length", path.length},
                             {"weakest", base::name_of(path.weakest)},
                             {"entities", std::move(entities)},
                             {"links", std::move(links)}});
  }
  if (paths.paths.empty()) json["says"] = no_path;
  json["was_cut"] = paths.was_cut;
  json["hubs_left_out"] = paths.hubs_left_out;
  return json;
}

}  // namespace questions
