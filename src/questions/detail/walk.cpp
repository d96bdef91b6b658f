#include "questions/detail/walk.hpp"

#include <algorithm>
#include <cmath>

namespace questions {

namespace {

constexpr double steps_of_weakest = 10;

std::uint32_t bits_of(const std::vector<model::TieKind>& kinds) {
  if (kinds.empty()) return ~0U;
  std::uint32_t bits = 0;
  for (auto kind : kinds) bits |= 1U << static_cast<unsigned>(kind);
  return bits;
}

}  // namespace

Walk::Walk(const Index& index, const PathOptions& options)
    : index_(index), options_(options), kinds_(bits_of(options.filter.kinds)) {}

const std::vector<Leg>& Walk::legs(Entity from) {
  legs_.clear();
  if (options_.through == PathThrough::people)
    add_ties(from);
  else
    add_stated(from);
  return legs_;
}

bool Walk::is_hub(Entity entity) const {
  if (options_.hub_max == 0) return false;
  const auto size =
      index_.is_person(entity) ? index_.contacts(entity).size() : index_.link_count(entity);
  return size > options_.hub_max;
}

Units Walk::length(double strength) const {
  if (options_.order != PathOrder::strength) return units_per_step;
  const double steps = std::min(steps_of_weakest, 1 / std::max(strength, 1e-9));
  return std::max<Units>(1, std::llround(steps * static_cast<double>(units_per_step)));
}

// Nothing if none of its ties is allowed.
std::optional<double> Walk::strength(const Pair& pair) const {
  if ((pair.kinds & kinds_) == 0) return {};
  const auto& filter = options_.filter;
  if (filter.window.is_open() && filter.kinds.empty()) return pair.strength;
  std::optional<double> sum;
  for (const auto& tie : index_.ties(pair)) {
    if (filter.allows(tie.kind) && holds_tie(filter.window, index_.picture().evidence, tie))
      sum = sum.value_or(0) + tie.strength;
  }
  return sum;
}

void Walk::add_ties(Entity from) {
  for (const auto& contact : index_.contacts(from)) {
    if (const auto found = strength(index_.pairs()[contact.pair]))
      legs_.push_back({contact.person, 2, length(*found)});
  }
}

void Walk::add_stated(Entity from, Entity to, const picture::EntityLink& link) {
  const auto& filter = options_.filter;
  if (from == to || !filter.allows(link.role)) return;
  if (!holds_link(filter.window, index_.picture(), link)) return;
  const int half_steps = index_.is_person(from) && index_.is_person(to) ? 2 : 1;
  legs_.push_back({to, half_steps, half_steps * units_per_step / 2});
}

void Walk::add_stated(Entity from) {
  const auto& links = index_.picture().links;
  for (const auto& link : links.from(from)) add_stated(from, link.to, link);
  for (auto position : links.to(from)) {
    const auto& link = links.links[position];
    add_stated(from, link.from, link);
  }
  std::sort(legs_.begin(), legs_.end(), [](const auto& a, const auto& b) { return a.to < b.to; });
  legs_.erase(std::unique(legs_.begin(), legs_.end(),
                          [](const auto& a, const auto& b) { return a.to == b.to; }),
              legs_.end());
}

std::optional<base::Seconds> Walk::earliest(Entity from, Entity to, base::Seconds now) const {
  const auto& filter = options_.filter;
  const auto& picture = index_.picture();
  std::optional<base::Seconds> earliest;
  const auto consider = [&](std::optional<base::Seconds> when) {
    if (when && *when >= now && (!earliest || *when < *earliest)) earliest = when;
  };
  if (options_.through == PathThrough::people) {
    for (const auto& tie : index_.ties(*index_.pair(from, to))) {
      if (filter.allows(tie.kind) && holds_tie(filter.window, picture.evidence, tie))
        consider(tie.when);
    }
    return earliest;
  }
  for (const auto& [one, other] : {std::pair(from, to), std::pair(to, from)}) {
    const auto outgoing = picture.links.from(one);
    auto link = std::lower_bound(outgoing.begin(), outgoing.end(), other,
                                 [](const auto& each, Entity key) { return each.to < key; });
    for (; link != outgoing.end() && link->to == other; ++link) {
      if (!filter.allows(link->role)) continue;
      for (auto source : picture.links.sources_of(*link)) {
        if (holds_source(filter.window, picture.evidence, source))
          consider(picture::time_of(picture.evidence, picture.evidence.links[source]));
      }
    }
  }
  return earliest;
}

}  // namespace questions
