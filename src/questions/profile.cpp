#include "questions/profile.hpp"

#include <algorithm>
#include <map>

#include "questions/detail/nearby.hpp"
#include "questions/detail/stated.hpp"

namespace questions {

using model::Attribute;
using model::LinkRole;
using model::Noun;

namespace {

// Not more than in one look: who asks for more asks for neighbours or the timeline.
template <class Order>
void keep_first(std::vector<Near>& found, Order order) {
  const auto kept = std::min(found.size(), profile_lines_max);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    order);
  found.resize(kept);
}

bool is_later(const Near& left, const Near& right) {
  if (left.last != right.last) return left.last > right.last;
  return is_nearer(left, right);
}

class Profiling {
 public:
  Profiling(const Index& index, Entity entity, std::optional<base::Date> day)
      : index_(index), picture_(index.picture()), sources_(index) {
    profile_.of = entity;
    profile_.as_at = day;
    if (day) filter_.window = as_at(*day);
    now_ = *as_at(day.value_or(picture_.manifest.as_at)).until;
  }

  std::optional<Profile> make() {
    if (!is_known()) return {};
    profile_.attributes = stated_of(index_, profile_.of, filter_.window, sources_);
    profile_.set_aside = set_aside_of(index_, profile_.of, filter_.window);
    profile_.caption = caption();
    add_surroundings();
    add_harm();
    add_protection();
    if (profile_.as_at)
      note_past();
    else
      add_ranks();
    profile_.gaps = gaps_of(index_, profile_, now_);
    // Where somebody stands among all rests on all, seen here or not.
    const bool shows_rank = profile_.nominal || !profile_.networks.empty();
    profile_.label = shows_rank ? picture_.manifest.label : sources_.label();
    return std::move(profile_);
  }

 private:
  bool is_known() const {
    const auto mentions = picture_.entities.mentions(profile_.of);
    return std::any_of(mentions.begin(), mentions.end(), [&](auto mention) {
      const auto& evidence = picture_.evidence;
      return holds(filter_.window, evidence.records[evidence.mentions[mention].record]);
    });
  }

  // Of the past it is made of what was stated by then.
  std::string caption() const {
    if (!profile_.as_at) return index_.caption(profile_.of);
    std::string text;
    for (auto attribute : {Attribute::name, Attribute::alias, Attribute::number, Attribute::line,
                           Attribute::title, Attribute::offence, Attribute::reference}) {
      const auto& values = values_of(profile_.attributes, attribute);
      if (text.empty() && !values.empty()) text = values.front().text;
    }
    const auto& births = values_of(profile_.attributes, Attribute::date_of_birth);
    if (!births.empty()) text += " b. " + births.front().text;
    return text.empty() ? "unnamed " + std::string(base::name_of(index_.noun(profile_.of))) : text;
  }

  ChartLink link_to(Entity other) {
    sources_.use_entity(other);
    return link_between(index_, profile_.of, other, filter_, sources_).value();
  }

  void add_surroundings() {
    std::map<Noun, std::vector<Near>> objects;
    std::vector<Near> people, events;
    for (const auto& near : nearby(index_, profile_.of, filter_)) {
      const auto noun = index_.noun(near.entity);
      if (noun == Noun::person)
        people.push_back(near);
      else if (is_event(noun))
        events.push_back(near);
      else
        objects[noun].push_back(near);
    }
    for (auto& [noun, found] : objects) {
      LinkedGroup group{noun, found.size(), {}};
      keep_first(found, is_later);
      for (const auto& near : found) group.links.push_back(link_to(near.entity));
      profile_.linked.push_back(std::move(group));
    }
    profile_.associates = {Noun::person, people.size(), {}};
    keep_first(people, is_nearer);
    for (const auto& near : people) profile_.associates.links.push_back(link_to(near.entity));
    add_events(std::move(events));
  }

  void add_events(std::vector<Near> events) {
    count_roles();
    profile_.event_count = events.size();
    keep_first(events, is_later);
    for (const auto& near : events) {
      EventLine line{link_to(near.entity), index_.offence(near.entity), {}, {}};
      const auto stated =
          values_of(picture_.evidence, picture_.entities, near.entity, Attribute::status);
      for (const auto& status : stated) line.statuses.push_back(status.text);
      for (const auto& link : picture_.links.from(near.entity)) {
        if (link.role == LinkRole::happened_at && !line.place &&
            holds_link(filter_.window, picture_, link))
          line.place = link.to;
      }
      if (profile_.as_at) line.statuses = statuses_then(near.entity);
      profile_.events.push_back(std::move(line));
    }
  }

  std::vector<std::string> statuses_then(Entity event) const {
    std::vector<std::string> statuses;
    for (auto mention : picture_.entities.mentions(event)) {
      const auto& each = picture_.evidence.mentions[mention];
      const auto status = picture_.evidence.first(each, Attribute::status);
      if (!status.empty() && holds(filter_.window, picture_.evidence.records[each.record]))
        statuses.emplace_back(status);
    }
    std::sort(statuses.begin(), statuses.end());
    statuses.erase(std::unique(statuses.begin(), statuses.end()), statuses.end());
    return statuses;
  }

  void count_roles() {
    std::map<LinkRole, std::size_t> counts;
    for (const auto& link : picture_.links.from(profile_.of)) {
      if (!is_event(index_.noun(link.to))) continue;
      if (holds_link(filter_.window, picture_, link)) ++counts[link.role];
    }
    profile_.roles.assign(counts.begin(), counts.end());
  }

  // As picture::involvements_of, of what the window holds.
  std::vector<threat::Involvement> involvements() const {
    std::vector<threat::Involvement> parts;
    for (const auto& link : picture_.links.from(profile_.of)) {
      const auto offence = index_.offence(link.to);
      if (offence.empty()) continue;
      std::optional<std::uint32_t> first;
      std::optional<base::Seconds> last;
      for (auto source : picture_.links.sources_of(link)) {
        if (!holds_source(filter_.window, picture_.evidence, source)) continue;
        if (!first) first = source;
        last = std::max(last, picture::time_of(picture_.evidence, picture_.evidence.links[source]));
      }
      if (!first) continue;
      const auto& stated = picture_.evidence.links[*first];
      const auto record = picture::record_of(picture_.evidence, stated);
      const bool is_arrest = picture_.evidence.mentions[stated.to].noun == Noun::custody;
      if (is_arrest && picture::record_speaks_of(picture_.evidence, record, Noun::crime)) continue;
      parts.push_back({link.to, record, offence, link.role, last});
    }
    return parts;
  }

  void add_harm() {
    if (!index_.is_person(profile_.of)) return;
    auto score = threat::harm_of(involvements(), picture_.tables, now_);
    profile_.harm = score.total;
    for (auto& term : score.terms) {
      auto records = picture::records_of(picture_, profile_.of, term.event);
      keep_held(records);
      profile_.harm_lines.push_back({term, sources_.cite(std::move(records))});
    }
  }

  void keep_held(std::vector<std::uint32_t>& records) const {
    std::erase_if(records, [&](auto record) {
      return !holds(filter_.window, picture_.evidence.records[record]);
    });
  }

  void add_protection() {
    const auto position = index_.protection(profile_.of);
    if (!position) return;
    const auto& listed = picture_.protection_list[*position];
    profile_.is_protected = true;
    profile_.is_also_suspect = listed.is_also_suspect;
    std::map<threat::ProtectionReason, std::vector<std::uint32_t>> records;
    for (const auto& line : listed.lines) records[line.reason].push_back(line.record);
    for (auto& [reason, of_reason] : records) {
      keep_held(of_reason);
      if (!of_reason.empty())
        profile_.protection.push_back({reason, sources_.cite(std::move(of_reason))});
    }
  }

  void add_ranks() {
    profile_.nominal = index_.nominal(profile_.of);
    profile_.doubts = index_.doubts(profile_.of);
    if (const auto held = index_.held_back(profile_.of))
      profile_.perhaps_protected = picture_.held_back[*held].perhaps;
    for (auto other : profile_.doubts) sources_.use_entity(other);
    for (auto number : index_.networks(profile_.of)) add_network(number);
  }

  void add_network(std::uint32_t number) {
    const auto& members = picture_.networks[number].members;
    const auto member = std::find_if(members.begin(), members.end(),
                                     [&](const auto& each) { return each.person == profile_.of; });
    NetworkLine line{number, member->standing, {}, {}, {}};
    if (member->standing == picture::Standing::ranked) {
      line.place = static_cast<std::uint32_t>(member - members.begin() + 1);
      line.prominence = threat::prominence_sentence(member->prominence);
      for (const auto& control : member->control) {
        line.control.push_back({control.evidence,
                                threat::control_sentence(control, picture_.tables), control.count,
                                sources_.cite(control.records)});
      }
    }
    profile_.networks.push_back(std::move(line));
  }

  void note_past() {
    profile_.notes.push_back(
        "only what happened and was recorded by " + to_string(*profile_.as_at) +
        "; which records speak of one person is judged by all that is known now");
    profile_.notes.emplace_back(
        "ranks, networks and doubts rest on everything and are left out: ask for the picture as at "
        "that day");
  }

  const Index& index_;
  const picture::Picture& picture_;
  LinkFilter filter_;
  Sources sources_;
  base::Seconds now_ = 0;
  Profile profile_;
};

}  // namespace

bool is_event(Noun noun) {
  switch (noun) {
    case Noun::crime:
    case Noun::incident:
    case Noun::custody:
    case Noun::missing_episode:
    case Noun::report:
    case Noun::meeting:
    case Noun::call:
    case Noun::payment:
    case Noun::referral:
      return true;
    default:
      return false;
  }
}

std::optional<Profile> profile(const Index& index, Entity entity, std::optional<base::Date> day) {
  // The picture knows nothing later than its own day.
  if (day && *day >= index.picture().manifest.as_at) day.reset();
  return Profiling(index, entity, day).make();
}

}  // namespace questions
