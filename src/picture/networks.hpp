#pragma once

#include <vector>

#include "base/threads.hpp"
#include "picture/involvement.hpp"
#include "picture/picture.hpp"

namespace picture {

/// Who may not be ranked, by entity.
struct Unranked {
  const std::vector<bool>& is_protected;
  const std::vector<bool>& is_held_back;  ///< perhaps one of the protected
};

/// The networks of a picture whose evidence, entities, links and ties are made, ranked by harm.
std::vector<RankedNetwork> rank_networks(const Picture& picture, const Offences& offences,
                                         const Unranked& unranked, base::Seconds as_at,
                                         const PictureInputs& inputs, base::Threads threads);

}  // namespace picture
