#include "resolve/detail/live_index.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace resolve::detail {

namespace {

void add(std::vector<Row>& all, const std::vector<Row>& rows) {
  all.insert(all.end(), rows.begin(), rows.end());
}

std::vector<Row> each_once(std::vector<Row> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace

LiveIndex::LiveIndex(const EncodedTable& table, const Model& model,
                     std::function<bool(Row, Row)> before)
    : table_(table),
      worth_(model),
      rows_max_(rows_at_hand_max(model.limits)),
      before_(std::move(before)) {
  for (auto& scheme : key_schemes(table))
    schemes_.push_back({KeyNumbers(table, std::move(scheme)), {}, {}});
}

void LiveIndex::extend(Scheme& scheme) const {
  const auto& numbers = scheme.numbers;
  scheme.rows.resize(numbers.size());
  for (auto key = static_cast<Key>(scheme.worths.size()); key < numbers.size(); ++key)
    scheme.worths.push_back(worth_(numbers.scheme(), numbers.text(key)));
}

void LiveIndex::extend() {
  for (auto& scheme : schemes_) {
    scheme.numbers.extend();
    extend(scheme);
  }
}

void LiveIndex::load(std::vector<KeyFamily> families, base::Threads threads) {
  base::expect(families.size() == schemes_.size(), "a family for each scheme");
  base::for_each_slice(families.size(), 1, threads, [&](base::Slice slice) {
    auto& scheme = schemes_[slice.begin];
    auto& family = families[slice.begin];
    scheme.numbers = std::move(family.numbers);
    extend(scheme);
    for (Key key = 0; key < scheme.rows.size(); ++key) {
      const auto rows = family.rows_of_key[key];
      if (scheme.worths[key] > 0) scheme.rows[key].assign(rows.begin(), rows.end());
    }
    family.rows_of_key = family.keys_of_row = {};
  });
}

std::span<const Key> LiveIndex::keys(std::size_t scheme, Row row) const {
  schemes_[scheme].numbers.of_row(row, keys_);
  return keys_;
}

std::vector<Row> LiveIndex::insert(Row row) {
  std::vector<Row> changed;
  for (std::size_t i = 0; i < schemes_.size(); ++i) {
    for (auto key : keys(i, row)) {
      if (schemes_[i].worths[key] == 0) continue;
      auto& rows = schemes_[i].rows[key];
      rows.push_back(row);
      if (rows.size() == rows_max_ + 1) add(changed, rows);
    }
  }
  return each_once(std::move(changed));
}

std::vector<Row> LiveIndex::erase(Row row) {
  std::vector<Row> changed;
  for (std::size_t i = 0; i < schemes_.size(); ++i) {
    for (auto key : keys(i, row)) {
      if (schemes_[i].worths[key] == 0) continue;
      auto& rows = schemes_[i].rows[key];
      const auto found = std::find(rows.begin(), rows.end(), row);
      base::expect(found != rows.end(), "a row that is held");
      *found = rows.back();
      rows.pop_back();
      if (rows.size() == rows_max_) add(changed, rows);
    }
  }
  return each_once(std::move(changed));
}

}  // namespace resolve::detail
