#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "resolve/detail/encoded_table.hpp"

namespace resolve::detail {

/// Another row, and the worth of the keys that are shared with it.
struct Choice {
  std::uint32_t score;
  Row row;
};

/// Finds for one row after another those that it shares most with: the one definition of
/// candidates. Holds one score a row of the table. The index says
///   rows(), schemes(), keys(scheme, row), worth(scheme, key), rows(scheme, key)
///   and before(row, row): which of two equally good rows comes first.
template <class Index>
class Chooser {
 public:
  explicit Chooser(const Index& index) : index_(index) {}

  /// Every row that shares a key of some worth, in no order; good until the next call.
  std::span<const Choice> sharing(Row row) {
    if (scores_.size() < index_.rows()) {
      scores_.resize(index_.rows());
      touched_.resize(index_.rows() + 1);
    }
    touched_count_ = 0;
    for (std::size_t scheme = 0; scheme < index_.schemes(); ++scheme) {
      for (auto key : index_.keys(scheme, row)) {
        const auto worth = index_.worth(scheme, key);
        if (worth > 0) add(index_.rows(scheme, key), worth);
      }
    }
    choices_.clear();
    for (std::size_t i = 0; i < touched_count_; ++i) {
      const Row other = touched_[i];
      if (other != row) choices_.push_back({scores_[other], other});
      scores_[other] = 0;
    }
    return choices_;
  }

  /// The best of those that were found last, in no order.
  std::span<const Choice> best(std::size_t most) {
    if (choices_.size() > most) {
      std::nth_element(choices_.begin(), choices_.begin() + static_cast<std::ptrdiff_t>(most),
                       choices_.end(),
                       [&](const auto& a, const auto& b) { return is_better(a, b); });
      choices_.resize(most);
    }
    return choices_;
  }

  bool is_better(const Choice& a, const Choice& b) const {
    return a.score != b.score ? a.score > b.score : index_.before(a.row, b.row);
  }

 private:
  // The innermost loop of all: by pointer, and without a branch that cannot be foretold.
  void add(std::span<const Row> rows, std::uint32_t worth) {
    auto* const scores = scores_.data();
    auto* const touched = touched_.data();
    auto count = touched_count_;
    for (const Row *other = rows.data(), *end = other + rows.size(); other != end; ++other) {
      touched[count] = *other;
      count += scores[*other] == 0;
      scores[*other] += worth;
    }
    touched_count_ = count;
  }

  const Index& index_;
  std::vector<std::uint32_t> scores_;
  std::vector<Row> touched_;  ///< rows with a score; one place more than there are rows
  std::size_t touched_count_ = 0;
  std::vector<Choice> choices_;
};

}  // namespace resolve::detail
