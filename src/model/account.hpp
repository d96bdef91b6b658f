#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "model/label.hpp"

namespace model {

enum class AccountState { active, disabled };

/// Somebody who may sign in, what they may do (roles) and what they may see (the rest). The hash of
/// the password is no part of it, so that it cannot get out with it. Lists are sorted and without
/// repeats.
struct Account {
  std::string user;  ///< as it is typed, in lower case; unique
  std::string display_name;
  std::vector<std::string> roles;
  Tier clearance = Tier::official_sensitive;
  std::vector<std::string> compartments, groups;
  bool is_custodian = false;
  AccountState state = AccountState::active;
  bool must_change = false;  ///< the password, before anything else
  std::int64_t epoch = 0;    ///< sessions begun in an earlier one are over
  base::Seconds created = 0, changed = 0;
  auto operator<=>(const Account&) const = default;
};

}  // namespace model

template <>
struct base::EnumNames<model::AccountState> {
  static constexpr std::array<std::string_view, 2> names = {"active", "disabled"};
};
