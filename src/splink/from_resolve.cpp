#include "splink/from_resolve.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "base/error.hpp"
#include "splink/parse_condition.hpp"

namespace splink {

namespace {

using resolve::Kind;

// The level's number in resolve's model, and the condition that says it; A and B stand for the
// column on both sides. From the strongest down, as CASE takes the first that is true.
struct Condition {
  std::size_t level;
  std::string_view sql, label;
};

// clang-format off
constexpr Condition of_dates[] = {
    {8, "hamming(A, B) = 1", "one digit differs"},
    {7, "damerau_levenshtein(A, B) = 1 OR SUBSTR(A, 1, 5) || SUBSTR(A, 9, 2) || '-' || SUBSTR(A, 6, 2) = B", "day and month swapped or digits crossed"},
    {6, "SUBSTR(A, 1, 4) = SUBSTR(B, 1, 4) AND (SUBSTR(A, 5) = '-01-01' OR SUBSTR(B, 5) = '-01-01')", "only the year known"},
    {5, "hamming(A, B) = 2", "two digits differ"},
    {4, "SUBSTR(A, 1, 4) = SUBSTR(B, 1, 4)", "same year"},
    {3, "ABS(CAST(SUBSTR(A, 1, 4) AS INT) - CAST(SUBSTR(B, 1, 4) AS INT)) <= 2", "within two years"},
    {2, "SUBSTR(A, 5) = SUBSTR(B, 5)", "same day and month"},
};
constexpr Condition of_codes[] = {
    {5, "damerau_levenshtein(A, B) <= 1", "one character differs"},
    {4, "damerau_levenshtein(A, B) <= 2 AND LENGTH(A) > 3 AND LENGTH(B) > 3 AND SUBSTR(A, 1, 3) = SUBSTR(B, 1, 3)", "same beginning, two characters differ"},
    {3, "damerau_levenshtein(A, B) <= 2", "two characters differ"},
    {2, "LENGTH(A) > 3 AND LENGTH(B) > 3 AND SUBSTR(A, 1, 3) = SUBSTR(B, 1, 3)", "same beginning"},
};
constexpr Condition of_texts[] = {
    {5, "LEAST(LENGTH(A), LENGTH(B)) >= 4 AND damerau_levenshtein(A, B) <= CASE WHEN LEAST(LENGTH(A), LENGTH(B)) >= 8 THEN 2 ELSE 1 END", "one or two letters differ"},
    {4, "jaro_winkler_similarity(A, B) >= 0.88", "similar"},
};
constexpr Condition of_identifiers[] = {
    {2, "LEAST(LENGTH(A), LENGTH(B)) >= 5 AND damerau_levenshtein(A, B) <= 1", "one character differs"},
};
// clang-format on

struct Sayable {
  std::span<const Condition> conditions;
  std::size_t first_exact;
};

Sayable sayable(Kind kind) {
  switch (kind) {
    case Kind::date:
      return {of_dates, 9};
    case Kind::code:
      return {of_codes, 6};
    case Kind::text:
      return {of_texts, 6};
    case Kind::identifier:
      return {of_identifiers, 3};
    case Kind::category:
      return {{}, 2};
    case Kind::name:
    case Kind::surroundings:
      break;
  }
  return {{}, 0};
}

std::string quoted_column(const std::string& name, const char* side) {
  std::string quoted = "\"";
  for (char c : name + side) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string said_of(std::string_view sql, const std::string& column) {
  const auto left = quoted_column(column, "_l"), right = quoted_column(column, "_r");
  std::string said;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    const auto is_word = [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    };
    const bool alone =
        (i == 0 || !is_word(sql[i - 1])) && (i + 1 == sql.size() || !is_word(sql[i + 1]));
    if (alone && sql[i] == 'A') {
      said += left;
    } else if (alone && sql[i] == 'B') {
      said += right;
    } else {
      said += sql[i];
    }
  }
  return said;
}

Level level_of(const std::string& condition, std::string label) {
  Level level;
  level.condition = condition;
  level.label = std::move(label);
  if (condition != "ELSE")
    level.test = parse_condition(condition, Naming::suffixed, "a level of ours");
  return level;
}

/// Any m and u that make this weight: u a hundredth, or less where m would pass 1.
void set_weight(Level& level, resolve::Bits weight) {
  const auto ratio = std::exp2(resolve::to_double(weight));
  level.u = std::min(0.01, 0.5 / ratio);
  level.m = *level.u * ratio;
}

/// Ours splits agreement by the rarity of the value into levels; Splink adjusts one level by it:
/// log2(m / tf). m is what makes the two agree on average over pairs of equal values.
void set_exact(Level& level, const resolve::Field& field, std::size_t first_exact) {
  double mass = 0, u = 0, excess = 0;
  for (const auto& [value, rarity] : field.rarity) {
    if (value.starts_with(':')) continue;  // a word inside a text
    const auto bits = resolve::to_double(rarity);
    const auto bin = std::min<std::size_t>(field.weights.size() - first_exact - 1,
                                           static_cast<std::size_t>(std::max(0.0, bits / 2)));
    const auto frequency = std::exp2(-bits);
    mass += frequency;
    u += frequency * frequency;
    excess += frequency * (resolve::to_double(field.weights[first_exact + bin]) - bits);
  }
  if (mass <= 0) return set_weight(level, field.weights.back());
  level.m = std::clamp(std::exp2(excess / mass), 1e-6, 1.0);
  level.u = std::clamp(u, 1e-12, 1.0);
  level.term_frequency_column = field.name;
  level.term_frequency_weight = 1;
}

Comparison comparison_of(const resolve::Field& field, const Sayable& sayable) {
  const auto left = quoted_column(field.name, "_l"), right = quoted_column(field.name, "_r");
  Comparison comparison;
  comparison.name = field.name;
  auto& null = comparison.levels.emplace_back(
      level_of(left + " IS NULL OR " + right + " IS NULL", field.name + " is NULL"));
  null.is_null = true;
  auto& exact = comparison.levels.emplace_back(level_of(left + " = " + right, "the same"));
  set_exact(exact, field, sayable.first_exact);
  for (const auto& condition : sayable.conditions) {
    auto& level = comparison.levels.emplace_back(
        level_of(said_of(condition.sql, field.name), std::string(condition.label)));
    set_weight(level, field.weights[condition.level]);
  }
  set_weight(comparison.levels.emplace_back(level_of("ELSE", "different")), field.weights[1]);
  return comparison;
}

void note_the_rest(const resolve::Model& model, std::vector<std::string>& left_out) {
  if (!model.aliases.empty()) {
    left_out.push_back("the " + std::to_string(model.aliases.size()) +
                       " learned words that stand for each other in names");
  }
  for (const auto& pair : model.dependences) {
    left_out.push_back("that " + model.fields[pair.first].name + " and " +
                       model.fields[pair.second].name +
                       " agree together among different people: Splink adds both in full");
  }
  left_out.push_back("average linkage and its vetoes: Splink joins by connected components");
}

}  // namespace

Exported from_resolve(const resolve::Model& model) {
  Exported exported;
  auto& settings = exported.settings;
  settings.prior = resolve::probability(model.prior);
  for (const auto& field : model.fields) {
    const auto said = sayable(field.kind);
    if (said.first_exact == 0) {
      exported.left_out.push_back("the comparison of " + field.name + ": " +
                                  (field.kind == Kind::name
                                       ? "all name columns are compared as one bag of words"
                                       : "it compares sounds of words") +
                                  ", which no condition on columns can say");
      continue;
    }
    settings.comparisons.push_back(comparison_of(field, said));
    settings.blocking_rules.push_back(
        {"l." + quoted_column(field.name, "") + " = r." + quoted_column(field.name, ""),
         false,
         {},
         {{"sql_dialect", "\"duckdb\""}}});
    if (field.kind == Kind::text) {
      exported.left_out.push_back("that two values of " + field.name +
                                  " share a word, common or rare: SQL has no words");
    }
  }
  if (settings.comparisons.empty()) {
    throw base::Error(base::Fault::invalid,
                      "this model compares nothing that Splink could say in a condition; it was "
                      "not written");
  }
  note_the_rest(model, exported.left_out);
  return exported;
}

}  // namespace splink
