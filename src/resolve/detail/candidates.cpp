#include "resolve/detail/candidates.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace resolve::detail {

namespace {

struct Choice {
  std::uint32_t score;
  Row row;
  // Better first.
  bool operator<(const Choice& other) const {
    return score != other.score ? score > other.score : row < other.row;
  }
};

constexpr double score_per_bit = 64;

/// Worth of each key towards a candidate; 0 for those that are not looked under.
std::vector<std::vector<std::uint32_t>> key_worths(const std::vector<KeyFamily>& families,
                                                   std::size_t rows, const Limits& limits,
                                                   std::size_t& crowded) {
  std::vector<std::vector<std::uint32_t>> worths;
  for (const auto& family : families) {
    std::vector<std::uint32_t> worth(family.rows_of_key.size());
    for (std::size_t key = 0; key < worth.size(); ++key) {
      const auto sharing = family.rows_of_key[key].size();
      if (static_cast<std::int64_t>(sharing) > limits.rows_per_key_max) {
        ++crowded;
      } else if (sharing > 1) {
        const double bits = std::log2(static_cast<double>(rows) / static_cast<double>(sharing));
        worth[key] = static_cast<std::uint32_t>(bits * score_per_bit * family.part / 10) + 1;
      }
    }
    worths.push_back(std::move(worth));
  }
  return worths;
}

/// Chooses the best rows for one row after another; holds one score a row of the table.
class Chooser {
 public:
  Chooser(const std::vector<KeyFamily>& families,
          const std::vector<std::vector<std::uint32_t>>& worths, std::size_t rows)
      : families_(families), worths_(worths), scores_(rows), touched_(rows + 1) {}

  void choose(Row row, std::size_t most, std::vector<Row>& chosen) {
    touched_count_ = 0;
    for (std::size_t f = 0; f < families_.size(); ++f) add(families_[f], worths_[f], row);
    choices_.clear();
    for (std::size_t i = 0; i < touched_count_; ++i) {
      const Row other = touched_[i];
      if (other != row) choices_.push_back({scores_[other], other});
      scores_[other] = 0;
    }
    if (choices_.size() > most) {
      std::nth_element(choices_.begin(), choices_.begin() + static_cast<std::ptrdiff_t>(most),
                       choices_.end());
      choices_.resize(most);
    }
    chosen.clear();
    for (const auto& choice : choices_) chosen.push_back(choice.row);
    std::sort(chosen.begin(), chosen.end());
  }

 private:
  // The innermost loop of all: by pointer, and without a branch that cannot be foretold.
  void add(const KeyFamily& family, const std::vector<std::uint32_t>& worths, Row row) {
    auto* const scores = scores_.data();
    auto* const touched = touched_.data();
    auto count = touched_count_;
    for (auto key : family.keys_of_row[row]) {
      const auto worth = worths[key];
      if (worth == 0) continue;
      const auto rows = family.rows_of_key[key];
      for (const Row *other = rows.data(), *end = other + rows.size(); other != end; ++other) {
        touched[count] = *other;
        count += scores[*other] == 0;
        scores[*other] += worth;
      }
    }
    touched_count_ = count;
  }

  const std::vector<KeyFamily>& families_;
  const std::vector<std::vector<std::uint32_t>>& worths_;
  std::vector<std::uint32_t> scores_;
  std::vector<Row> touched_;  ///< rows with a score; one place more than there are rows
  std::size_t touched_count_ = 0;
  std::vector<Choice> choices_;
};

bool holds(std::span<const Row> chosen, Row row) {
  return std::binary_search(chosen.begin(), chosen.end(), row);
}

std::span<const Row> of_row(const std::vector<Row>& chosen, const std::vector<std::uint8_t>& counts,
                            std::size_t most, Row row) {
  return {chosen.data() + row * most, counts[row]};
}

}  // namespace

Candidates find_candidates(const std::vector<KeyFamily>& families, std::size_t rows,
                           const Limits& limits, base::Threads threads) {
  Candidates found;
  const auto worths = key_worths(families, rows, limits, found.crowded_keys);
  const auto most =
      static_cast<std::size_t>(std::clamp<std::int64_t>(limits.candidates_per_row, 1, 255));
  std::vector<Row> chosen(rows * most);
  std::vector<std::uint8_t> counts(rows);
  const std::size_t grain = std::max<std::size_t>(256, rows / 32 + 1);
  base::for_each_slice(rows, grain, threads, [&](base::Slice slice) {
    Chooser chooser(families, worths, rows);
    std::vector<Row> list;
    for (auto row = slice.begin; row < slice.end; ++row) {
      chooser.choose(static_cast<Row>(row), most, list);
      counts[row] = static_cast<std::uint8_t>(list.size());
      std::copy(list.begin(), list.end(), chosen.begin() + static_cast<std::ptrdiff_t>(row * most));
    }
  });
  found.pairs.reserve(rows * most * 2 / 3);
  for (Row row = 0; row < rows; ++row) {
    for (Row other : of_row(chosen, counts, most, row)) {
      const bool also_from_there = holds(of_row(chosen, counts, most, other), row);
      if (row < other) {
        found.pairs.push_back({row, other});
      } else if (!also_from_there) {
        found.pairs.push_back({other, row});
      }
    }
  }
  std::sort(found.pairs.begin(), found.pairs.end());
  return found;
}

}  // namespace resolve::detail
