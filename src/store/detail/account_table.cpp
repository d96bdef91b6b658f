#include "store/detail/account_table.hpp"

#include <string_view>

#include <SQLiteCpp/Statement.h>

#include "base/text.hpp"
#include "model/record.hpp"
#include "store/detail/content_digest.hpp"

namespace store {

namespace {

constexpr const char* columns =
    "user, display_name, roles, clearance, compartments, group_names, is_custodian, state, "
    "must_change, epoch, created, changed, password_hash";

std::string text_of(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) {
    if (&name != &names.front()) text += model::cell_separator;
    text += name;
  }
  return text;
}

std::vector<std::string> names_of(const std::string& text) {
  if (text.empty()) return {};
  std::vector<std::string> names;
  for (const auto name : base::split(text, model::cell_separator)) names.emplace_back(name);
  return names;
}

// What cannot be read holds nothing and may nothing.
KeptAccount account_of(SQLite::Statement& row) {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  const auto number = [&](int column) { return row.getColumn(column).getInt64(); };
  return {
      .account = {.user = text(0),
                  .display_name = text(1),
                  .roles = names_of(text(2)),
                  .clearance = base::named<model::Tier>(text(3)).value_or(model::Tier::official),
                  .compartments = names_of(text(4)),
                  .groups = names_of(text(5)),
                  .is_custodian = number(6) == 1,
                  .state = base::named<model::AccountState>(text(7)).value_or(
                      model::AccountState::disabled),
                  .must_change = number(8) != 0,
                  .epoch = number(9),
                  .created = number(10),
                  .changed = number(11)},
      .password_hash = text(12)};
}

}  // namespace

std::vector<KeptAccount> AccountTable::all() {
  std::vector<KeptAccount> accounts;
  SQLite::Statement rows(database_,
                         std::string("SELECT ") + columns + " FROM account ORDER BY user");
  while (rows.executeStep()) accounts.push_back(account_of(rows));
  return accounts;
}

std::optional<KeptAccount> AccountTable::find(const std::string& user) {
  SQLite::Statement row(database_,
                        std::string("SELECT ") + columns + " FROM account WHERE user = ?");
  row.bind(1, user);
  if (!row.executeStep()) return {};
  return account_of(row);
}

void AccountTable::save(const KeptAccount& kept) {
  const auto& account = kept.account;
  SQLite::Statement insert(database_,
                           std::string("INSERT OR REPLACE INTO account (") + columns +
                               ", version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                               "(SELECT coalesce(max(version), 0) + 1 FROM account))");
  int index = 0;
  for (const auto& text : {account.user, account.display_name, text_of(account.roles),
                           std::string(base::name_of(account.clearance)),
                           text_of(account.compartments), text_of(account.groups)}) {
    insert.bind(++index, text);
  }
  insert.bind(++index, static_cast<int>(account.is_custodian));
  insert.bind(++index, std::string(base::name_of(account.state)));
  insert.bind(++index, static_cast<int>(account.must_change));
  for (const auto number : {account.epoch, account.created, account.changed}) {
    insert.bind(++index, number);
  }
  insert.bind(++index, kept.password_hash);
  insert.exec();
}

std::int64_t AccountTable::version() {
  return database_.execAndGet("SELECT coalesce(max(version), 0) FROM account").getInt64();
}

std::string digest_of(const KeptAccount& kept) {
  const auto& account = kept.account;
  ContentDigest digest;
  for (const auto& text :
       {std::string("account"), account.user, account.display_name, text_of(account.roles),
        std::string(base::name_of(account.clearance)), text_of(account.compartments),
        text_of(account.groups), std::string(base::name_of(account.state)), kept.password_hash}) {
    digest.add(text);
  }
  for (const auto number : {std::int64_t{account.is_custodian}, std::int64_t{account.must_change},
                            account.epoch, account.created, account.changed}) {
    digest.add(number);
  }
  return digest.hex();
}

}  // namespace store
