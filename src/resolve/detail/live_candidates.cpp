#include "resolve/detail/live_candidates.hpp"

#include <algorithm>

namespace resolve::detail {

namespace {

Pair ordered(Row a, Row b) { return {std::min(a, b), std::max(a, b)}; }

bool holds(std::span<const Choice> choices, Row row) {
  return std::any_of(choices.begin(), choices.end(),
                     [&](const auto& choice) { return choice.row == row; });
}

constexpr std::size_t reserve_max = 12;

}  // namespace

LiveCandidates::LiveCandidates(const EncodedTable& table, const Model& model,
                               std::function<bool(Row, Row)> before)
    : table_(table),
      model_(model),
      most_(choices_max(model.limits)),
      kept_(most_ + std::min(most_, reserve_max)),
      index_(table, model, std::move(before)),
      chooser_(index_) {}

std::vector<Pair> LiveCandidates::load(base::Threads threads) {
  auto families = find_keys(table_, threads);
  choices_.resize(table_.rows());
  floors_.resize(table_.rows());
  for_each_choice(families, table_.rows(), model_, kept_, threads,
                  [&](Row row, std::span<const Choice> best) { set(row, best); });
  index_.load(std::move(families), threads);
  std::vector<Pair> pairs;
  for (Row row = 0; row < choices_.size(); ++row) {
    for (const auto& choice : chosen_by(row)) {
      if (row < choice.row || !has_chosen(choice.row, row))
        pairs.push_back(ordered(row, choice.row));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::span<const Choice> LiveCandidates::chosen_by(Row row) const {
  const auto& list = choices_[row].list;
  return {list.data(), std::min(most_, list.size())};
}

bool LiveCandidates::has_chosen(Row row, Row other) const { return holds(chosen_by(row), other); }

void LiveCandidates::set(Row row, std::span<const Choice> best) {
  auto& [list, is_all] = choices_[row];
  list.assign(best.begin(), best.end());
  std::sort(list.begin(), list.end(),
            [&](const auto& a, const auto& b) { return chooser_.is_better(a, b); });
  is_all = list.size() < kept_;
  set_floor(row);
}

void LiveCandidates::set_floor(Row row) {
  const auto& [list, is_all] = choices_[row];
  floors_[row] = is_all ? 0 : list.back().score;
}

void LiveCandidates::insert(Row row, std::vector<Pair>& changed) {
  index_.extend();
  choices_.resize(table_.rows());
  floors_.resize(table_.rows());
  const auto disturbed = index_.insert(row);
  for (const auto& [score, other] : chooser_.sharing(row)) {
    if (!std::binary_search(disturbed.begin(), disturbed.end(), other))
      compete(other, {score, row}, changed);
  }
  set(row, chooser_.best(kept_));
  for (const auto& choice : chosen_by(row)) changed.push_back(ordered(row, choice.row));
  for (Row other : disturbed) {
    if (other != row) choose_again(other, changed);
  }
}

void LiveCandidates::erase(Row row, std::vector<Pair>& changed) {
  std::vector<Row> holders;
  for (const auto& [score, other] : chooser_.sharing(row)) {
    if (score >= floors_[other] && holds(choices_[other].list, row)) holders.push_back(other);
  }
  for (const auto& choice : chosen_by(row)) changed.push_back(ordered(row, choice.row));
  choices_[row] = {};
  floors_[row] = 0;
  const auto disturbed = index_.erase(row);
  for (Row other : holders) {
    if (!std::binary_search(disturbed.begin(), disturbed.end(), other))
      give_up(other, row, changed);
  }
  for (Row other : disturbed) choose_again(other, changed);
}

void LiveCandidates::compete(Row row, Choice newcomer, std::vector<Pair>& changed) {
  if (newcomer.score < floors_[row]) return;
  auto& [list, is_all] = choices_[row];
  const auto place =
      std::upper_bound(list.begin(), list.end(), newcomer,
                       [&](const auto& a, const auto& b) { return chooser_.is_better(a, b); });
  if (place == list.end() && !is_all) return;
  if (static_cast<std::size_t>(place - list.begin()) < most_) {
    changed.push_back(ordered(row, newcomer.row));
    if (list.size() >= most_) changed.push_back(ordered(row, list[most_ - 1].row));
  }
  list.insert(place, newcomer);
  if (list.size() > kept_) list.pop_back();
  is_all = is_all && list.size() < kept_;
  set_floor(row);
}

void LiveCandidates::give_up(Row row, Row gone, std::vector<Pair>& changed) {
  auto& [list, is_all] = choices_[row];
  if (!is_all && list.size() <= most_) return choose_again(row, changed);
  if (has_chosen(row, gone)) {
    changed.push_back(ordered(row, gone));
    if (list.size() > most_) changed.push_back(ordered(row, list[most_].row));
  }
  std::erase_if(list, [&](const auto& choice) { return choice.row == gone; });
  set_floor(row);
}

void LiveCandidates::choose_again(Row row, std::vector<Pair>& changed) {
  const auto chosen = chosen_by(row);
  const std::vector<Choice> before(chosen.begin(), chosen.end());
  chooser_.sharing(row);
  set(row, chooser_.best(kept_));
  for (const auto& choice : before) {
    if (!has_chosen(row, choice.row)) changed.push_back(ordered(row, choice.row));
  }
  for (const auto& choice : chosen_by(row)) {
    if (!holds(before, choice.row)) changed.push_back(ordered(row, choice.row));
  }
}

}  // namespace resolve::detail
