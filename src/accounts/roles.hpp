#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace accounts {

/// What each role may do: a table with the columns role, permission and because.
class Roles {
 public:
  /// Throws Fault::invalid, naming the row, for a text that is no such table.
  explicit Roles(std::string_view csv);

  std::vector<std::string> names() const;
  /// Of all these roles together, sorted; a role that the table does not have may nothing.
  std::vector<std::string> permissions_of(const std::vector<std::string>& roles) const;
  /// What is wrong with one person holding these: a role that is not there, none at all, or the
  /// keeping of accounts together with the sight of records.
  std::optional<std::string> problem_with(const std::vector<std::string>& roles) const;

 private:
  std::map<std::string, std::set<std::string>, std::less<>> permissions_;
};

/// data/accounts/roles.csv.
Roles shipped_roles();

}  // namespace accounts
