#include "store/detail/label_table.hpp"

#include <algorithm>

#include <SQLiteCpp/Statement.h>

#include "base/error.hpp"

namespace store {

void LabelTable::load() {
  if (is_loaded_) return;
  SQLite::Statement rows(database_, "SELECT id, key FROM label");
  while (rows.executeStep()) {
    const auto id = rows.getColumn(0).getInt64();
    auto key = rows.getColumn(1).getString();
    by_key_[key] = id;
    by_id_[id] = {key, model::label_of_key(key)};
  }
  is_loaded_ = true;
}

model::LabelId LabelTable::id_of(const model::Label& label, bool may_add) {
  load();
  auto key = model::to_key(label);
  if (const auto found = by_key_.find(key); found != by_key_.end()) return {found->second};
  if (!may_add) throw base::Error(base::Fault::missing, "nothing carries that label");
  if (const auto problem = model::problem_with(label, ceiling_)) {
    throw base::Error(base::Fault::invalid, *problem);
  }
  SQLite::Statement insert(database_, "INSERT INTO label (key) VALUES (?)");
  insert.bind(1, key);
  insert.exec();
  const auto id = database_.getLastInsertRowid();
  by_id_[id] = {key, model::label_of_key(key)};
  by_key_[std::move(key)] = id;
  return {id};
}

const LabelTable::Known& LabelTable::known(model::LabelId id) {
  load();
  const auto found = by_id_.find(id.value);
  // A row whose label is gone is for custodians only, like any label that cannot be read.
  static const Known unreadable{"", {.tier = model::Tier::unreadable}};
  return found == by_id_.end() ? unreadable : found->second;
}

const model::Label& LabelTable::label(model::LabelId id) { return known(id).label; }

const std::string& LabelTable::key(model::LabelId id) { return known(id).key; }

bool LabelTable::contains(model::LabelId id) {
  load();
  return by_id_.contains(id.value);
}

std::string LabelTable::visible(const access::Viewer& viewer) {
  load();
  std::vector<std::int64_t> ids;
  for (const auto& [id, known] : by_id_) {
    if (access::may_see(viewer, known.label)) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  std::string list;
  for (auto id : ids) list += (list.empty() ? "(" : ",") + std::to_string(id);
  return list.empty() ? "()" : list + ")";
}

}  // namespace store
