#pragma once

#include <vector>

#include "questions/profile.hpp"

namespace questions {

/// What the records in the window state of an entity, attribute by attribute.
std::vector<StatedAttribute> stated_of(const Index& index, Entity entity, const Window& window,
                                       Sources& sources);

/// Positions in Evidence::corrections of those that set aside a value of one of its mentions, as
/// far as the window holds their records.
std::vector<std::size_t> set_aside_of(const Index& index, Entity entity, const Window& window);

/// The values of one attribute; none if nothing states it.
const std::vector<StatedValue>& values_of(const std::vector<StatedAttribute>& attributes,
                                          model::Attribute attribute);

/// What is not known of a person whose profile is complete but for this, in sentences.
std::vector<std::string> gaps_of(const Index& index, const Profile& profile, base::Seconds now);

}  // namespace questions
