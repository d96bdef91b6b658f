#include "resolve/detail/comparer.hpp"

#include <algorithm>

namespace resolve::detail {

namespace {

std::size_t grain_of(std::size_t pairs) { return std::max<std::size_t>(4096, pairs / 32 + 1); }

}  // namespace

Comparer::Comparer(const EncodedTable& table, const Model& model) : table_(table) {
  if (table.has_names) names_.emplace(table.names, model.fields[0], model);
  for (std::size_t field = table.has_names; field < table.fields(); ++field) {
    values_.emplace_back(table, field, model.fields[field]);
  }
}

void Comparer::extend() {
  if (names_) names_->extend();
  for (auto& values : values_) values.extend();
}

Level Comparer::compare_field(std::size_t field, Row left, Row right, Memory& memory) const {
  if (table_.has_names && field == 0) {
    const auto a = table_.names.bag_of_row[left], b = table_.names.bag_of_row[right];
    return names_->compare(a, b, memory.words);
  }
  const auto column = table_.value_field(field).column;
  return values_[field - table_.has_names].compare(
      table_.table->cell(left, column), table_.table->cell(right, column), memory.texts[field]);
}

void Comparer::compare(Row left, Row right, Memory& memory, std::span<Level> levels) const {
  for (std::size_t field = 0; field < levels.size(); ++field) {
    levels[field] = compare_field(field, left, right, memory);
  }
}

std::vector<Level> compare_all(const Comparer& comparer, std::span<const Pair> pairs,
                               Memories& memories, base::Threads threads) {
  const auto fields = comparer.fields();
  std::vector<Level> levels(pairs.size() * fields);
  base::for_each_slice(pairs.size(), grain_of(pairs.size()), threads, [&](base::Slice slice) {
    Memories::Loan memory(memories);
    for (auto i = slice.begin; i < slice.end; ++i) {
      comparer.compare(pairs[i].left, pairs[i].right, *memory,
                       std::span(levels).subspan(i * fields, fields));
    }
  });
  return levels;
}

void compare_names_again(const Comparer& comparer, std::span<const Pair> pairs, Memories& memories,
                         base::Threads threads, std::vector<Level>& levels) {
  const auto fields = comparer.fields();
  base::for_each_slice(pairs.size(), grain_of(pairs.size()), threads, [&](base::Slice slice) {
    Memories::Loan memory(memories);
    for (auto i = slice.begin; i < slice.end; ++i) {
      levels[i * fields] = comparer.compare_field(0, pairs[i].left, pairs[i].right, *memory);
    }
  });
}

}  // namespace resolve::detail
