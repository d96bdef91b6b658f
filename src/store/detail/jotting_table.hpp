#pragma once

#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "access/viewer.hpp"
#include "model/jotting.hpp"
#include "store/detail/label_table.hpp"

namespace store {

/// Notes and views as one transaction sees them.
class JottingTable {
 public:
  JottingTable(SQLite::Database& database, LabelTable& labels)
      : database_(database), labels_(labels) {}

  /// Throws Fault::conflict if it is there already.
  model::JottingId add(const model::Jotting& jotting);
  /// Those shared that the viewer may see, and their own, oldest first.
  std::vector<model::Jotting> visible(const access::Viewer& viewer);
  /// All, oldest first.
  std::vector<model::Jotting> all();

 private:
  std::vector<model::Jotting> select(const std::string& condition, const std::string& author);

  SQLite::Database& database_;
  LabelTable& labels_;
};

}  // namespace store
