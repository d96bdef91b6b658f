#pragma once

#include <functional>
#include <vector>

#include "base/threads.hpp"
#include "resolve/detail/candidates.hpp"
#include "resolve/detail/live_index.hpp"

namespace resolve::detail {

/// The candidates of find_candidates, while rows come and go. What a row adds to the worth of a
/// pair is frozen in the model, so a row that comes only competes for places among the choices of
/// those that share a key with it, and one that goes leaves its places to the next best.
/// (Maintenance of materialised top-k views; Yi et al. 2003, without their reserve.)
class LiveCandidates {
 public:
  LiveCandidates(const EncodedTable& table, const Model& model,
                 std::function<bool(Row, Row)> before);

  /// All rows of the table at once; answers the candidates, left < right, ascending.
  std::vector<Pair> load(base::Threads threads);

  /// The table has gained this row. To `changed` go the pairs that may have become candidates, or
  /// ceased to be; left < right, perhaps more than once.
  void insert(Row row, std::vector<Pair>& changed);
  void erase(Row row, std::vector<Pair>& changed);

  bool contains(Pair pair) const {
    return has_chosen(pair.left, pair.right) || has_chosen(pair.right, pair.left);
  }

 private:
  /// The best choices of a row, and the next best in reserve.
  struct Choices {
    std::vector<Choice> list;  ///< the best first; no other row is better than the last
    bool is_all = false;       ///< no other row shares anything, and there is room
  };

  std::span<const Choice> chosen_by(Row row) const;
  bool has_chosen(Row row, Row other) const;
  /// Gives a row its place among another's choices, if it earns one.
  void compete(Row row, Choice newcomer, std::vector<Pair>& changed);
  void give_up(Row row, Row gone, std::vector<Pair>& changed);
  void choose_again(Row row, std::vector<Pair>& changed);
  void set(Row row, std::span<const Choice> best);
  void set_floor(Row row);

  const EncodedTable& table_;
  const Model& model_;
  const std::size_t most_, kept_;  ///< choices; with the reserve
  LiveIndex index_;
  Chooser<LiveIndex> chooser_;
  std::vector<Choices> choices_;       ///< by row
  std::vector<std::uint32_t> floors_;  ///< by row: a lesser score cannot enter
};

}  // namespace resolve::detail
