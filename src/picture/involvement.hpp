#pragma once

#include <span>
#include <vector>

#include "model/evidence.hpp"
#include "picture/entities.hpp"
#include "picture/links.hpp"
#include "threat/harm.hpp"
#include "threat/protection.hpp"

namespace picture {

/// Offences of the events of a picture, looked up once.
class Offences {
 public:
  Offences(const model::Evidence& evidence, const Entities& entities, const threat::Tables& tables);
  /// Key of the offence table for an event; "" if it states no offence. An offence that the table
  /// does not hold is its own key.
  std::string_view of(Entity event) const { return keys_[event]; }

 private:
  std::vector<std::string_view> keys_;
  std::vector<std::string> owned_;
};

/// What a person is recorded to have done.
std::vector<threat::Involvement> involvements_of(const model::Evidence& evidence,
                                                 const EntityLinks& links, const Offences& offences,
                                                 Entity person);

/// What may protect a person: dates of birth, and parts as victim, subject of a referral or
/// missing.
std::vector<threat::ProtectionLine> protection_lines_of(const model::Evidence& evidence,
                                                        const Entities& entities,
                                                        const EntityLinks& links, Entity person,
                                                        base::Seconds as_at);

/// Whether the record has a mention of that noun.
bool record_speaks_of(const model::Evidence& evidence, std::uint32_t record, model::Noun noun);

/// Recorded in any role that carries responsibility; being mentioned is none.
bool is_recorded_as_suspect(const EntityLinks& links, const threat::Tables& tables, Entity person);

}  // namespace picture
