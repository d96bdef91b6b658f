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

/// The probability that two rows are one person, as what begins a merge: 0 where caution asks for
/// more.
Share posterior(const Model& model, std::span<const Level> levels);

/// What two rows say for or against the merge of the clusters that they stand in, once another pair
/// of them has begun it: the probability without more asked for; 0 where dates of birth differ and
/// nothing makes up for it; minus one where names differ too, so that somebody known by surname
/// only does not bridge the members of a household.
Share support(const Model& model, std::span<const Level> levels);

}  // namespace resolve::detail
