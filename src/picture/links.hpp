#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/evidence.hpp"
#include "picture/entities.hpp"

namespace picture {

/// What the records say of two entities in one role, all together.
struct EntityLink {
  Entity from, to;
  model::LinkRole role;
  double strength;  ///< summed
  std::optional<base::Seconds> first, last;
  std::uint32_t first_source, source_count;  ///< into EntityLinks::sources
};

/// Sorted by from, to and role; `sources` are positions in Evidence::links, ascending within a
/// link.
struct EntityLinks {
  std::vector<EntityLink> links;
  std::vector<std::uint32_t> sources;
  std::vector<std::uint32_t>
      begins;  ///< by entity: its first outgoing link; one more than entities
  std::vector<std::uint32_t> incoming;         ///< positions of links, by the entity they go to …
  std::vector<std::uint32_t> incoming_begins;  ///< … whose first stands here

  std::span<const EntityLink> from(Entity entity) const {
    return std::span(links).subspan(begins[entity], begins[entity + 1] - begins[entity]);
  }
  std::span<const std::uint32_t> to(Entity entity) const {
    return std::span(incoming).subspan(incoming_begins[entity],
                                       incoming_begins[entity + 1] - incoming_begins[entity]);
  }
  std::span<const std::uint32_t> sources_of(const EntityLink& link) const {
    return std::span(sources).subspan(link.first_source, link.source_count);
  }
};

/// Links of what happened after `as_at` are left out.
EntityLinks link_entities(const model::Evidence& evidence, const Entities& entities,
                          base::Seconds as_at);

/// The record that states a link of the evidence.
std::uint32_t record_of(const model::Evidence& evidence, const model::MentionLink& link);

/// All records that state it, ascending, each once.
std::vector<std::uint32_t> records_of(const model::Evidence& evidence, const EntityLinks& links,
                                      const EntityLink& link);

/// When what it says happened, else when it was recorded.
std::optional<base::Seconds> time_of(const model::EvidenceRecord& record);

/// When a link's record says it was: the link's own time, else the record's.
std::optional<base::Seconds> time_of(const model::Evidence& evidence,
                                     const model::MentionLink& link);

}  // namespace picture
