#include "resolve/detail/encoded_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "base/text.hpp"

namespace resolve::detail {

namespace {

class Dictionary {
 public:
  explicit Dictionary(std::vector<std::string>& words) : words_(words) {}
  std::uint32_t operator()(std::string_view word) {
    const auto [found, added] =
        of_word_.try_emplace(std::string(word), static_cast<std::uint32_t>(words_.size()));
    if (added) words_.emplace_back(word);
    return found->second;
  }

 private:
  std::vector<std::string>& words_;
  std::unordered_map<std::string, std::uint32_t> of_word_;
};

void sort_unique(std::vector<std::uint32_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool is_title(std::string_view word) {
  constexpr std::array<std::string_view, 5> titles = {"mr", "mrs", "ms", "miss", "mx"};
  return std::find(titles.begin(), titles.end(), word) != titles.end();
}

struct ListHash {
  std::size_t operator()(const std::vector<std::uint32_t>& list) const {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (auto item : list) hash = (hash ^ item) * 0x9e3779b97f4a7c15 ^ (hash >> 29);
    return hash;
  }
};

}  // namespace

void Lists::add(std::span<const std::uint32_t> list) {
  items.insert(items.end(), list.begin(), list.end());
  starts.push_back(static_cast<std::uint32_t>(items.size()));
}

Kind EncodedTable::kind(std::size_t field) const {
  return has_names && field == 0 ? Kind::name : value_field(field).kind;
}

std::string EncodedTable::name(std::size_t field) const {
  return has_names && field == 0 ? "name" : table->columns()[value_field(field).column].name;
}

class Encoder::Names {
 public:
  Names(const Table& table, std::vector<std::size_t> columns, NameBags& names)
      : table_(table),
        columns_(std::move(columns)),
        names_(names),
        dictionary_(names.words),
        words_of_value_(columns_.size()) {
    names_.bags.add({});
  }

  void extend() {
    for (std::size_t i = 0; i < columns_.size(); ++i) take_in_values(i);
    names_.rows_with_word.resize(names_.words.size());
    for (auto row = names_.bag_of_row.size(); row < table_.rows(); ++row) take_in(row);
  }

 private:
  void take_in_values(std::size_t i) {
    const auto& values = table_.values(columns_[i]);
    auto& words_of_value = words_of_value_[i];
    for (auto value = words_of_value.size(); value < values.size(); ++value) {
      list_.clear();
      for (auto word : base::words(values[value])) {
        if (!is_title(word)) list_.push_back(dictionary_(word));
      }
      words_of_value.add(list_);
    }
  }

  void take_in(std::size_t row) {
    list_.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      for (auto value : table_.cell(row, columns_[i])) {
        const auto words = words_of_value_[i][value];
        list_.insert(list_.end(), words.begin(), words.end());
      }
    }
    sort_unique(list_);
    for (auto word : list_) ++names_.rows_with_word[word];
    const auto [found, added] =
        known_.try_emplace(list_, static_cast<std::uint32_t>(names_.bags.size()));
    if (added) names_.bags.add(list_);
    names_.bag_of_row.push_back(found->second);
  }

  const Table& table_;
  const std::vector<std::size_t> columns_;
  NameBags& names_;
  Dictionary dictionary_;
  std::vector<Lists> words_of_value_;  ///< by column
  std::unordered_map<std::vector<std::uint32_t>, std::uint32_t, ListHash> known_{{{}, 0}};
  std::vector<std::uint32_t> list_;  ///< for the work on it
};

class Encoder::Values {
 public:
  Values(const Table& table, std::size_t column, ValueField& field)
      : table_(table), field_(field), dictionary_(field.words) {
    field_.column = column;
    field_.kind = table.columns()[column].kind;
  }

  void extend() {
    const auto& values = table_.values(field_.column);
    field_.rows_with_value.resize(values.size());
    if (field_.kind == Kind::text) take_in_words(values);
    for (; rows_ < table_.rows(); ++rows_) {
      for (auto value : table_.cell(rows_, field_.column)) {
        ++field_.rows_with_value[value];
        if (field_.kind != Kind::text) continue;
        for (auto word : field_.words_of_value[value]) ++field_.rows_with_word[word];
      }
    }
  }

 private:
  void take_in_words(const std::vector<std::string>& values) {
    std::vector<std::uint32_t> list;
    for (auto value = field_.words_of_value.size(); value < values.size(); ++value) {
      list.clear();
      for (auto word : base::words(values[value])) list.push_back(dictionary_(word));
      sort_unique(list);
      field_.words_of_value.add(list);
    }
    field_.rows_with_word.resize(field_.words.size());
  }

  const Table& table_;
  ValueField& field_;
  Dictionary dictionary_;
  std::size_t rows_ = 0;
};

Encoder::Encoder(const Table& table) {
  encoded_.table = &table;
  std::vector<std::size_t> names, others;
  for (std::size_t column = 0; column < table.columns().size(); ++column) {
    (table.columns()[column].kind == Kind::name ? names : others).push_back(column);
  }
  encoded_.has_names = !names.empty();
  encoded_.values.resize(others.size());
  if (encoded_.has_names) names_ = std::make_unique<Names>(table, names, encoded_.names);
  for (std::size_t i = 0; i < others.size(); ++i) {
    values_.push_back(std::make_unique<Values>(table, others[i], encoded_.values[i]));
  }
}

Encoder::~Encoder() = default;

void Encoder::extend(base::Threads threads) {
  base::for_each_slice(values_.size() + 1, 1, threads, [&](base::Slice slice) {
    if (slice.begin > 0) {
      values_[slice.begin - 1]->extend();
    } else if (names_) {
      names_->extend();
    }
  });
}

EncodedTable encode(const Table& table, base::Threads threads) {
  Encoder encoder(table);
  encoder.extend(threads);
  return encoder.take();
}

}  // namespace resolve::detail
