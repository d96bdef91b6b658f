#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "splink/model.hpp"

namespace raptor {

/// Tables with a header row, for a Splink model: columns by their names, cells as they stand.
class RecordFiles {
 public:
  /// Throws Fault::missing or invalid: no such file, a header only, a repeated header.
  explicit RecordFiles(const std::vector<std::string>& paths);

  /// Of all files, each once.
  const std::vector<std::string>& columns() const { return columns_; }
  /// Throws Fault::invalid if no file has it.
  std::size_t column(const std::string& name) const;

  /// The cells of every row, "" where its file has not the column.
  struct Row {
    std::size_t number = 0;  ///< in its file, from 1
    std::string file;        ///< without folder and ending
    std::vector<std::string_view> cells;
  };
  template <class OfRow>
  void for_each_row(OfRow of_row) const;

 private:
  struct File {
    std::string name, text;
    base::CsvDialect dialect;
    std::vector<std::size_t> column_of_cell;
  };

  std::deque<File> files_;
  std::vector<std::string> columns_;
};

/// Records in the order in which a model pairs them, and what is known of them beside.
struct SplinkRecords {
  std::vector<splink::Record> records;
  std::vector<std::uint32_t> truth;   ///< a label a record; empty without a truth column
  std::vector<std::string> warnings;  ///< sentences
};

struct SplinkColumns {
  std::string id, truth;  ///< truth may be empty
};

/// Throws Fault::invalid for an id that is missing, or there twice (in one source, where a model
/// links sources).
SplinkRecords read_records(const RecordFiles& files, const splink::Model& model,
                           const SplinkColumns& columns);

template <class OfRow>
void RecordFiles::for_each_row(OfRow of_row) const {
  std::vector<std::string_view> cells;
  for (const auto& file : files_) {
    base::CsvReader reader(file.text, file.dialect);
    reader.next(cells);
    while (reader.next(cells)) {
      Row row{reader.row(), file.name, std::vector<std::string_view>(columns_.size())};
      for (std::size_t i = 0; i < std::min(cells.size(), file.column_of_cell.size()); ++i) {
        row.cells[file.column_of_cell[i]] = cells[i];
      }
      of_row(row);
    }
  }
}

}  // namespace raptor
