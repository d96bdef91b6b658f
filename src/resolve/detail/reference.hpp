#pragma once

#include <string>
#include <vector>

#include "resolve/detail/encoded_table.hpp"
#include "resolve/detail/keys.hpp"
#include "resolve/detail/learning.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// How rare each value, word and other key is in this table: the fields of a model, without
/// weights.
std::vector<Field> rarities_of(const EncodedTable& table, const std::vector<KeyFamily>& keys,
                               base::Threads threads);

/// Where learning starts: how matches and strangers of any population agree, by kind, with exact
/// agreement spread over rarity as this table's values are.
Learned starting_point(const EncodedTable& table, const std::vector<Field>& fields);

/// The model for tables too small to learn from: weights by kind, and rarity of names from the
/// table and from data/resolve/reference_names.csv together.
Model reference_model(const EncodedTable& table, const std::vector<KeyFamily>& keys,
                      const Limits& limits, base::Threads threads);

}  // namespace resolve::detail
