#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "splink/record.hpp"
#include "splink/settings.hpp"

namespace splink {

/// What one comparison adds to the weight of a pair, in bits.
struct Part {
  std::size_t level = 0;             ///< index into Comparison::levels
  int gamma = 0;                     ///< Splink's number of the level: 0 for ELSE, -1 for null
  double weight = 0;                 ///< log2(m / u)
  double term_frequency_weight = 0;  ///< how much the rarity of the value adds to it
};

struct Score {
  double weight = 0, probability = 0;
  std::vector<Part> parts;  ///< by comparison
};

/// Share of each value among the values of a column.
using Frequencies = std::unordered_map<std::string, double>;

/// A Splink model bound to the columns of some records. Fellegi and Sunter (1969) as Splink
/// computes it: prior and weights are added in the same order, so that weights are the same to the
/// last bits.
class Model {
 public:
  /// Throws base::Error (invalid): a column of a condition is not there; a term-frequency
  /// adjustment has no exact-match level to start from.
  Model(const Settings& settings, const std::vector<std::string>& columns);

  const Settings& settings() const { return settings_; }
  const std::vector<std::string>& columns() const { return columns_; }
  /// What the cells of a column are to be read as: what the conditions use the column as.
  Type type(std::size_t column) const { return types_[column]; }

  /// Indices of the columns with a term-frequency adjustment.
  const std::vector<std::size_t>& frequency_columns() const { return frequency_columns_; }
  /// Fills in Record::frequencies from how common values are among these records, or where `given`
  /// has a column (by name), from that.
  void find_frequencies(std::vector<Record>& records,
                        const std::map<std::string, Frequencies>& given) const;

  double prior_weight() const { return prior_weight_; }
  /// Of a level: log2(m / u), 0 if it is null.
  double weight(std::size_t comparison, std::size_t level) const {
    return comparisons_[comparison].levels[level].weight;
  }
  /// m and u as they count: as in the file, or Splink's start values where it has none.
  double m(std::size_t comparison, std::size_t level) const {
    return comparisons_[comparison].levels[level].m;
  }
  double u(std::size_t comparison, std::size_t level) const {
    return comparisons_[comparison].levels[level].u;
  }
  /// What the rarity of a value adds at a level; nothing if the level is not adjusted.
  std::optional<double> term_frequency_weight(std::size_t comparison, std::size_t level,
                                              double frequency) const;

  Score score(const Record& left, const Record& right) const;  ///< thread-safe

  /// A condition's columns bound to these. `where` begins the sentence of the error.
  Expression bound(Expression expression, const std::string& where) const;

 private:
  struct Adjustment {
    std::size_t column = 0;  ///< index into frequency_columns_
    double weight = 1, minimum = 0, log2_u = 0;
  };
  struct BoundLevel {
    std::optional<Expression> test;
    int gamma = 0;
    double m = 1, u = 1, weight = 0;
    std::optional<Adjustment> adjustment;
  };
  struct BoundComparison {
    std::vector<BoundLevel> levels;
  };

  std::size_t column_index(const std::string& name, const std::string& where) const;
  BoundComparison bind(const Comparison& comparison);
  std::optional<Adjustment> adjustment_of(const Comparison& comparison, const Level& level,
                                          const BoundComparison& bound);
  static double adjust(const Adjustment& adjustment, double frequency);

  Settings settings_;
  std::vector<std::string> columns_;
  std::vector<Type> types_;
  std::vector<std::size_t> frequency_columns_;
  std::vector<BoundComparison> comparisons_;
  double prior_weight_ = 0;
};

/// Splink's: 2^w / (1 + 2^w), without overflow.
double probability_of(double weight);

}  // namespace splink
