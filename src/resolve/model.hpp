#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/bits.hpp"
#include "resolve/table.hpp"

namespace resolve {

/// One comparison: all name columns together, or one other column.
struct Field {
  std::string name;
  Kind kind = Kind::name;
  /// Evidence of each level (detail/levels.hpp); level 0 is "missing" and weighs nothing.
  std::vector<Bits> weights;
  /// How rare a value (for names: a word) is: bits by value, for those seen more than once.
  std::map<std::string, Bits> rarity;
  Bits rarity_of_the_rest = 0;
};

/// What two fields say together among different people (a family shares its name and its
/// address): taken off the sum of both. Indexed [group of first][group of second].
struct Dependence {
  std::size_t first = 0, second = 0;
  std::vector<std::vector<Bits>> correction;
};

struct Limits {
  std::int64_t candidates_per_row = 20;
  std::int64_t rows_per_key_max = 2000;  ///< keys shared by more rows find no candidates
  bool operator==(const Limits&) const = default;
};

/// The frozen means of resolution: everything that a score depends on besides the two rows.
/// Fellegi and Sunter (1969), with rarity of values (Winkler) inside the levels.
struct Model {
  std::vector<Field> fields;
  std::vector<Dependence> dependences;
  /// Words that stand for each other in names, smaller first, with the evidence of their meeting.
  std::map<std::pair<std::string, std::string>, Bits> aliases;
  Bits prior = 0;
  Share merge_above = whole * 3 / 10;  ///< mean posterior at which two clusters are still one
  Limits limits;
  /// The score alone does not merge: something besides the name must speak for it
  /// (detail/caution.hpp).
  bool is_cautious = false;
  bool from_reference = false;  ///< the table was too small to learn from
};

/// Stable to the byte: the same model, the same text, and back.
std::string to_json(const Model& model);
/// Throws base::Error (invalid) for what is not such a model.
Model model_from_json(std::string_view text);

}  // namespace resolve
