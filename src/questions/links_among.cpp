#include "questions/links_among.hpp"

#include <set>

#include "questions/detail/nearby.hpp"

namespace questions {

LinksAmong links_among(const Index& index, std::span<const Entity> entities,
                       std::span<const Entity> members) {
  const std::set<Entity> all(entities.begin(), entities.end()),
      known(members.begin(), members.end());
  Sources sources(index);
  std::set<std::pair<Entity, Entity>> ends;
  for (auto entity : all) {
    sources.use_entity(entity);
    if (known.contains(entity)) continue;
    for (const auto& near : nearby(index, entity, {})) {
      if (all.contains(near.entity)) ends.insert(std::minmax(entity, near.entity));
    }
  }
  LinksAmong result;
  for (const auto& [from, to] : ends) {
    if (auto link = link_between(index, from, to, {}, sources))
      result.links.push_back(std::move(*link));
  }
  result.label = sources.label();
  return result;
}

}  // namespace questions
