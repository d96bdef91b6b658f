#include "questions/places.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "questions/detail/writing.hpp"
#include "questions/marking.hpp"
#include "questions/profile.hpp"

namespace questions {

using model::Attribute;
using model::LinkRole;
using model::Noun;

namespace {

std::optional<double> degrees(std::string_view text, double limit) {
  double value = 0;
  const auto* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end || !(value >= -limit && value <= limit)) return {};
  return value;
}

// Of the first mention that gives both: halves of two records are nowhere.
std::optional<Point> point_of(const picture::Picture& picture, Entity place) {
  const auto& evidence = picture.evidence;
  for (auto number : picture.entities.mentions(place)) {
    const auto& mention = evidence.mentions[number];
    const auto latitude = degrees(evidence.first(mention, Attribute::latitude), 90);
    const auto longitude = degrees(evidence.first(mention, Attribute::longitude), 180);
    if (latitude && longitude) return Point{*latitude, *longitude};
  }
  return {};
}

std::string postcode_of(const picture::Picture& picture, Entity place) {
  for (auto number : picture.entities.mentions(place)) {
    const auto text =
        picture.evidence.first(picture.evidence.mentions[number], Attribute::postcode);
    if (!text.empty()) return std::string(text);
  }
  return "";
}

struct Stay {
  std::set<LinkRole> roles;
  std::set<Entity> events;
  std::set<std::uint32_t>
      sources;  // a link counts once, however many of those asked about it joins
};

class Placing {
 public:
  Placing(const Index& index, const Window& window)
      : index_(index), picture_(index.picture()), window_(window) {}

  void add(Entity entity) {
    for (const auto& link : picture_.links.from(entity)) {
      add(link, {});
      if (is_event(index_.noun(link.to)) && holds_link(window_, picture_, link)) add_event(link.to);
    }
  }

  Places take() {
    Places result{stays_.size(), {}, {}};
    Sources sources(index_);
    for (auto& [place, stay] : stays_) result.places.push_back(line(place, stay));
    std::stable_sort(result.places.begin(), result.places.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    if (result.places.size() > places_max) result.places.resize(places_max);
    for (auto& each : result.places) {
      each.records = sources.cite(std::move(each.records.records));
      sources.use_entity(each.place);
    }
    result.label = sources.label();
    return result;
  }

 private:
  void add_event(Entity event) {
    for (const auto& there : picture_.links.from(event)) add(there, event);
  }

  void add(const picture::EntityLink& link, std::optional<Entity> event) {
    const auto noun = index_.noun(link.to);
    if ((noun != Noun::address && noun != Noun::place) || !holds_link(window_, picture_, link))
      return;
    auto& stay = stays_[link.to];
    stay.roles.insert(link.role);
    if (event) stay.events.insert(*event);
    for (auto source : picture_.links.sources_of(link)) {
      if (holds_source(window_, picture_.evidence, source)) stay.sources.insert(source);
    }
  }

  PlaceLine line(Entity place, const Stay& stay) const {
    PlaceLine line{.place = place,
                   .point = point_of(picture_, place),
                   .postcode = postcode_of(picture_, place),
                   .roles = {stay.roles.begin(), stay.roles.end()},
                   .events = {stay.events.begin(), stay.events.end()},
                   .count = stay.sources.size()};
    const auto& evidence = picture_.evidence;
    for (auto source : stay.sources) {
      line.records.records.push_back(picture::record_of(evidence, evidence.links[source]));
      const auto when = picture::time_of(evidence, evidence.links[source]);
      if (!when) continue;
      line.first = std::min(line.first.value_or(*when), *when);
      line.last = std::max(line.last.value_or(*when), *when);
    }
    return line;
  }

  const Index& index_;
  const picture::Picture& picture_;
  const Window& window_;
  std::map<Entity, Stay> stays_;
};

}  // namespace

Places places(const Index& index, std::span<const Entity> of, const Window& window) {
  Placing placing(index, window);
  for (auto entity : of) placing.add(entity);
  return placing.take();
}

nlohmann::ordered_json to_json(const Index& index, const Places& places) {
  const Writing writing(index);
  Json json;
  json["marking"] = marking_json(places.label);
  json["count"] = places.count;
  json["places"] = Json::array();
  for (const auto& line : places.places) {
    Json each = writing.who(line.place);
    if (line.point) {
      each["latitude"] = line.point->latitude;
      each["longitude"] = line.point->longitude;
    }
    each["postcode"] = line.postcode;
    each["roles"] = Json::array();
    for (auto role : line.roles) each["roles"].push_back(base::name_of(role));
    each["events"] = Json::array();
    for (auto event : line.events) each["events"].push_back(writing.who(event));
    each["count"] = line.count;
    writing.add_times(each, line.first, line.last);
    writing.add_records(each, line.records);
    json["places"].push_back(std::move(each));
  }
  return json;
}

}  // namespace questions
