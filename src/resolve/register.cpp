#include "resolve/register.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "resolve/detail/caution.hpp"
#include "resolve/detail/decisions.hpp"
#include "resolve/detail/engine.hpp"
#include "resolve/detail/entity_events.hpp"
#include "resolve/detail/judges.hpp"
#include "resolve/detail/live_candidates.hpp"

namespace resolve {

using namespace detail;

namespace {

constexpr Row no_row = ~Row{0};

/// A candidate that the score alone holds for one person.
struct Near {
  Row row;
  std::int32_t posterior;
};

const Table& of_one_row_each(const Table& table, const std::vector<std::string>& ids) {
  const bool ascending =
      std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) == ids.end();
  if (ids.size() != table.rows() || !ascending) {
    throw base::Error(base::Fault::invalid,
                      "a register takes one id a row, each once and in ascending order");
  }
  return table;
}

}  // namespace

class Register::State {
 public:
  State(Table rows, std::vector<std::string> names, Model frozen, base::Threads threads)
      : model(std::move(frozen)),
        table_(std::move(rows)),
        ids_(std::move(names)),
        encoder_(of_one_row_each(table_, ids_)),
        memories_(encoder_.encoded().fields()),
        comparer_(checked(threads), model),
        levels_(comparer_.fields()),
        judges_(encoder_.encoded(), comparer_, model, memories_),
        judge_(judges_.make()),
        memory_(memories_),
        candidates_(encoder_.encoded(), model,
                    [this](Row left, Row right) { return ids_[left] < ids_[right]; }) {
    for (Row row = 0; row < ids_.size(); ++row) row_of_.emplace(ids_[row], row);
    grow();
    load(threads);
  }

  Row row_of(const std::string& id) const {
    const auto found = row_of_.find(id);
    if (found == row_of_.end())
      throw base::Error(base::Fault::missing, "there is no record " + base::quoted(id));
    return found->second;
  }

  void expect_cells(const Cells& cells) const {
    if (cells.size() == table_.columns().size()) return;
    throw base::Error(base::Fault::invalid,
                      "a record needs " + std::to_string(table_.columns().size()) +
                          " cells, one a column, not " + std::to_string(cells.size()));
  }

  /// What is done to a record: it goes, and comes again if there are cells.
  Changes replace(Cause cause, const Cells* cells) {
    const auto& id = cause.record;
    Move subject{id, "", ""};
    std::vector<Pair> changed;
    std::vector<Row> touched;
    if (const auto held = row_of_.find(id); held != row_of_.end()) {
      subject.before = ids_[entity_[held->second]];
      candidates_.erase(held->second, changed);
      row_of_.erase(held);
    }
    if (cells != nullptr) {
      const auto row = append(id, *cells);
      candidates_.insert(row, changed);
      touched.push_back(row);
    }
    for (const auto& [other, verdict] : decisions_of(id)) {
      if (const auto held = row_of_.find(other); held != row_of_.end())
        touched.push_back(held->second);
    }
    weigh_again(std::move(changed), touched);
    return settle(std::move(cause), std::move(subject), touched);
  }

  Changes decide(Cause cause) {
    const auto& [act, left, right, verdict] = cause;
    for (const auto& [one, other] : {std::pair(left, right), std::pair(right, left)}) {
      if (verdict == Verdict::undecided)
        decisions_[one].erase(other);
      else
        decisions_[one][other] = verdict;
      if (decisions_[one].empty()) decisions_.erase(one);
    }
    return settle(cause, {}, {row_of(left), row_of(right)});
  }

  std::vector<std::pair<std::string, std::string>> doubts() const {
    std::set<std::pair<Row, Row>> decided;
    for (const auto& [left, verdicts] : decisions_) {
      for (const auto& [right, verdict] : verdicts) {
        if (verdict != Verdict::different || !row_of_.contains(left) || !row_of_.contains(right))
          continue;
        decided.insert(std::minmax(entity_[row_of(left)], entity_[row_of(right)]));
      }
    }
    std::vector<std::pair<std::string, std::string>> doubts;
    for (const auto& [id, row] : row_of_) {
      for (const auto& near : near_[row]) {
        if (id > ids_[near.row] || entity_[row] == entity_[near.row]) continue;
        if (!decided.contains(std::minmax(entity_[row], entity_[near.row])))
          doubts.emplace_back(id, ids_[near.row]);
      }
    }
    std::sort(doubts.begin(), doubts.end());
    return doubts;
  }

  std::vector<std::string> entity_with(const std::string& id) {
    const auto row = row_of(id);
    std::vector<std::string> records;
    for (auto other : around({row})) {
      if (entity_[other] == entity_[row]) records.push_back(ids_[other]);
    }
    return records;
  }

  const std::string& entity_of(const std::string& id) const { return ids_[entity_[row_of(id)]]; }
  bool holds(const std::string& id) const { return row_of_.contains(id); }
  std::size_t size() const { return row_of_.size(); }

  const Model model;

 private:
  const EncodedTable& checked(base::Threads threads) {
    if (table_.columns().empty())
      throw base::Error(base::Fault::invalid, "a register without columns can tell nobody apart");
    expect_same_fields(encoder_.encoded(), model);
    encoder_.extend(threads);
    return encoder_.encoded();
  }

  void grow() {
    near_.resize(table_.rows());
    position_.resize(table_.rows(), no_row);
    for (auto row = static_cast<Row>(entity_.size()); row < table_.rows(); ++row)
      entity_.push_back(row);
  }

  void load(base::Threads threads) {
    const auto pairs = candidates_.load(threads);
    const auto levels = compare_all(comparer_, pairs, memories_, threads);
    const auto fields = comparer_.fields();
    LinkageTask task{.rows = table_.rows(), .merge_above = model.merge_above};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto likely = take_in(pairs[i], std::span(levels).subspan(i * fields, fields));
      if (likely > model.merge_above) task.edges.push_back({pairs[i], likely});
    }
    entity_ = link(
        task, [&] { return judges_.make(); }, threads);
  }

  Row append(const std::string& id, const Cells& cells) {
    table_.add_row();
    for (std::size_t column = 0; column < cells.size(); ++column) {
      for (const auto& text : cells[column]) table_.add_value(column, text);
    }
    encoder_.extend({1});
    comparer_.extend();
    grow();
    ids_.push_back(id);
    const auto row = static_cast<Row>(table_.rows() - 1);
    row_of_[id] = row;
    return row;
  }

  /// Keeps what a pair has for it; answers its posterior.
  Share take_in(Pair pair, std::span<const Level> levels) {
    if (support(model, levels) <= model.merge_above) return 0;
    const auto likely = posterior(model, levels);
    near_[pair.left].push_back({pair.right, static_cast<std::int32_t>(likely)});
    near_[pair.right].push_back({pair.left, static_cast<std::int32_t>(likely)});
    return likely;
  }

  /// Lets go of what a pair had; answers its posterior.
  Share let_go(Pair pair) {
    Share was = 0;
    for (const auto& [from, to] : {std::pair(pair.left, pair.right), {pair.right, pair.left}}) {
      std::erase_if(near_[from], [&, to = to](const auto& near) {
        if (near.row != to) return false;
        was = near.posterior;
        return true;
      });
    }
    return was;
  }

  void weigh_again(std::vector<Pair> pairs, std::vector<Row>& touched) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& pair : pairs) {
      const auto was = let_go(pair);
      Share is = 0;
      if (candidates_.contains(pair)) {
        comparer_.compare(pair.left, pair.right, *memory_, levels_);
        is = take_in(pair, levels_);
      }
      if (was == is || std::max(was, is) <= model.merge_above) continue;
      touched.push_back(pair.left);
      touched.push_back(pair.right);
    }
  }

  const std::map<std::string, Verdict>& decisions_of(const std::string& id) const {
    static const std::map<std::string, Verdict> none;
    const auto found = decisions_.find(id);
    return found == decisions_.end() ? none : found->second;
  }

  bool is_held(Row row) const {
    const auto found = row_of_.find(ids_[row]);
    return found != row_of_.end() && found->second == row;
  }

  /// The rows whose entities may depend on these: what likely pairs and decisions join them to, and
  /// themselves; in the order of ids.
  std::vector<Row> around(const std::vector<Row>& rows) {
    std::vector<Row> found;
    const auto take = [&](Row row) {
      if (position_[row] != no_row) return;
      position_[row] = 0;
      found.push_back(row);
    };
    for (Row row : rows) {
      if (is_held(row)) take(row);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Row row = found[i];
      for (const auto& near : near_[row]) {
        if (near.posterior > model.merge_above) take(near.row);
      }
      for (const auto& [other, verdict] : decisions_of(ids_[row])) {
        const auto held = row_of_.find(other);
        if (verdict == Verdict::same && held != row_of_.end()) take(held->second);
      }
    }
    for (Row row : found) position_[row] = no_row;
    std::sort(found.begin(), found.end(), [&](Row a, Row b) { return ids_[a] < ids_[b]; });
    return found;
  }

  /// What clustering needs to know of some rows, numbered by their places in the list.
  LinkageTask task_of(const std::vector<Row>& rows) {
    LinkageTask task{.rows = rows.size(), .merge_above = model.merge_above};
    for (Row i = 0; i < rows.size(); ++i) position_[rows[i]] = i;
    std::vector<Pair> same;
    for (Row i = 0; i < rows.size(); ++i) {
      for (const auto& near : near_[rows[i]]) {
        if (near.posterior > model.merge_above && i < position_[near.row])
          task.edges.push_back({{i, position_[near.row]}, near.posterior});
      }
      for (const auto& [other, verdict] : decisions_of(ids_[rows[i]])) {
        const auto held = row_of_.find(other);
        if (held == row_of_.end() || position_[held->second] == no_row) continue;
        const auto j = position_[held->second];
        if (i < j) (verdict == Verdict::same ? same : task.different).push_back({i, j});
      }
    }
    for (Row row : rows) position_[row] = no_row;
    std::sort(task.edges.begin(), task.edges.end(),
              [](const auto& a, const auto& b) { return a.pair < b.pair; });
    std::sort(same.begin(), same.end());
    std::sort(task.different.begin(), task.different.end());
    task.same = honoured(same, task.different).same;
    return task;
  }

  /// The judge, asked about places in the list instead of rows.
  Judge judge_of(const std::vector<Row>& rows) const {
    const auto at = [&rows](std::span<const Row> places) {
      std::vector<Row> list;
      for (auto place : places) list.push_back(rows[place]);
      return list;
    };
    return {[this, &rows](Row a, Row b) { return judge_.posterior(rows[a], rows[b]); },
            [this, at](std::span<const Row> a, std::span<const Row> b) {
              return judge_.compatible(at(a), at(b));
            }};
  }

  /// Clusters again what the touched rows belong to, and tells what has come of it.
  Changes settle(Cause cause, std::optional<Move> subject, const std::vector<Row>& touched) {
    const auto rows = around(touched);
    const auto entity = link(task_of(rows), [&] { return judge_of(rows); }, {1});
    std::vector<Move> others;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto now = rows[entity[i]];
      if (subject && ids_[rows[i]] == subject->record)
        subject->after = ids_[now];
      else
        others.push_back({ids_[rows[i]], ids_[entity_[rows[i]]], ids_[now]});
    }
    for (std::size_t i = 0; i < rows.size(); ++i) entity_[rows[i]] = rows[entity[i]];
    return {std::move(cause), events_of(subject, others)};
  }

  Table table_;
  std::vector<std::string> ids_;  ///< by row, of withdrawn rows too
  Encoder encoder_;
  Memories memories_;
  Comparer comparer_;
  std::vector<Level> levels_;  ///< for the work on it
  const Judges judges_;
  const Judge judge_;
  Memories::Loan memory_;
  LiveCandidates candidates_;
  std::unordered_map<std::string, Row> row_of_;                      ///< of the records held
  std::map<std::string, std::map<std::string, Verdict>> decisions_;  ///< both ways
  std::vector<std::vector<Near>> near_;
  std::vector<Row> entity_;    ///< the row whose id names it
  std::vector<Row> position_;  ///< for the work on it; no_row outside of a call
};

Register::Register(std::vector<Column> columns, Model model)
    : Register(Table(std::move(columns)), {}, std::move(model), {1}) {}
Register::Register(Table table, std::vector<std::string> ids, Model model, base::Threads threads)
    : state_(std::make_unique<State>(std::move(table), std::move(ids), std::move(model), threads)) {
}
Register::~Register() = default;
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;

Changes Register::add(const std::string& id, const Cells& cells) {
  state_->expect_cells(cells);
  if (state_->holds(id)) {
    throw base::Error(base::Fault::conflict,
                      "there is a record " + base::quoted(id) + " already; change it instead");
  }
  return state_->replace({Cause::Act::add, id, ""}, &cells);
}

Changes Register::change(const std::string& id, const Cells& cells) {
  state_->expect_cells(cells);
  state_->row_of(id);
  return state_->replace({Cause::Act::change, id, ""}, &cells);
}

Changes Register::withdraw(const std::string& id) {
  state_->row_of(id);
  return state_->replace({Cause::Act::withdraw, id, ""}, nullptr);
}

Changes Register::decide(const std::string& left, const std::string& right, Verdict verdict) {
  state_->row_of(left);
  state_->row_of(right);
  if (left == right)
    throw base::Error(base::Fault::invalid, "a decision must name two different records");
  return state_->decide({Cause::Act::decide, left, right, verdict});
}

std::size_t Register::size() const { return state_->size(); }
bool Register::holds(const std::string& id) const { return state_->holds(id); }
const std::string& Register::entity_of(const std::string& id) const {
  return state_->entity_of(id);
}
std::vector<std::string> Register::entity_with(const std::string& id) const {
  return state_->entity_with(id);
}
std::vector<std::pair<std::string, std::string>> Register::doubts() const {
  return state_->doubts();
}
const Model& Register::model() const { return state_->model; }

}  // namespace resolve
