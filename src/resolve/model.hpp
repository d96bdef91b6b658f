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
  /// The same of what is made of values to look for candidates by: the sound of a word, the year of
  /// a date.
  std::map<std::string, std::map<std::string, Bits>> parts;
  /// What few rows or none had when the model was made.
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
  /// Keys that more rows share find no candidates. By the rarity frozen in the model; more than
  /// twice as many at hand find none either (detail/key_worth.hpp).
  std::int64_t rows_per_key_max = 2000;
  bool operator==(const Limits&) const = default;
};

/// The frozen means of resolution: everything that a score, and which rows are compared, depends on
/// besides the rows themselves. So one more record changes nothing of what is far from it.
/// Fellegi and Sunter (1969), with rarity of values (Winkler) inside the levels.
struct Model {
  std::vector<Field> fields;
  std::vector<Dependence> dependences;
  /// Words that stand for each other in names, smaller first, with the evidence of their meeting.
  std::map<std::pair<std::string, std::string>, Bits> aliases;
  Bits prior = 0;
  Share merge_above = whole * 3 / 10;  ///< mean posterior at which two clusters are still one
  Limits limits;
  std::int64_t rows = 0;  ///< that it was made from
  /// The score alone does not merge: something besides the name must speak for it
  /// (detail/caution.hpp).
  bool is_cautious = false;
  bool from_reference = false;  ///< the table was too small to learn from
};

/// Stable to the byte: the same model, the same text, and back.
std::string to_json(const Model& model);
/// Throws base::Error (invalid) for what is not such a model, or one of an earlier release.
Model model_from_json(std::string_view text);
/// Whether to_json of an earlier release wrote this: what it froze is not all that this one needs,
/// so a model has to be trained anew.
bool is_of_earlier_release(std::string_view model_json);

}  // namespace resolve
