#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/citations.hpp"

namespace questions {

/// One thing that is said of two entities: a role that records state ("keeper_of"), or a kind of
/// tie that was concluded from what two people share ("co_offending").
struct Saying {
  std::string_view says;
  bool is_tie;       ///< concluded, not stated
  bool is_reversed;  ///< said of `to` towards `from`
  std::size_t count;
};

/// All that joins two entities, as one line of a chart.
struct ChartLink {
  Entity from, to;
  std::vector<Saying> sayings;
  LinkStrength strength;
  double weight;  ///< of ties: their strengths, summed; 0 where only records link the two
  std::optional<base::Seconds> first, last;
  Citations records;
};

/// What may join two entities. Empty lists allow everything.
struct LinkFilter {
  std::vector<model::LinkRole> roles;
  std::vector<model::TieKind> kinds;
  bool records = true;  ///< what records state
  bool ties = true;     ///< what was concluded of two people
  Window window;

  bool allows(model::LinkRole role) const;
  bool allows(model::TieKind kind) const;
};

/// Nothing if nothing that the filter allows joins them. The records are noted in `sources`.
std::optional<ChartLink> link_between(const Index& index, Entity from, Entity to,
                                      const LinkFilter& filter, Sources& sources);

nlohmann::ordered_json to_json(const Index& index, const ChartLink& link);

}  // namespace questions
