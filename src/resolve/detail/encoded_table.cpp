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

Lists words_of_values(const std::vector<std::string>& values, Dictionary& dictionary) {
  Lists lists;
  std::vector<std::uint32_t> ids;
  for (const auto& value : values) {
    ids.clear();
    for (auto word : base::words(value)) ids.push_back(dictionary(word));
    sort_unique(ids);
    lists.add(ids);
  }
  return lists;
}

Lists name_words_of_values(const std::vector<std::string>& values, Dictionary& dictionary) {
  Lists lists;
  std::vector<std::uint32_t> ids;
  for (const auto& value : values) {
    ids.clear();
    for (auto word : base::words(value)) {
      if (!is_title(word)) ids.push_back(dictionary(word));
    }
    lists.add(ids);
  }
  return lists;
}

struct ListHash {
  std::size_t operator()(const std::vector<std::uint32_t>& list) const {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (auto item : list) hash = (hash ^ item) * 0x9e3779b97f4a7c15 ^ (hash >> 29);
    return hash;
  }
};

NameBags encode_names(const Table& table, const std::vector<std::size_t>& columns) {
  NameBags names;
  Dictionary dictionary(names.words);
  std::vector<Lists> words_of_value;
  for (auto column : columns) {
    words_of_value.push_back(name_words_of_values(table.values(column), dictionary));
  }
  names.rows_with_word.resize(names.words.size());
  names.bag_of_row.resize(table.rows());
  names.bags.add({});
  std::unordered_map<std::vector<std::uint32_t>, std::uint32_t, ListHash> known{{{}, 0}};
  std::vector<std::uint32_t> bag;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    bag.clear();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      for (auto value : table.cell(row, columns[i])) {
        const auto words = words_of_value[i][value];
        bag.insert(bag.end(), words.begin(), words.end());
      }
    }
    sort_unique(bag);
    for (auto word : bag) ++names.rows_with_word[word];
    const auto [found, added] =
        known.try_emplace(bag, static_cast<std::uint32_t>(names.bags.size()));
    if (added) names.bags.add(bag);
    names.bag_of_row[row] = found->second;
  }
  return names;
}

ValueField encode_values(const Table& table, std::size_t column) {
  ValueField field;
  field.column = column;
  field.kind = table.columns()[column].kind;
  const auto& values = table.values(column);
  field.rows_with_value.resize(values.size());
  if (field.kind == Kind::text) {
    Dictionary dictionary(field.words);
    field.words_of_value = words_of_values(values, dictionary);
    field.rows_with_word.resize(field.words.size());
  }
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (auto value : table.cell(row, column)) ++field.rows_with_value[value];
  }
  for (std::size_t value = 0; value < field.words_of_value.size(); ++value) {
    for (auto word : field.words_of_value[value]) {
      field.rows_with_word[word] += field.rows_with_value[value];
    }
  }
  return field;
}

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

EncodedTable encode(const Table& table, base::Threads threads) {
  EncodedTable encoded;
  encoded.table = &table;
  std::vector<std::size_t> names, others;
  for (std::size_t column = 0; column < table.columns().size(); ++column) {
    (table.columns()[column].kind == Kind::name ? names : others).push_back(column);
  }
  encoded.has_names = !names.empty();
  encoded.values.resize(others.size());
  base::for_each_slice(others.size() + 1, 1, threads, [&](base::Slice slice) {
    if (slice.begin == 0) {
      if (encoded.has_names) encoded.names = encode_names(table, names);
    } else {
      encoded.values[slice.begin - 1] = encode_values(table, others[slice.begin - 1]);
    }
  });
  return encoded;
}

}  // namespace resolve::detail
