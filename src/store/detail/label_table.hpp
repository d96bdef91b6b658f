#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "access/viewer.hpp"
#include "model/record.hpp"

namespace store {

/// The labels of the store as one transaction sees them, each known by a small number.
class LabelTable {
 public:
  LabelTable(SQLite::Database& database, model::Tier ceiling)
      : database_(database), ceiling_(ceiling) {}

  /// Adds it if it is new and may_add.
  model::LabelId id_of(const model::Label& label, bool may_add);
  const model::Label& label(model::LabelId id);
  const std::string& key(model::LabelId id);
  bool contains(model::LabelId id);

  /// Which labels the viewer may see, as an SQL list: "(1,4,5)".
  std::string visible(const access::Viewer& viewer);

 private:
  struct Known {
    std::string key;
    model::Label label;
  };
  void load();
  const Known& known(model::LabelId id);

  SQLite::Database& database_;
  model::Tier ceiling_;
  bool is_loaded_ = false;
  std::unordered_map<std::int64_t, Known> by_id_;
  std::unordered_map<std::string, std::int64_t> by_key_;
};

}  // namespace store
