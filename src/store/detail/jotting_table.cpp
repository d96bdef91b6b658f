#include "store/detail/jotting_table.hpp"

#include <cstring>

#include <SQLiteCpp/Statement.h>

#include "base/error.hpp"

namespace store {

namespace {

void bind(SQLite::Statement& statement, int index, const model::Reference& name) {
  statement.bind(index, name.bytes.data(), static_cast<int>(name.bytes.size()));
}

model::Jotting jotting_of(SQLite::Statement& row, LabelTable& labels) {
  int index = 0;
  const auto text = [&] { return row.getColumn(index++).getString(); };
  const auto number = [&] { return row.getColumn(index++).getInt64(); };
  model::Jotting jotting;
  jotting.id = {number()};
  const auto name = row.getColumn(index++);
  if (name.getBytes() == static_cast<int>(jotting.name.bytes.size()))
    std::memcpy(jotting.name.bytes.data(), name.getBlob(), jotting.name.bytes.size());
  jotting.kind = base::named<model::JottingKind>(text()).value_or(model::JottingKind::note);
  jotting.is_withdrawal = number() != 0;
  jotting.subject = base::named<model::Subject>(text()).value_or(model::Subject::entity);
  jotting.about = text();
  // What cannot be read is nobody else's.
  jotting.sharing = base::named<model::Sharing>(text()).value_or(model::Sharing::own);
  for (auto* field : {&jotting.title, &jotting.text, &jotting.author}) *field = text();
  jotting.written = number();
  jotting.label = labels.label({number()});
  return jotting;
}

}  // namespace

model::JottingId JottingTable::add(const model::Jotting& jotting) {
  SQLite::Statement known(database_, "SELECT 1 FROM jotting WHERE name = ? AND is_withdrawal = ?");
  bind(known, 1, jotting.name);
  known.bind(2, static_cast<int>(jotting.is_withdrawal));
  if (known.executeStep()) {
    throw base::Error(base::Fault::conflict, jotting.is_withdrawal
                                                 ? "it was taken back already"
                                                 : "the same was kept in this very second");
  }
  SQLite::Statement insert(database_,
                           "INSERT INTO jotting (name, kind, is_withdrawal, subject, about, "
                           "sharing, title, text, author, written, label) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int index = 0;
  bind(insert, ++index, jotting.name);
  insert.bind(++index, std::string(base::name_of(jotting.kind)));
  insert.bind(++index, static_cast<int>(jotting.is_withdrawal));
  insert.bind(++index, std::string(base::name_of(jotting.subject)));
  insert.bind(++index, jotting.about);
  insert.bind(++index, std::string(base::name_of(jotting.sharing)));
  for (const auto* text : {&jotting.title, &jotting.text, &jotting.author})
    insert.bind(++index, *text);
  insert.bind(++index, jotting.written);
  insert.bind(++index, labels_.id_of(jotting.label, true).value);
  insert.exec();
  return {database_.getLastInsertRowid()};
}

std::vector<model::Jotting> JottingTable::select(const std::string& condition,
                                                 const std::string& author) {
  SQLite::Statement rows(database_,
                         "SELECT id, name, kind, is_withdrawal, subject, about, sharing, title, "
                         "text, author, written, label FROM jotting WHERE " +
                             condition + " ORDER BY id");
  if (!author.empty()) rows.bind(1, author);
  std::vector<model::Jotting> jottings;
  while (rows.executeStep()) jottings.push_back(jotting_of(rows, labels_));
  return jottings;
}

std::vector<model::Jotting> JottingTable::visible(const access::Viewer& viewer) {
  return select("label IN " + labels_.visible(viewer) + " AND (sharing = 'audience' OR author = ?)",
                viewer.name.empty() ? "\x1f" : viewer.name);
}

std::vector<model::Jotting> JottingTable::all() { return select("1", ""); }

}  // namespace store
