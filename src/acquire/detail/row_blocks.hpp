#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/viewer.hpp"
#include "base/csv.hpp"
#include "layout/check_row.hpp"
#include "layout/reading.hpp"
#include "model/record.hpp"

namespace acquire {

/// Some rows of a file, checked. A record's label is for now an index into all labels met so far.
struct RowBlock {
  std::vector<model::Record> records;
  std::vector<model::RejectedRow> rejected;
  std::vector<model::Label> new_labels;  ///< those met here first
  std::size_t end = 0;                   ///< offset in the text after the last row
  bool is_last = false;
};

/// Whose rows are checked, under what.
struct RowScope {
  const layout::Reading& reading;
  const access::Viewer& viewer;
  const model::Label& batch_label;
  model::Tier ceiling;
};

/// Reads and checks the rows that are left of a text, block by block. Belongs to one thread at a
/// time. What may be under a higher label than the batch's is not kept, nor quoted, when it is
/// rejected.
class RowBlocks {
 public:
  RowBlocks(base::CsvReader reader, const RowScope& scope)
      : reader_(std::move(reader)),
        scope_(scope),
        checker_(scope.reading, scope.batch_label, scope.ceiling) {}

  /// Throws Fault::invalid if the text turns out to be cut off, Fault::forbidden if a row is under
  /// a label that the viewer does not hold.
  RowBlock next();

 private:
  void add_row(RowBlock& block);
  void reject(const layout::Rejection& rejection, bool may_show, RowBlock& block);
  void take_new_labels(RowBlock& block);
  void require_whole_row() const;
  std::string joined_cells() const;

  base::CsvReader reader_;
  RowScope scope_;
  layout::RowChecker checker_;
  std::vector<bool> is_batch_label_;
  std::vector<std::string_view> cells_;
};

}  // namespace acquire
