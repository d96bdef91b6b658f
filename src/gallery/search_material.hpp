#pragma once

#include <vector>

#include "picture/picture.hpp"
#include "resolve/phone_forms.hpp"
#include "search/subject.hpp"

namespace gallery {

/// What finds the entities of a picture, by entity; those that nobody looks for by name or number
/// (calls, payments, cameras) are left out. A person is found by what is theirs too.
/// `phones` gains the forms of its phones.
std::vector<search::Subject> subjects_of(const picture::Picture& picture,
                                         resolve::PhoneForms& phones);

/// The free text of its records. Views into the picture.
std::vector<search::Passage> passages_of(const picture::Picture& picture);

}  // namespace gallery
