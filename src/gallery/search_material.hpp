#pragma once

#include <vector>

#include "picture/picture.hpp"
#include "search/subject.hpp"

namespace gallery {

/// What finds the entities of a picture, by entity; those that nobody looks for by name or number
/// (calls, payments, cameras) are left out. A person is found by what is theirs too.
std::vector<search::Subject> subjects_of(const picture::Picture& picture);

/// The free text of its records. Views into the picture.
std::vector<search::Passage> passages_of(const picture::Picture& picture);

}  // namespace gallery
