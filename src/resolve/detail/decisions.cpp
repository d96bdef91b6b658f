#include "resolve/detail/decisions.hpp"

#include <map>

namespace resolve::detail {

namespace {

/// The groups that `same` pairs have made so far.
class Groups {
 public:
  explicit Groups(const std::vector<Pair>& apart) : different_(apart) {}

  bool may_join(Pair same) {
    const auto a = members(same.left), b = members(same.right);
    if (a == b) return true;
    for (const auto& pair : different_) {
      const auto left = members(pair.left), right = members(pair.right);
      if ((left == a && right == b) || (left == b && right == a)) return false;
    }
    for (auto& [row, group] : group_of_) {
      if (group == b) group = a;
    }
    return true;
  }

 private:
  Row members(Row row) { return group_of_.try_emplace(row, row).first->second; }

  const std::vector<Pair>& different_;
  std::map<Row, Row> group_of_;
};

}  // namespace

Honoured honoured(const std::vector<Pair>& same, const std::vector<Pair>& apart) {
  Honoured decided;
  Groups groups(apart);
  for (const auto& pair : same)
    (groups.may_join(pair) ? decided.same : decided.refused).push_back(pair);
  return decided;
}

}  // namespace resolve::detail
