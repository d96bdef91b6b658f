#include "accounts/roles.hpp"

#include "accounts/detail/embedded.hpp"
#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace accounts {

namespace {

// Who may grant sight of records must not have it: it takes two to look where one should not.
constexpr std::string_view keeping_accounts = "manage_accounts";
constexpr std::string_view apart_from_keeping_accounts[] = {"see_picture", "search", "decide",
                                                            "import_files"};

}  // namespace

Roles::Roles(std::string_view csv) {
  base::CsvReader reader(csv, {});
  std::vector<std::string_view> cells;
  const std::vector<std::string_view> columns = {"role", "permission", "because"};
  if (!reader.next(cells) || cells != columns) {
    throw base::Error(base::Fault::invalid, "the first row must be: " + base::csv_row(columns));
  }
  while (reader.next(cells)) {
    if (cells.size() != columns.size() || cells[0].empty() || cells[1].empty()) {
      throw base::Error(base::Fault::invalid, "row " + std::to_string(reader.row()) +
                                                  " must be a role, a permission and why");
    }
    permissions_[std::string(cells[0])].emplace(cells[1]);
  }
}

std::vector<std::string> Roles::names() const {
  std::vector<std::string> names;
  for (const auto& [name, permissions] : permissions_) names.push_back(name);
  return names;
}

std::vector<std::string> Roles::permissions_of(const std::vector<std::string>& roles) const {
  std::set<std::string> all;
  for (const auto& role : roles) {
    const auto found = permissions_.find(role);
    if (found != permissions_.end()) all.insert(found->second.begin(), found->second.end());
  }
  return {all.begin(), all.end()};
}

std::optional<std::string> Roles::problem_with(const std::vector<std::string>& roles) const {
  if (roles.empty()) return "An account needs a role.";
  for (const auto& role : roles) {
    if (permissions_.contains(role)) continue;
    std::string known;
    for (const auto& name : names()) known += (known.empty() ? "" : ", ") + name;
    return "There is no role " + base::quoted(role) + "; there are: " + known + ".";
  }
  const auto held = permissions_of(roles);
  const std::set<std::string_view> all(held.begin(), held.end());
  if (!all.contains(keeping_accounts)) return {};
  for (const auto permission : apart_from_keeping_accounts) {
    if (all.contains(permission)) {
      return "Who keeps accounts sees no records: give the other roles to another account.";
    }
  }
  return {};
}

Roles shipped_roles() { return Roles(embedded("roles.csv")); }

}  // namespace accounts
