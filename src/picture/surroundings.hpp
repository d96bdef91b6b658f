#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/evidence.hpp"

namespace picture {

/// Who is recorded around a person, as words for exact comparing, by mention (nothing but for
/// people): the names of others in the same report, meeting, missing episode or crime. Family and
/// friends share them, so they corroborate a name and tell nobody apart.
std::vector<std::vector<std::string>> surroundings_of(const model::Evidence& evidence);

}  // namespace picture
