#include "resolve/detail/candidates.hpp"

#include <algorithm>
#include <cstdint>

#include "resolve/detail/key_worth.hpp"

namespace resolve::detail {

namespace {

/// Worth of each key of a family; 0 for those that are not looked under.
std::vector<std::uint32_t> worths_of(const KeyFamily& family, const KeyWorth& worth,
                                     const Limits& limits, std::size_t& crowded) {
  std::vector<std::uint32_t> worths(family.rows_of_key.size());
  for (Key key = 0; key < worths.size(); ++key) {
    const auto sharing = family.rows_of_key[key].size();
    if (sharing < 2) continue;
    if (sharing <= rows_at_hand_max(limits))
      worths[key] = worth(family.numbers.scheme(), family.numbers.text(key));
    crowded += worths[key] == 0;
  }
  return worths;
}

/// A whole table's keys, as a Chooser asks for them.
class TableIndex {
 public:
  TableIndex(const std::vector<KeyFamily>& families, std::size_t rows, const Model& model,
             base::Threads threads)
      : families_(families), rows_(rows), worths_(families.size()), crowded_(families.size()) {
    const KeyWorth worth(model);
    base::for_each_slice(families.size(), 1, threads, [&](base::Slice slice) {
      const auto i = slice.begin;
      worths_[i] = worths_of(families[i], worth, model.limits, crowded_[i]);
    });
  }

  std::size_t rows() const { return rows_; }
  std::size_t schemes() const { return families_.size(); }
  std::span<const Key> keys(std::size_t scheme, Row row) const {
    return families_[scheme].keys_of_row[row];
  }
  std::uint32_t worth(std::size_t scheme, Key key) const { return worths_[scheme][key]; }
  std::span<const Row> rows(std::size_t scheme, Key key) const {
    return families_[scheme].rows_of_key[key];
  }
  bool before(Row left, Row right) const { return left < right; }
  std::size_t crowded() const {
    std::size_t sum = 0;
    for (auto count : crowded_) sum += count;
    return sum;
  }

 private:
  const std::vector<KeyFamily>& families_;
  const std::size_t rows_;
  std::vector<std::vector<std::uint32_t>> worths_;
  std::vector<std::size_t> crowded_;
};

bool holds(std::span<const Row> chosen, Row row) {
  return std::binary_search(chosen.begin(), chosen.end(), row);
}

std::span<const Row> of_row(const std::vector<Row>& chosen, const std::vector<std::uint8_t>& counts,
                            std::size_t most, Row row) {
  return {chosen.data() + row * most, counts[row]};
}

}  // namespace

std::size_t choices_max(const Limits& limits) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(limits.candidates_per_row, 1, 255));
}

std::size_t for_each_choice(const std::vector<KeyFamily>& families, std::size_t rows,
                            const Model& model, std::size_t most, base::Threads threads,
                            const std::function<void(Row, std::span<const Choice>)>& sink) {
  const TableIndex index(families, rows, model, threads);
  const std::size_t grain = std::max<std::size_t>(256, rows / 32 + 1);
  base::for_each_slice(rows, grain, threads, [&](base::Slice slice) {
    Chooser chooser(index);
    for (auto row = slice.begin; row < slice.end; ++row) {
      chooser.sharing(static_cast<Row>(row));
      sink(static_cast<Row>(row), chooser.best(most));
    }
  });
  return index.crowded();
}

Candidates find_candidates(const std::vector<KeyFamily>& families, std::size_t rows,
                           const Model& model, base::Threads threads) {
  Candidates found;
  const auto most = choices_max(model.limits);
  std::vector<Row> chosen(rows * most);
  std::vector<std::uint8_t> counts(rows);
  found.crowded_keys = for_each_choice(families, rows, model, most, threads,
                                       [&](Row row, std::span<const Choice> choices) {
                                         auto* const list = chosen.data() + row * most;
                                         counts[row] = static_cast<std::uint8_t>(choices.size());
                                         for (std::size_t i = 0; i < choices.size(); ++i)
                                           list[i] = choices[i].row;
                                         std::sort(list, list + choices.size());
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
