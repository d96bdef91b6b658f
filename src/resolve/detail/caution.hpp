#pragma once

#include <span>

#include "resolve/detail/levels.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// What a cautious model asks for beyond the score: that something besides the name speaks for one
/// person, and that what families share (a home) does not speak over what tells their members apart
/// (given names, dates of birth).
///
/// A name is rarer in a region than among the people of its origin, so its weight is too great
/// exactly where names are least known to us; and a whole household agrees on surname, street and
/// postcode. Measured on an invented region of 100,000 people, 2026-11-22: see docs/measured.md.
bool is_corroborated(const Model& model, std::span<const Level> levels);

/// The probability that two rows are one person, as clustering uses it: 0 where caution asks for
/// more.
Share posterior(const Model& model, std::span<const Level> levels);

}  // namespace resolve::detail
