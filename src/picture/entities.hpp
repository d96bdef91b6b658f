#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/evidence.hpp"

namespace picture {

/// Position of an entity in one picture.
using Entity = std::uint32_t;

/// Who and what the mentions speak of: every mention belongs to one entity. Entities stand in the
/// order of their first mentions. A value; means something only beside the evidence it was made
/// from.
class Entities {
 public:
  Entities() = default;
  /// representative[m] is any one mention of the same entity as m (itself, at the least).
  Entities(const model::Evidence& evidence, const std::vector<std::uint32_t>& representative);

  std::size_t size() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  Entity of_mention(std::uint32_t mention) const { return of_mention_[mention]; }
  std::span<const std::uint32_t> mentions(Entity entity) const {
    return std::span(members_).subspan(starts_[entity], starts_[entity + 1] - starts_[entity]);
  }

 private:
  std::vector<std::uint32_t> of_mention_, members_;
  std::vector<std::size_t> starts_;
};

model::Noun noun_of(const model::Evidence& evidence, const Entities& entities, Entity entity);

/// The name of an entity outside: that of its earliest-recorded visible mention, so that a bookmark
/// survives a merge or a split: "7q3d9xkf0a2m4n6p-nominal".
std::string name_of(const model::Evidence& evidence, const Entities& entities, Entity entity);

/// What a person would call it: its commonest name, number or address, with its date of birth for a
/// person.
std::string caption_of(const model::Evidence& evidence, const Entities& entities, Entity entity);

/// The values of an attribute that the entity's mentions give, commonest first (ties by text), with
/// their number.
struct CountedValue {
  std::string text;
  int count;
};
std::vector<CountedValue> values_of(const model::Evidence& evidence, const Entities& entities,
                                    Entity entity, model::Attribute attribute);

}  // namespace picture
