#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "questions/index.hpp"

namespace questions {

/// What a network, by position in Picture::networks, is called outside: as the member whose name is
/// the first in order, of those whose network of most harm it is.
std::string network_name(const Index& index, std::size_t network);

/// By whom it is known to people: the first of its ranked members, three at most.
std::vector<Entity> leading(const picture::RankedNetwork& network);

/// The network of most harm that whoever is so named belongs to. Any member finds it, so a bookmark
/// survives most changes of its members.
std::optional<std::size_t> find_network(const Index& index, std::string_view name);

}  // namespace questions
