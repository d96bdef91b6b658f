#pragma once

#include <optional>

#include "questions/answer.hpp"
#include "questions/citations.hpp"
#include "questions/index.hpp"

namespace questions {

/// One page on one entity: what its records call it and state of it, what it is linked to, its
/// events, associates, harm, networks, protection, who it may be besides, and what is not known.
/// Every line has its records with source and grade. With a day, only what happened and was
/// recorded by then; the entity, its rank and networks are always today's.
Answer profile(const Index& index, Entity entity, std::optional<base::Date> as_at = {});

/// Its dated events, the latest first.
Answer timeline(const Index& index, Entity entity, std::size_t position, std::size_t limit);

/// Where it is recorded: addresses, places of its events and what was seen where, with coordinates
/// if a record gives them.
Answer places(const Index& index, Entity entity);

}  // namespace questions
