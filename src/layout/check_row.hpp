#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/reading.hpp"
#include "model/grading.hpp"
#include "model/label.hpp"
#include "model/record.hpp"

namespace layout {

/// Why a row is kept aside, for the file's owner. The cell's text stands apart from the reason, as
/// not everyone who may read the one may read the other.
struct Rejection {
  std::string column;     ///< as the file names it; empty if it is the whole row
  std::string reason;     ///< "is no date in the calendar, read as day_month_year"
  std::string text = {};  ///< of the cell
  std::string sentence() const;
};

/// What a row says of its record as a whole.
struct CheckedRow {
  /// Into RowChecker::labels. Nothing if the row was rejected before its label was known: its cells
  /// must then not be kept under any other label.
  std::optional<std::size_t> label;
  std::optional<model::Grading> grading;
  std::optional<base::Seconds> happened, recorded;
  model::RetentionGroup retention = model::RetentionGroup::unassigned;
};

/// Checks the rows of one file, and reads what they say of the record as a whole. Belongs to one
/// thread; outlived by reading.
class RowChecker {
 public:
  /// Each row's label is the join of the batch's with what the row says. Nothing above the ceiling
  /// passes.
  RowChecker(const Reading& reading, model::Label batch_label, model::Tier ceiling);

  /// Nothing if the row is well. A marking that cannot be read is no reason to reject: the record
  /// is for custodians.
  std::optional<Rejection> check(std::span<const std::string_view> cells, CheckedRow& row);

  /// Each kept once for each way in which the file's cells give it.
  const std::vector<model::Label>& labels() const { return labels_; }
  /// Whether every row has the batch's label, as the file has no column that says otherwise.
  bool has_one_label() const { return label_columns_.empty(); }

 private:
  std::optional<Rejection> read_label(std::span<const std::string_view> cells,
                                      std::optional<std::size_t>& number);

  const Reading& reading_;
  model::Label batch_label_;
  model::Tier ceiling_;
  std::vector<std::size_t> label_columns_;
  std::vector<model::Label> labels_;
  std::unordered_map<std::string, std::size_t> label_of_cells_;
  std::string key_, scratch_, canonical_;
};

}  // namespace layout
