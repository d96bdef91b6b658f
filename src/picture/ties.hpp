#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/evidence.hpp"
#include "picture/entities.hpp"
#include "picture/involvement.hpp"
#include "picture/links.hpp"
#include "threat/tables.hpp"

namespace picture {

/// One reason to hold that two people are criminally associated.
struct TieEvidence {
  Entity left, right;  ///< people, left < right
  model::TieKind kind;
  double strength;  ///< 1 / (people - 1) for a shared event, else as the source counts it
  Entity via;  ///< the event, phone, account or vehicle they share; `left` if one is linked to the
               ///< other
  std::uint32_t record;  ///< the record that says so, of left where it takes two
  std::optional<base::Seconds> when;
};

/// Beyond these numbers, sharing says nothing of the two: a hostel's phone, a taxi, a riot.
struct SharingLimits {
  std::size_t people_per_event_max = 40, people_per_phone_max = 4, people_per_vehicle_max = 6,
              people_per_account_max = 4;
};

struct Ties {
  std::vector<TieEvidence> ties;   ///< sorted by left, right, kind, via, record
  std::vector<std::string> notes;  ///< what was left out, in words
};

/// Projects what records say to ties between people: offending, meeting and travelling together;
/// calls between their phones, payments between their accounts; exploiting, recruiting,
/// instructing; stated association. Living together, kinship and shared services are no ties
/// (design: a network is joined by evidence of criminal association).
Ties tie_people(const model::Evidence& evidence, const Entities& entities, const EntityLinks& links,
                const Offences& offences, const threat::Tables& tables,
                const SharingLimits& limits = {});

}  // namespace picture
