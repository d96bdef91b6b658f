#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "simulate/names.hpp"
#include "simulate/random.hpp"

namespace simulate {

/// What typing, hearing and scanning do to a text. Letters are those of UTF-8; a text of under
/// three letters stays as it is.
std::string mistype(std::string_view text, Random& random);
std::string misread_scan(std::string_view text);  ///< rn for m, 1 for l, 0 for o
/// Changes or loses one digit after the first `keep`.
std::string mistype_digit(std::string_view digits, std::size_t keep, Random& random);
/// Another clerk's way to write a foreign name: a listed spelling, or a rule of sound.
std::string respell(std::string_view name, const Names& names, Random& random);
std::string without_accents(std::string_view text);
base::Date wrong_date(base::Date date, Random& random);

}  // namespace simulate
