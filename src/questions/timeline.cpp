#include "questions/timeline.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "questions/detail/nearby.hpp"
#include "questions/detail/writing.hpp"
#include "questions/marking.hpp"
#include "questions/profile.hpp"

namespace questions {

namespace {

// An event is one item for all who have a part in it; the use of a thing is one for each.
struct Happening {
  std::optional<base::Seconds> first, last;
  Entity what;
  std::vector<Entity> who;
};

void extend(Happening& happening, const Near& near) {
  if (near.first && (!happening.first || *near.first < *happening.first))
    happening.first = near.first;
  happening.last = std::max(happening.last, near.last);
}

std::vector<Happening> happenings_of(const Index& index, std::span<const Entity> of,
                                     const TimelineOptions& options, const LinkFilter& filter) {
  std::map<Entity, Happening> events;
  std::vector<Happening> all;
  for (auto entity : of) {
    for (const auto& near : nearby(index, entity, filter)) {
      const auto noun = index.noun(near.entity);
      if (!options.nouns.empty() &&
          std::find(options.nouns.begin(), options.nouns.end(), noun) == options.nouns.end())
        continue;
      Happening happening{near.first, near.last, near.entity, {entity}};
      if (!is_event(noun)) {
        all.push_back(std::move(happening));
        continue;
      }
      const auto [at, is_new] = events.emplace(near.entity, std::move(happening));
      if (is_new) continue;
      extend(at->second, near);
      at->second.who.push_back(entity);
    }
  }
  for (auto& [event, happening] : events) all.push_back(std::move(happening));
  return all;
}

}  // namespace

std::vector<Entity> members_of(const Index& index, std::size_t network) {
  std::vector<Entity> people;
  for (const auto& member : index.picture().networks[network].members)
    people.push_back(member.person);
  return people;
}

Timeline timeline(const Index& index, std::span<const Entity> of, const TimelineOptions& options) {
  auto filter = options.filter;
  filter.ties = false;
  auto all = happenings_of(index, of, options, filter);
  const auto dated = std::stable_partition(all.begin(), all.end(),
                                           [](const auto& each) { return each.first.has_value(); });
  Timeline result{.position = options.position,
                  .count = static_cast<std::size_t>(dated - all.begin()),
                  .undated = static_cast<std::size_t>(all.end() - dated),
                  .items = {},
                  .label = {}};
  all.erase(dated, all.end());
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.what, a.who) < std::tie(b.first, b.what, b.who);
  });
  Sources sources(index);
  for (auto entity : of) sources.use_entity(entity);
  const auto begin = std::min(options.position, all.size());
  const auto end = begin + std::min(options.limit, all.size() - begin);
  for (auto i = begin; i < end; ++i) {
    TimelineItem item{all[i].what, *all[i].first, *all[i].last, {}};
    sources.use_entity(item.what);
    for (auto who : all[i].who)
      item.parts.push_back(link_between(index, who, item.what, filter, sources).value());
    result.items.push_back(std::move(item));
  }
  result.label = sources.label();
  return result;
}

nlohmann::ordered_json to_json(const Index& index, const Timeline& timeline) {
  const Writing writing(index);
  Json json;
  json["marking"] = marking_json(timeline.label);
  json["count"] = timeline.count;
  json["position"] = timeline.position;
  json["undated"] = timeline.undated;
  json["items"] = Json::array();
  for (const auto& item : timeline.items) {
    Json each = writing.who(item.what);
    writing.add_times(each, item.first, item.last);
    if (const auto offence = index.offence(item.what); !offence.empty()) each["offence"] = offence;
    each["parts"] = Json::array();
    for (const auto& part : item.parts) {
      Json one = writing.who(part.from);
      one["link"] = to_json(index, part);
      each["parts"].push_back(std::move(one));
    }
    json["items"].push_back(std::move(each));
  }
  return json;
}

}  // namespace questions
