#include "resolve/detail/entity_events.hpp"

#include <map>
#include <set>

namespace resolve::detail {

namespace {

using Names = std::set<std::string>;

std::vector<std::string> list(const Names& names) { return {names.begin(), names.end()}; }

Names found(const std::map<std::string, Names>& in, const std::string& name) {
  const auto at = in.find(name);
  return at == in.end() ? Names() : at->second;
}

}  // namespace

std::vector<EntityEvent> events_of(const std::optional<Move>& subject,
                                   const std::vector<Move>& others) {
  std::map<std::string, Names> became, came_from;
  for (const auto& move : others) {
    became[move.before].insert(move.after);
    came_from[move.after].insert(move.before);
  }
  const auto [record, before, after] = subject.value_or(Move{});
  const auto rest = found(became, before), company = found(came_from, after);
  const bool was_alone_and_is =
      !before.empty() && !after.empty() && rest.empty() && company.empty();
  const bool stays = was_alone_and_is || (!before.empty() && rest.contains(after));
  std::vector<EntityEvent> events;
  if (!before.empty() && !stays) events.push_back({Happening::left, record, {before}, list(rest)});
  for (const auto& [name, names] : became) {
    if (names.size() > 1) events.push_back({Happening::split, "", {name}, list(names)});
  }
  for (const auto& [name, names] : came_from) {
    if (names.size() > 1) events.push_back({Happening::merged, "", list(names), {name}});
  }
  if (!after.empty() && !stays) {
    const auto happening = company.empty() ? Happening::formed : Happening::joined;
    events.push_back({happening, record, list(company), {after}});
  }
  return events;
}

}  // namespace resolve::detail
