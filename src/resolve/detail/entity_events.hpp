#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/register.hpp"

namespace resolve::detail {

/// A record with the names of the entities that it stood in and stands in; "" for none.
struct Move {
  std::string record, before, after;
};

/// What has happened, told from all records of the entities concerned: of the record that something
/// was done to, and of the others.
std::vector<EntityEvent> events_of(const std::optional<Move>& subject,
                                   const std::vector<Move>& others);

}  // namespace resolve::detail
