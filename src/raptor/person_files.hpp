#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "resolve/recognise_columns.hpp"
#include "resolve/table.hpp"

namespace raptor {

/// What to read out of tables of people.
struct PersonFilesRequest {
  std::vector<std::string> files;
  std::string id_column;
  std::string truth_column;                    ///< empty: none
  std::map<std::string, std::string> columns;  ///< header to kind, or to "ignore"
};

/// A column of the files and what was made of it; id and truth are not among them.
struct TakenColumn {
  std::string header;
  resolve::ColumnVerdict verdict;
  bool overruled = false;
};

/// The rows of all files, sorted by id, so that rows in any order are the same table.
struct PersonTable {
  std::vector<std::string> ids;      ///< ascending by their bytes
  std::vector<std::uint32_t> truth;  ///< a label a row; empty without a truth column
  resolve::Table table;
  std::vector<TakenColumn> columns;
  std::vector<std::string> warnings;  ///< sentences
};

/// Columns of the same header are one column, whichever file they stand in. Throws Fault::invalid
/// for a header only, a repeated header, an id that is missing or there twice, a column that is not
/// there, an unknown kind.
PersonTable read_person_files(const PersonFilesRequest& request);

}  // namespace raptor
