#include "questions/neighbours.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "questions/detail/nearby.hpp"
#include "questions/detail/writing.hpp"
#include "questions/marking.hpp"

namespace questions {

using model::Noun;

namespace {

// Above this an entity's links are not walked to see which of them lead to the chart.
constexpr std::size_t links_walked_max = 2000;

std::vector<Near> of_nouns(const Index& index, Entity entity, const std::vector<Noun>& nouns,
                           const LinkFilter& filter) {
  auto found = nearby(index, entity, filter);
  if (nouns.empty()) return found;
  std::erase_if(found, [&](const auto& near) {
    return std::find(nouns.begin(), nouns.end(), index.noun(near.entity)) == nouns.end();
  });
  return found;
}

void sort_first(std::vector<Near>& found, std::size_t count) {
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(count, found.size()));
  std::partial_sort(found.begin(), end, found.end(), is_nearer);
}

std::string_view plural(Noun noun) {
  switch (noun) {
    case Noun::person:
      return "people";
    case Noun::address:
      return "addresses";
    case Noun::missing_episode:
      return "missing episodes";
    case Noun::custody:
      return "custody records";
    default:
      return {};
  }
}

class Expanding {
 public:
  Expanding(const Index& index, std::span<const Entity> on_chart, const ExpandLimits& limits)
      : index_(index),
        limits_(limits),
        sources_(index),
        on_chart_(on_chart.begin(), on_chart.end()) {}

  Expansion expand(Entity entity) {
    Expansion result{.of = entity, .nodes = {}, .links = {}, .hubs = {}, .label = {}};
    on_chart_.insert(entity);
    std::map<Noun, std::vector<Near>> found;
    for (const auto& near : of_nouns(index_, entity, limits_.nouns, limits_.filter)) {
      if (on_chart_.contains(near.entity))
        add_link(entity, near.entity, result);
      else
        found[index_.noun(near.entity)].push_back(near);
    }
    for (auto& [noun, all] : found) {
      const auto shown = std::min(all.size(), limits_.per_noun_max);
      sort_first(all, shown);
      for (std::size_t i = 0; i < shown; ++i) result.nodes.push_back(all[i].entity);
      if (shown < all.size()) result.hubs.push_back({noun, all.size(), shown});
    }
    for (auto node : result.nodes) {
      add_links_to_chart(node, result);
      on_chart_.insert(node);
      sources_.use_entity(node);
    }
    sources_.use_entity(entity);
    result.label = sources_.label();
    return result;
  }

 private:
  void add_link(Entity from, Entity to, Expansion& result) {
    if (auto link = link_between(index_, from, to, limits_.filter, sources_))
      result.links.push_back(std::move(*link));
  }

  void add_links_to_chart(Entity node, Expansion& result) {
    if (index_.link_count(node) + index_.contacts(node).size() > links_walked_max) {
      for (auto other : on_chart_) add_link(other, node, result);
      return;
    }
    for (const auto& near : nearby(index_, node, limits_.filter)) {
      if (on_chart_.contains(near.entity)) add_link(near.entity, node, result);
    }
  }

  const Index& index_;
  const ExpandLimits& limits_;
  Sources sources_;
  std::set<Entity> on_chart_;
};

Json counts_json(const std::vector<NounCount>& counts) {
  Json json = Json::array();
  for (const auto& each : counts) {
    json.push_back(
        {{"noun", base::name_of(each.noun)}, {"count", each.count}, {"shown", each.shown}});
  }
  return json;
}

}  // namespace

Neighbours neighbours(const Index& index, Entity entity, const NeighbourOptions& options) {
  auto found = of_nouns(index, entity, options.nouns, options.filter);
  Neighbours result{.of = entity,
                    .position = options.position,
                    .count = found.size(),
                    .links = {},
                    .by_noun = {},
                    .label = {}};
  std::map<Noun, std::pair<std::size_t, std::size_t>> counts;
  for (const auto& near : found) ++counts[index.noun(near.entity)].first;
  const auto begin = std::min(options.position, found.size());
  const auto end = begin + std::min(options.limit, found.size() - begin);
  sort_first(found, end);
  Sources sources(index);
  sources.use_entity(entity);
  for (auto i = begin; i < end; ++i) {
    ++counts[index.noun(found[i].entity)].second;
    sources.use_entity(found[i].entity);
    if (auto link = link_between(index, entity, found[i].entity, options.filter, sources))
      result.links.push_back(std::move(*link));
  }
  for (const auto& [noun, count] : counts)
    result.by_noun.push_back({noun, count.first, count.second});
  result.label = sources.label();
  return result;
}

Expansion expand(const Index& index, std::span<const Entity> on_chart, Entity entity,
                 const ExpandLimits& limits) {
  return Expanding(index, on_chart, limits).expand(entity);
}

std::string hub_sentence(const NounCount& hub) {
  auto noun = std::string(plural(hub.noun));
  if (noun.empty()) noun = std::string(base::name_of(hub.noun)) + "s";
  return "hub: " + base::with_thousands(static_cast<long long>(hub.count)) + " " + noun +
         ", of which the " + std::to_string(hub.shown) +
         " most recorded are shown; narrow by role, kind of tie or dates";
}

nlohmann::ordered_json to_json(const Index& index, const Neighbours& neighbours) {
  const Writing writing(index);
  Json json;
  json["marking"] = marking_json(neighbours.label);
  json["of"] = writing.who(neighbours.of);
  json["count"] = neighbours.count;
  json["position"] = neighbours.position;
  json["by_noun"] = counts_json(neighbours.by_noun);
  Json list = Json::array();
  for (const auto& link : neighbours.links) {
    Json each = writing.who(link.to);
    each["link"] = to_json(index, link);
    list.push_back(std::move(each));
  }
  json["neighbours"] = std::move(list);
  return json;
}

nlohmann::ordered_json to_json(const Index& index, const Expansion& expansion) {
  const Writing writing(index);
  Json json;
  json["marking"] = marking_json(expansion.label);
  json["of"] = writing.who(expansion.of);
  Json nodes = Json::array(), links = Json::array(), hubs = counts_json(expansion.hubs);
  for (auto node : expansion.nodes) {
    nodes.push_back(writing.who(node));
    nodes.back()["neighbour_count"] = index.link_count(node);
  }
  for (const auto& link : expansion.links) links.push_back(to_json(index, link));
  for (std::size_t i = 0; i < hubs.size(); ++i) hubs[i]["says"] = hub_sentence(expansion.hubs[i]);
  json["nodes"] = std::move(nodes);
  json["links"] = std::move(links);
  json["hubs"] = std::move(hubs);
  return json;
}

}  // namespace questions
