#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/threads.hpp"
#include "splink/model.hpp"

namespace splink {

/// Finds the pairs that a model's blocking rules put up for comparison. A rule is read as
/// equalities between the two rows, joined by AND, each of a column or of a function of columns;
/// other conditions beside them only filter.
class Blocking {
 public:
  /// Refers to model and records, which must outlive it. The records must be in the order in which
  /// the first of two is the left one (sort_records). Throws base::Error (invalid) for a rule that
  /// cannot be read, or has no equality to look rows up by.
  Blocking(const Model& model, const std::vector<Record>& records);

  std::size_t rules() const { return rules_.size(); }

  /// How many pairs share a rule's keys, filters and earlier rules apart: what looking at them
  /// costs.
  std::size_t pairs_at_most(std::size_t rule) const;

  /// The pairs of a rule that no earlier rule has found, ascending, handed over in slices that may
  /// come from several threads at once; a slice's number says where its pairs belong.
  std::size_t slices() const;
  std::vector<RecordPair> pairs(std::size_t rule, std::size_t slice) const;

 private:
  struct Rule {
    std::vector<Expression> left_keys, right_keys, filters;
    std::vector<std::uint32_t> left, right;      ///< key of each record, or no_key
    std::vector<std::uint32_t> starts, records;  ///< records by right key, ascending
  };
  Rule read(const BlockingRule& rule) const;
  void find_keys(Rule& rule) const;
  bool finds(const Rule& rule, RecordPair pair) const;

  const Model& model_;
  const std::vector<Record>& records_;
  std::vector<Rule> rules_;
};

/// By source and id where two sources are linked, else by id (as numbers if all of them are):
/// Splink's left row is the smaller of a pair.
void sort_records(std::vector<Record>& records, LinkType type);

}  // namespace splink
