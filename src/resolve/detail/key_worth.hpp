#pragma once

#include <cstdint>
#include <string>

#include "resolve/bits.hpp"
#include "resolve/detail/keys.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// What a shared key says towards two rows being worth comparing, by the frozen model alone: more
/// the fewer rows had it when the model was made; 0 when it calls the key crowded. Refers to the
/// model.
class KeyWorth {
 public:
  explicit KeyWorth(const Model& model);

  std::uint32_t operator()(const KeyScheme& scheme, const std::string& key) const;

 private:
  Bits rarity(const KeyScheme& scheme, const std::string& key) const;

  const Model& model_;
  const Bits crowded_below_;
};

/// A key that more rows have at hand is not looked under either, though the model does not call it
/// crowded: the data has outgrown the model, and one value that everybody has must not make a pair
/// of all. Twice the model's limit, so that data like the model's own never meets it.
constexpr std::size_t rows_at_hand_max(const Limits& limits) {
  return 2 * static_cast<std::size_t>(limits.rows_per_key_max);
}

}  // namespace resolve::detail
