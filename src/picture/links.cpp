#include "picture/links.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace picture {

using model::Evidence;

std::uint32_t record_of(const Evidence& evidence, const model::MentionLink& link) {
  return evidence.mentions[link.from].record;
}

std::vector<std::uint32_t> records_of(const Evidence& evidence, const EntityLinks& links,
                                      const EntityLink& link) {
  std::vector<std::uint32_t> records;
  for (auto source : links.sources_of(link))
    records.push_back(record_of(evidence, evidence.links[source]));
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

std::optional<base::Seconds> time_of(const model::EvidenceRecord& record) {
  return record.happened ? record.happened : record.recorded;
}

std::optional<base::Seconds> time_of(const Evidence& evidence, const model::MentionLink& link) {
  if (link.time) return link.time;
  return time_of(evidence.records[record_of(evidence, link)]);
}

namespace {

void extend(EntityLink& link, std::optional<base::Seconds> time) {
  if (!time) return;
  link.first = link.first ? std::min(*link.first, *time) : *time;
  link.last = link.last ? std::max(*link.last, *time) : *time;
}

void index_ends(EntityLinks& links, std::size_t entity_count) {
  links.begins.assign(entity_count + 1, 0);
  links.incoming_begins.assign(entity_count + 1, 0);
  for (const auto& link : links.links) {
    ++links.begins[link.from + 1];
    ++links.incoming_begins[link.to + 1];
  }
  std::partial_sum(links.begins.begin(), links.begins.end(), links.begins.begin());
  std::partial_sum(links.incoming_begins.begin(), links.incoming_begins.end(),
                   links.incoming_begins.begin());
  links.incoming.resize(links.links.size());
  auto next = links.incoming_begins;
  for (std::uint32_t i = 0; i < links.links.size(); ++i)
    links.incoming[next[links.links[i].to]++] = i;
}

}  // namespace

EntityLinks link_entities(const Evidence& evidence, const Entities& entities, base::Seconds as_at) {
  EntityLinks result;
  const auto key = [&](std::uint32_t i) {
    const auto& link = evidence.links[i];
    return std::tuple(entities.of_mention(link.from), entities.of_mention(link.to), link.role);
  };
  for (std::uint32_t i = 0; i < evidence.links.size(); ++i) {
    if (time_of(evidence, evidence.links[i]).value_or(as_at) <= as_at) result.sources.push_back(i);
  }
  std::stable_sort(result.sources.begin(), result.sources.end(),
                   [&](auto a, auto b) { return key(a) < key(b); });
  for (std::uint32_t at = 0; at < result.sources.size(); ++at) {
    const auto& source = evidence.links[result.sources[at]];
    if (at == 0 || key(result.sources[at - 1]) != key(result.sources[at])) {
      const auto [from, to, role] = key(result.sources[at]);
      result.links.push_back({from, to, role, 0, {}, {}, at, 0});
    }
    auto& link = result.links.back();
    link.strength += source.strength;
    ++link.source_count;
    extend(link, time_of(evidence, source));
  }
  index_ends(result, entities.size());
  return result;
}

}  // namespace picture
