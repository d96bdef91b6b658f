#include "acquire/detail/row_blocks.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace acquire {

namespace {

constexpr std::size_t block_rows = 4096;

std::string row_name(std::size_t row) {
  return "row " + base::with_thousands(static_cast<long long>(row));
}

}  // namespace

RowBlock RowBlocks::next() {
  RowBlock block;
  block.records.reserve(block_rows);
  while (block.records.size() + block.rejected.size() < block_rows) {
    if (!reader_.next(cells_)) {
      block.is_last = true;
      break;
    }
    require_whole_row();
    add_row(block);
  }
  block.end = reader_.end();
  return block;
}

void RowBlocks::require_whole_row() const {
  const bool cut_in_quotes = reader_.ended_in_quotes();
  const bool is_short = cells_.size() < scope_.reading.header.size();
  if (!cut_in_quotes && !(reader_.ended_without_newline() && is_short)) return;
  const auto where = row_name(reader_.row()) + " (line " +
                     base::with_thousands(static_cast<long long>(reader_.line())) + ")";
  throw base::Error(
      base::Fault::invalid,
      cut_in_quotes
          ? "the file ends inside a quoted cell of " + where +
                ": it was cut off, or a quote there never closes; get it again whole"
          : "the file ends in the middle of " + where + ": it was cut off; get it again whole");
}

void RowBlocks::take_new_labels(RowBlock& block) {
  const auto& labels = checker_.labels();
  for (auto i = is_batch_label_.size(); i < labels.size(); ++i) {
    try {
      access::require_holds(scope_.viewer, labels[i]);
    } catch (const base::Error& error) {
      throw base::Error(error.fault(), "in " + row_name(reader_.row()) + ", " + error.what());
    }
    is_batch_label_.push_back(labels[i] == scope_.batch_label);
    block.new_labels.push_back(labels[i]);
  }
}

void RowBlocks::add_row(RowBlock& block) {
  layout::CheckedRow checked;
  const auto rejection = checker_.check(cells_, checked);
  take_new_labels(block);
  for (auto position : scope_.reading.dropped) {
    if (position < cells_.size()) cells_[position] = {};
  }
  if (rejection) return reject(*rejection, checked.label && is_batch_label_[*checked.label], block);
  cells_.resize(scope_.reading.header.size());
  block.records.push_back({.row = static_cast<std::int64_t>(reader_.row()),
                           .cells = joined_cells(),
                           .label = {static_cast<std::int64_t>(*checked.label)},
                           .grading = checked.grading,
                           .happened = checked.happened,
                           .recorded = checked.recorded,
                           .retention = checked.retention});
}

void RowBlocks::reject(const layout::Rejection& rejection, bool may_show, RowBlock& block) {
  block.rejected.push_back({.row = static_cast<std::int64_t>(reader_.row()),
                            .line = static_cast<std::int64_t>(reader_.line()),
                            .column = rejection.column,
                            .reason = may_show ? rejection.sentence() : rejection.reason,
                            .cells = may_show ? joined_cells() : ""});
}

std::string RowBlocks::joined_cells() const {
  std::size_t size = cells_.size();
  for (auto cell : cells_) size += cell.size();
  std::string joined;
  joined.reserve(size);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (i > 0) joined += model::cell_separator;
    const auto begin = joined.size();
    joined += cells_[i];
    // No text of people holds this character; were it kept, the cells after it would shift.
    if (cells_[i].find(model::cell_separator) != std::string_view::npos)
      std::replace(joined.begin() + static_cast<std::ptrdiff_t>(begin), joined.end(),
                   model::cell_separator, ' ');
  }
  return joined;
}

}  // namespace acquire
