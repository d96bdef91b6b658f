#pragma once

#include <span>

#include "resolve/detail/levels.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// Hands every term of a pair's score to `term`: (field) for a comparison, (dependence) for a
/// correction. Score and explanation are both made here, so that they cannot disagree.
template <class OfField, class OfDependence>
void for_each_term(const Model& model, std::span<const Level> levels, OfField of_field,
                   OfDependence of_dependence) {
  for (std::size_t f = 0; f < levels.size(); ++f) of_field(f, model.fields[f].weights[levels[f]]);
  for (std::size_t d = 0; d < model.dependences.size(); ++d) {
    const auto& pair = model.dependences[d];
    const auto a = group_of(model.fields[pair.first].kind, levels[pair.first]);
    const auto b = group_of(model.fields[pair.second].kind, levels[pair.second]);
    of_dependence(d, pair.correction[a][b]);
  }
}

/// Log odds that the two rows are one person.
inline Bits score(const Model& model, std::span<const Level> levels) {
  Bits sum = model.prior;
  for_each_term(
      model, levels, [&](std::size_t, Bits bits) { sum += bits; },
      [&](std::size_t, Bits bits) { sum += bits; });
  return sum;
}

}  // namespace resolve::detail
