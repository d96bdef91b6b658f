#include "acquire/write_rejects.hpp"

#include <string>
#include <vector>

#include "base/csv.hpp"
#include "layout/derive.hpp"

namespace acquire {

void write_rejects_csv(store::Store& store, const access::Viewer& viewer, const model::Batch& batch,
                       const Clock& clock, std::ostream& out) {
  const auto transaction = store.begin(store::Access::read_write);
  const auto rejects = transaction->rejected_rows(viewer, batch.id);
  transaction->log({.at = clock(),
                    .actor = viewer.name,
                    .operation = model::Operation::consultation,
                    .action = "read rejected rows",
                    .subject = name_of(batch),
                    .label = batch.label});
  transaction->commit();
  std::vector<std::string_view> header = {"rejected_row", "rejected_line", "rejected_column",
                                          "rejected_reason"};
  header.insert(header.end(), batch.header.begin(), batch.header.end());
  out << base::csv_row(header);
  std::vector<std::string_view> cells;
  for (const auto& rejected : rejects) {
    const auto row = std::to_string(rejected.row), line = std::to_string(rejected.line);
    std::vector<std::string_view> all = {row, line, rejected.column, rejected.reason};
    if (!rejected.cells.empty()) layout::split_cells(rejected.cells, cells);
    if (!rejected.cells.empty()) all.insert(all.end(), cells.begin(), cells.end());
    out << base::csv_row(all);
  }
}

}  // namespace acquire
