#include "picture/ties.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>

#include "base/text.hpp"

namespace picture {

using model::Attribute;
using model::Evidence;
using model::LinkRole;
using model::Noun;
using model::TieKind;

namespace {

// What a link straight from one person to another says.
TieKind tie_of_direct(LinkRole role) {
  switch (role) {
    case LinkRole::instructs:
    case LinkRole::recruits:
    case LinkRole::exploits:
      return TieKind::exploitation;
    case LinkRole::associate_of:
      return TieKind::association;
    case LinkRole::met:
      return TieKind::meeting;
    case LinkRole::called:
    case LinkRole::messaged:
      return TieKind::communication;
    case LinkRole::paid:
      return TieKind::money;
    default:
      return TieKind::none;
  }
}

bool is_offender_role(LinkRole role) {
  return role == LinkRole::suspect_in || role == LinkRole::arrested_for ||
         role == LinkRole::charged_with || role == LinkRole::convicted_of;
}

// Somebody's part in an event or use of an object, with the record that says so.
struct Part {
  Entity person;
  LinkRole role;
  std::uint32_t record;
  std::optional<base::Seconds> when;
};

class Projection {
 public:
  Projection(const Evidence& evidence, const Entities& entities, const EntityLinks& links,
             const Offences& offences, const threat::Tables& tables, const SharingLimits& limits)
      : evidence_(evidence),
        entities_(entities),
        links_(links),
        offences_(offences),
        tables_(tables),
        limits_(limits) {}

  Ties run() {
    for (const auto& link : links_.links) add_direct(link);
    for (Entity entity = 0; entity < entities_.size(); ++entity) add_shared(entity);
    for (const auto& link : links_.links) add_between_objects(link);
    auto& ties = result_.ties;
    std::sort(ties.begin(), ties.end(), [](const auto& a, const auto& b) {
      return std::tie(a.left, a.right, a.kind, a.via, a.record) <
             std::tie(b.left, b.right, b.kind, b.via, b.record);
    });
    for (const auto& [what, count] : left_out_) {
      result_.notes.push_back(base::with_thousands(count) + " " + what +
                              " by too many people to tell anything of two of them");
    }
    return std::move(result_);
  }

 private:
  Noun noun(Entity entity) const { return noun_of(evidence_, entities_, entity); }

  std::uint32_t record_of(const EntityLink& link) const {
    return picture::record_of(evidence_, evidence_.links[links_.sources_of(link).front()]);
  }

  void add(Entity left, Entity right, TieEvidence tie) {
    if (left == right) return;
    std::tie(tie.left, tie.right) = std::minmax(left, right);
    result_.ties.push_back(tie);
  }

  void add_direct(const EntityLink& link) {
    const auto kind = tie_of_direct(link.role);
    if (kind == TieKind::none || noun(link.from) != Noun::person || noun(link.to) != Noun::person)
      return;
    add(link.from, link.to,
        {.kind = kind,
         .strength = link.strength,
         .via = link.from,
         .record = record_of(link),
         .when = link.last});
  }

  // One part for each person, the gravest role first, in order of person.
  std::vector<Part> parts(Entity entity, const std::function<bool(LinkRole)>& counts) const {
    std::vector<Part> found;
    for (auto position : links_.to(entity)) {
      const auto& link = links_.links[position];
      if (!counts(link.role) || noun(link.from) != Noun::person) continue;
      if (!found.empty() && found.back().person == link.from) continue;
      found.push_back({link.from, link.role, record_of(link), link.last});
    }
    return found;
  }

  void join_all(const std::vector<Part>& people, TieKind kind, Entity via) {
    if (people.size() < 2) return;
    const double strength = 1.0 / static_cast<double>(people.size() - 1);
    for (std::size_t i = 0; i < people.size(); ++i) {
      for (std::size_t j = i + 1; j < people.size(); ++j) {
        add(people[i].person, people[j].person,
            {.kind = kind,
             .strength = strength,
             .via = via,
             .record = people[i].record,
             .when = people[i].when});
      }
    }
  }

  bool too_many(std::size_t people, std::size_t people_max, const char* what) {
    if (people <= people_max) return false;
    ++left_out_[what];
    return true;
  }

  void add_shared(Entity entity) {
    switch (noun(entity)) {
      case Noun::crime:
      case Noun::custody:
        return add_offence(entity);
      case Noun::meeting:
        return add_event(entity, TieKind::meeting,
                         [](auto role) { return role == LinkRole::present_at; });
      case Noun::report:
        return add_event(entity, TieKind::association, [](auto role) {
          return role == LinkRole::mentioned_in || is_offender_role(role);
        });
      case Noun::phone:
        return add_object(entity, TieKind::communication, limits_.people_per_phone_max,
                          "phones used");
      case Noun::vehicle:
        return add_object(entity, TieKind::travel, limits_.people_per_vehicle_max, "vehicles used");
      case Noun::account:
        return add_object(entity, TieKind::money, limits_.people_per_account_max, "accounts held");
      default:
        return;
    }
  }

  void add_event(Entity event, TieKind kind, const std::function<bool(LinkRole)>& counts) {
    const auto people = parts(event, counts);
    if (!too_many(people.size(), limits_.people_per_event_max, "events shared"))
      join_all(people, kind, event);
  }

  // Offenders are joined to each other; where the offence exploits, each of them to each victim
  // too.
  void add_offence(Entity crime) {
    const auto offenders = parts(crime, is_offender_role);
    if (too_many(offenders.size(), limits_.people_per_event_max, "events shared")) return;
    join_all(offenders, TieKind::co_offending, crime);
    if (!exploits(crime)) return;
    const auto victims = parts(crime, [](auto role) { return role == LinkRole::victim_of; });
    if (too_many(victims.size(), limits_.people_per_event_max, "events shared")) return;
    const double strength =
        1.0 / static_cast<double>(std::max<std::size_t>(1, offenders.size() + victims.size() - 1));
    for (const auto& offender : offenders) {
      for (const auto& victim : victims) {
        add(offender.person, victim.person,
            {.kind = TieKind::exploitation,
             .strength = strength,
             .via = crime,
             .record = offender.record,
             .when = offender.when});
      }
    }
  }

  bool exploits(Entity crime) const {
    return tables_.threat_type_of_offence(offences_.of(crime)).has_value();
  }

  std::vector<Part> users(Entity object) const {
    return parts(object, [](auto role) {
      return role == LinkRole::uses || role == LinkRole::keeper_of || role == LinkRole::holds ||
             role == LinkRole::travelled_in;
    });
  }

  void add_object(Entity object, TieKind kind, std::size_t people_max, const char* what) {
    const auto people = users(object);
    if (!too_many(people.size(), people_max, what)) join_all(people, kind, object);
  }

  // A call or payment between two objects joins those who use them, if few do. A thousand calls are
  // not a thousand times one.
  void add_between_objects(const EntityLink& link) {
    const bool call = (link.role == LinkRole::called || link.role == LinkRole::messaged) &&
                      noun(link.from) == Noun::phone;
    const bool payment = link.role == LinkRole::paid && noun(link.from) == Noun::account;
    if (!call && !payment) return;
    const auto people_max = call ? limits_.people_per_phone_max : limits_.people_per_account_max;
    const auto from = users(link.from), to = users(link.to);
    if (from.size() > people_max || to.size() > people_max) return;
    const double pairs = static_cast<double>(std::max<std::size_t>(1, from.size() * to.size()));
    for (const auto& left : from) {
      for (const auto& right : to) {
        add(left.person, right.person,
            {.kind = call ? TieKind::communication : TieKind::money,
             .strength = std::log2(1 + std::max(0.0, link.strength)) / pairs,
             .via = link.from,
             .record = record_of(link),
             .when = link.last});
      }
    }
  }

  const Evidence& evidence_;
  const Entities& entities_;
  const EntityLinks& links_;
  const Offences& offences_;
  const threat::Tables& tables_;
  const SharingLimits& limits_;
  Ties result_;
  std::map<std::string, int> left_out_;
};

}  // namespace

Ties tie_people(const Evidence& evidence, const Entities& entities, const EntityLinks& links,
                const Offences& offences, const threat::Tables& tables,
                const SharingLimits& limits) {
  return Projection(evidence, entities, links, offences, tables, limits).run();
}

}  // namespace picture
