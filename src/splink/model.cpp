#include "splink/model.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/text.hpp"
#include "splink/column_types.hpp"
#include "splink/detail/functions.hpp"

namespace splink {

namespace {

using Form = Expression::Form;

constexpr double probability_min = 1e-300;  // Splink's M_U_CLAMP_MIN

std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  return list.substr(0, 400);
}

/// A column of the settings may be written with SQL's quotes.
std::string unquoted(const std::string& name) {
  const bool is_quoted = name.size() >= 2 && name.front() == '"' && name.back() == '"';
  return is_quoted ? name.substr(1, name.size() - 2) : name;
}

/// Splink's start values for a model that was not trained (comparison_level.py, _default_m_values
/// and _default_u_values): m .95 for the best level and equal parts of the rest; weights from -5 to
/// 3, and 10 for the best.
struct StartValue {
  double m, u;
};
StartValue start_value(int gamma, int levels) {
  const bool is_best = gamma == levels - 1;
  const double m = is_best ? 0.95 : (1 - 0.95) / (levels - 1);
  double weight = 10;
  if (!is_best) weight = levels == 2 ? -5 : -5 + gamma * (8.0 / (levels - 2));
  return {m, m / std::exp2(weight)};
}

/// The one column that a condition says is equal on both sides, in lower case; "" if it says
/// anything else.
std::string exactly_matched_column(const Expression& test) {
  if (test.form != Form::call) return "";
  if (test.function->name == "and") {
    std::string column;
    for (const auto& part : test.operands) {
      const auto of_part = exactly_matched_column(part);
      if (of_part.empty() || (!column.empty() && column != of_part)) return "";
      column = of_part;
    }
    return column;
  }
  if (test.function->name != "=") return "";
  const auto &left = test.operands[0], &right = test.operands[1];
  if (left.form != Form::column || right.form != Form::column) return "";
  const auto name = base::to_lower_ascii(left.column);
  return name == base::to_lower_ascii(right.column) ? name : "";
}

int levels_that_count(const Comparison& comparison) {
  return static_cast<int>(std::count_if(comparison.levels.begin(), comparison.levels.end(),
                                        [](const Level& level) { return !level.is_null; }));
}

}  // namespace

double probability_of(double weight) {
  if (weight >= 0) return 1.0 / (1.0 + std::pow(2.0, -weight));
  return std::pow(2.0, weight) / (1.0 + std::pow(2.0, weight));
}

Model::Model(const Settings& settings, const std::vector<std::string>& columns)
    : settings_(settings), columns_(columns), types_(columns.size(), Type::text) {
  for (const auto& [name, type] : column_types(settings)) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (base::to_lower_ascii(columns[i]) == name) types_[i] = type;
    }
  }
  const auto prior = settings.prior_or_default();
  prior_weight_ = std::log2(prior / (1 - prior));
  for (const auto& comparison : settings.comparisons) comparisons_.push_back(bind(comparison));
}

std::size_t Model::column_index(const std::string& name, const std::string& where) const {
  const auto wanted = base::to_lower_ascii(name);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (base::to_lower_ascii(columns_[i]) == wanted) return i;
  }
  throw base::Error(base::Fault::invalid,
                    where + " needs the column " + base::quoted(name) +
                        ", which the files do not have; they have: " + list_of(columns_));
}

Expression Model::bound(Expression expression, const std::string& where) const {
  for_each_part(expression, [&](Expression& part) {
    if (part.form == Form::column) part.slot = column_index(part.column, where);
  });
  return expression;
}

Model::BoundComparison Model::bind(const Comparison& comparison) {
  const auto where = "the comparison " + base::quoted(comparison.name);
  const auto levels = levels_that_count(comparison);
  BoundComparison result;
  int gamma = levels - 1;
  for (const auto& level : comparison.levels) {
    auto& made = result.levels.emplace_back();
    if (level.test) made.test = bound(*level.test, where);
    made.gamma = level.is_null ? -1 : gamma--;
    if (level.is_null) continue;
    const auto start = start_value(made.gamma, levels);
    made.m = std::max(level.m.value_or(start.m), probability_min);
    made.u = std::max(level.u.value_or(start.u), probability_min);
    made.weight = std::log2(made.m / made.u);
  }
  for (std::size_t i = 0; i < comparison.levels.size(); ++i) {
    result.levels[i].adjustment = adjustment_of(comparison, comparison.levels[i], result);
  }
  return result;
}

std::optional<Model::Adjustment> Model::adjustment_of(const Comparison& comparison,
                                                      const Level& level,
                                                      const BoundComparison& bound) {
  if (!level.term_frequency_column || level.is_null || !level.test) return {};
  Adjustment adjustment;
  adjustment.weight = level.term_frequency_weight.value_or(1);
  adjustment.minimum = level.term_frequency_minimum.value_or(0);
  if (adjustment.weight == 0) return {};
  const auto where = "the comparison " + base::quoted(comparison.name);
  const auto name = unquoted(*level.term_frequency_column);
  auto base = level.own_u_for_term_frequency.value_or(false)
                  ? std::find_if(comparison.levels.begin(), comparison.levels.end(),
                                 [&](const Level& other) { return &other == &level; })
                  : std::find_if(comparison.levels.begin(), comparison.levels.end(),
                                 [&](const Level& other) {
                                   return other.test && exactly_matched_column(*other.test) ==
                                                            base::to_lower_ascii(name);
                                 });
  if (base == comparison.levels.end()) {
    throw base::Error(base::Fault::invalid,
                      where + " adjusts the level " + base::quoted(level.condition, 300) +
                          " by how common values of " + base::quoted(name) +
                          " are, but has no exact-match level of that column to start from");
  }
  adjustment.log2_u =
      std::log2(bound.levels[static_cast<std::size_t>(base - comparison.levels.begin())].u);
  const auto column = column_index(name, where);
  const auto known = std::find(frequency_columns_.begin(), frequency_columns_.end(), column);
  adjustment.column = static_cast<std::size_t>(known - frequency_columns_.begin());
  if (known == frequency_columns_.end()) frequency_columns_.push_back(column);
  return adjustment;
}

void Model::find_frequencies(std::vector<Record>& records,
                             const std::map<std::string, Frequencies>& given) const {
  for (auto& record : records) record.frequencies.assign(frequency_columns_.size(), {});
  for (std::size_t f = 0; f < frequency_columns_.size(); ++f) {
    const auto column = frequency_columns_[f];
    Frequencies counted;
    double total = 0;
    for (const auto& record : records) {
      if (record.cells[column].is_null()) continue;
      ++counted[as_text(record.cells[column])];
      ++total;
    }
    for (auto& [value, count] : counted) count /= total;
    const auto known = given.find(columns_[column]);
    const auto& frequencies = known == given.end() ? counted : known->second;
    for (auto& record : records) {
      if (record.cells[column].is_null()) continue;
      const auto found = frequencies.find(as_text(record.cells[column]));
      if (found != frequencies.end()) record.frequencies[f] = found->second;
    }
  }
}

// Splink 5, comparison_level.py, _tf_adjustment_sql: weight * (log2(u of the exact match) -
// log2(the commoner of the two values, or the minimum)).
double Model::adjust(const Adjustment& adjustment, double frequency) {
  return adjustment.weight *
         (adjustment.log2_u - std::log2(std::max(frequency, adjustment.minimum)));
}

std::optional<double> Model::term_frequency_weight(std::size_t comparison, std::size_t level,
                                                   double frequency) const {
  const auto& adjustment = comparisons_[comparison].levels[level].adjustment;
  if (!adjustment) return {};
  return adjust(*adjustment, frequency);
}

Score Model::score(const Record& left, const Record& right) const {
  Score score;
  score.weight = prior_weight_;
  score.parts.reserve(comparisons_.size());
  Scope scope{&left.cells, &right.cells, {}};
  for (const auto& comparison : comparisons_) {
    Part part;
    const auto is_met = [&](const BoundLevel& level) {
      return !level.test || evaluate(*level.test, scope).is_true();
    };
    const auto met = std::find_if(comparison.levels.begin(), comparison.levels.end(), is_met);
    part.level = static_cast<std::size_t>(met - comparison.levels.begin());
    part.gamma = met->gamma;
    part.weight = met->weight;
    if (met->adjustment) {
      auto a = left.frequencies[met->adjustment->column];
      auto b = right.frequencies[met->adjustment->column];
      if (a || b)
        part.term_frequency_weight = adjust(*met->adjustment, std::max(a ? *a : *b, b ? *b : *a));
    }
    score.weight += part.weight;
    score.weight += part.term_frequency_weight;
    score.parts.push_back(part);
  }
  score.probability = probability_of(score.weight);
  return score;
}

}  // namespace splink
