#include <algorithm>

#include "questions/detail/writing.hpp"
#include "questions/profile.hpp"

namespace questions {

using model::Attribute;
using model::LinkRole;
using model::Noun;

namespace {

struct Moment {
  base::Seconds when;
  const picture::EntityLink* link;
  Entity other;
};

std::vector<Moment> moments_of(const Index& index, Entity entity) {
  const auto& links = index.picture().links;
  std::vector<Moment> moments;
  const auto add = [&](const picture::EntityLink& link, Entity other) {
    if (link.last) moments.push_back({*link.last, &link, other});
  };
  for (const auto& link : links.from(entity)) add(link, link.to);
  for (auto position : links.to(entity)) add(links.links[position], links.links[position].from);
  std::stable_sort(moments.begin(), moments.end(),
                   [](const auto& a, const auto& b) { return a.when > b.when; });
  return moments;
}

std::vector<std::uint32_t> records_of(const Index& index, const picture::EntityLink& link) {
  const auto& picture = index.picture();
  std::vector<std::uint32_t> records;
  for (auto source : picture.links.sources_of(link))
    records.push_back(picture.evidence.mentions[picture.evidence.links[source].from].record);
  return records;
}

}  // namespace

Answer timeline(const Index& index, Entity entity, std::size_t position, std::size_t limit) {
  const Writing writing(index);
  Sources sources(index);
  const auto moments = moments_of(index, entity);
  Json events = Json::array();
  for (std::size_t i = position; i < moments.size() && events.size() < limit; ++i) {
    Json event = writing.who(moments[i].other);
    event["when"] = base::to_string_utc(moments[i].when);
    event["role"] = base::name_of(moments[i].link->role);
    if (const auto offence = index.offence(moments[i].other); !offence.empty())
      event["offence"] = offence;
    writing.add_records(event, sources.cite(records_of(index, *moments[i].link)));
    events.push_back(std::move(event));
  }
  const auto shown = events.size();
  Json body = writing.who(entity);
  body["total"] = moments.size();
  body["events"] = std::move(events);
  return {std::move(body), sources.label(), shown};
}

Answer places(const Index& index, Entity entity) {
  const auto& picture = index.picture();
  const Writing writing(index);
  Sources sources(index);
  Json found = Json::array();
  const auto add = [&](const picture::EntityLink& link, Entity place, std::string_view through) {
    const auto noun = index.noun(place);
    if (noun != Noun::address && noun != Noun::place) return;
    Json line = writing.who(place);
    line["role"] = base::name_of(link.role);
    line["through"] = through;
    for (auto mention : picture.entities.mentions(place)) {
      const auto& each = picture.evidence.mentions[mention];
      for (auto attribute : {Attribute::postcode, Attribute::latitude, Attribute::longitude}) {
        const auto name = std::string(base::name_of(attribute));
        const auto text = picture.evidence.first(each, attribute);
        if (!text.empty() && !line.contains(name)) {
          line[name] = text;
          sources.use(each.record);
        }
      }
    }
    writing.add_times(line, link.first, link.last);
    writing.add_records(line, sources.cite(records_of(index, link)));
    found.push_back(std::move(line));
  };
  for (const auto& link : picture.links.from(entity)) {
    add(link, link.to, "");
    if (link.role == LinkRole::mentioned_in) continue;
    for (const auto& next : picture.links.from(link.to)) {
      if (next.role == LinkRole::happened_at || next.role == LinkRole::seen_at)
        add(next, next.to, base::name_of(index.noun(link.to)));
    }
  }
  const auto count = found.size();
  Json body = writing.who(entity);
  body["places"] = std::move(found);
  return {std::move(body), sources.label(), count};
}

}  // namespace questions
