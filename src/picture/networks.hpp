#pragma once

#include <vector>

#include "base/threads.hpp"
#include "picture/involvement.hpp"
#include "picture/picture.hpp"

namespace picture {

/// The networks of a picture whose evidence, entities, links and ties are made, ranked by harm.
std::vector<RankedNetwork> rank_networks(const Picture& picture, const Offences& offences,
                                         const std::vector<bool>& is_protected, base::Seconds as_at,
                                         base::Threads threads);

}  // namespace picture
