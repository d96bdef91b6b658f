#include "resolve/detail/key_worth.hpp"

#include <algorithm>
#include <cmath>

namespace resolve::detail {

namespace {

constexpr Bits worth_per_bit = 64;

Bits crowded_below(const Model& model) {
  const auto rows = static_cast<double>(std::max<std::int64_t>(1, model.rows));
  const auto most = static_cast<double>(std::max<std::int64_t>(1, model.limits.rows_per_key_max));
  return to_bits(std::log2(rows / most));
}

}  // namespace

KeyWorth::KeyWorth(const Model& model) : model_(model), crowded_below_(crowded_below(model)) {}

Bits KeyWorth::rarity(const KeyScheme& scheme, const std::string& key) const {
  const auto& field = model_.fields[scheme.field];
  const auto in = [&](const std::map<std::string, Bits>& rarities, const std::string& text) {
    const auto found = rarities.find(text);
    return found == rarities.end() ? field.rarity_of_the_rest : found->second;
  };
  if (scheme.of == KeyScheme::Of::text_words) return in(field.rarity, ":" + key);
  if (scheme.part.empty()) return in(field.rarity, key);
  const auto part = field.parts.find(scheme.part);
  return part == field.parts.end() ? field.rarity_of_the_rest : in(part->second, key);
}

std::uint32_t KeyWorth::operator()(const KeyScheme& scheme, const std::string& key) const {
  const auto bits = rarity(scheme, key);
  if (bits < crowded_below_) return 0;
  return static_cast<std::uint32_t>(std::max<Bits>(0, bits) * worth_per_bit * scheme.tenths / 10 /
                                    one_bit) +
         1;
}

}  // namespace resolve::detail
