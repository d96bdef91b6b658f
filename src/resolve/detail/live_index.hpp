#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "resolve/detail/key_worth.hpp"
#include "resolve/detail/keys.hpp"
#include "resolve/model.hpp"

namespace resolve::detail {

/// Which rows share each key, while rows come and go: the postings of an inverted index. What a
/// Chooser asks for. Refers to table and model.
class LiveIndex {
 public:
  /// `before` tells which of two rows comes first.
  LiveIndex(const EncodedTable& table, const Model& model, std::function<bool(Row, Row)> before);

  /// Takes in what the table has gained; no row of it is held yet.
  void extend();
  /// Instead of the first extend and of inserting all rows: keys of the same table.
  void load(std::vector<KeyFamily> families, base::Threads threads);

  /// Both answer which rows share a key that has by this become too crowded to look under, or
  /// ceased to be: what pairs of them are worth has changed.
  std::vector<Row> insert(Row row);
  std::vector<Row> erase(Row row);

  std::size_t rows() const { return table_.rows(); }
  std::size_t schemes() const { return schemes_.size(); }
  /// Good until the next call.
  std::span<const Key> keys(std::size_t scheme, Row row) const;
  std::uint32_t worth(std::size_t scheme, Key key) const {
    const auto& keys = schemes_[scheme];
    return keys.rows[key].size() > rows_max_ ? 0 : keys.worths[key];
  }
  std::span<const Row> rows(std::size_t scheme, Key key) const {
    return schemes_[scheme].rows[key];
  }
  bool before(Row left, Row right) const { return before_(left, right); }

 private:
  struct Scheme {
    KeyNumbers numbers;
    std::vector<std::uint32_t> worths;   ///< by key, frozen
    std::vector<std::vector<Row>> rows;  ///< by key, in no order; none for keys of no worth
  };
  void extend(Scheme& scheme) const;

  const EncodedTable& table_;
  const KeyWorth worth_;
  const std::size_t rows_max_;
  const std::function<bool(Row, Row)> before_;
  std::vector<Scheme> schemes_;
  mutable std::vector<Key> keys_;  ///< for the work on it
};

}  // namespace resolve::detail
