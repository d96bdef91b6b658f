#include "resolve/detail/keys.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "resolve/detail/similarity.hpp"

namespace resolve::detail {

namespace {

/// The keys that one value has in a family, as texts.
using KeysOfValue = std::function<std::vector<std::string>(const std::string&)>;

struct Family {
  std::string name;
  std::size_t field;
  std::int32_t part;
  bool for_sampling;
  KeysOfValue keys;
};

std::vector<std::string> itself(const std::string& value) { return {value}; }

std::vector<std::string> sound(const std::string& word) {
  auto code = soundex(word);
  if (code.empty()) return {};
  return {code};
}

/// Some characters of a whole date, 1980-02-01.
KeysOfValue part_of_date(std::vector<std::pair<std::size_t, std::size_t>> parts) {
  return [parts](const std::string& date) -> std::vector<std::string> {
    std::string key;
    for (auto [begin, length] : parts) {
      if (date.size() < begin + length) return {};
      key += date.substr(begin, length) + "|";
    }
    return {key};
  };
}

KeysOfValue beginning(std::size_t length) {
  return [length](const std::string& code) -> std::vector<std::string> {
    if (code.size() <= length) return {};
    return {code.substr(0, length)};
  };
}

// What comes before the last three characters: the outward half of a postcode.
std::vector<std::string> outward(const std::string& code) {
  if (code.size() < 5) return {};
  return {code.substr(0, code.size() - 3)};
}

std::vector<Family> families_of_field(Kind kind, std::size_t field, const std::string& name) {
  switch (kind) {
    case Kind::name:
      return {{"word", field, 7, true, itself}, {"sound", field, 3, false, sound}};
    case Kind::date:
      return {{name, field, 4, true, itself},
              {name + " year", field, 2, true, part_of_date({{0, 4}})},
              {name + " year, month", field, 2, false, part_of_date({{0, 4}, {5, 2}})},
              {name + " month, day", field, 3, false, part_of_date({{5, 5}})},
              {name + " year, day", field, 2, false, part_of_date({{0, 4}, {8, 2}})},
              {name + " but a digit", field, 3, false, part_of_date({{1, 9}})}};
    case Kind::code:
      return {{name, field, 5, true, itself},
              {name + " outward", field, 3, true, outward},
              {name + " beginning", field, 3, false, beginning(3)}};
    case Kind::text:
      return {{name, field, 6, true, itself}};
    case Kind::category:
      return {{name, field, 8, true, itself}};
    case Kind::identifier:
      return {{name, field, 10, true, itself}};
    case Kind::surroundings:
      return {{name, field, 4, false, itself}};
  }
  return {};
}

Lists keys_of_values(const std::vector<std::string>& values, const KeysOfValue& keys,
                     std::size_t& key_count) {
  Lists lists;
  std::unordered_map<std::string, std::uint32_t> known;
  std::vector<std::uint32_t> ids;
  for (const auto& value : values) {
    ids.clear();
    for (auto& key : keys(value)) {
      ids.push_back(known.try_emplace(std::move(key), static_cast<std::uint32_t>(known.size()))
                        .first->second);
    }
    lists.add(ids);
  }
  key_count = known.size();
  return lists;
}

void add_sorted(Lists& lists, std::vector<std::uint32_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  lists.add(keys);
}

Lists inverted(const Lists& keys_of_row, std::size_t key_count) {
  Lists rows_of_key;
  rows_of_key.starts.assign(key_count + 1, 0);
  for (auto key : keys_of_row.items) ++rows_of_key.starts[key + 1];
  for (std::size_t key = 0; key < key_count; ++key) {
    rows_of_key.starts[key + 1] += rows_of_key.starts[key];
  }
  rows_of_key.items.resize(keys_of_row.items.size());
  auto next = rows_of_key.starts;
  for (std::size_t row = 0; row < keys_of_row.size(); ++row) {
    for (auto key : keys_of_row[row]) {
      rows_of_key.items[next[key]++] = static_cast<std::uint32_t>(row);
    }
  }
  return rows_of_key;
}

template <class ItemsOfRow>
KeyFamily collect(const Family& family, const Lists& keys_of_item, std::size_t key_count,
                  std::size_t rows, ItemsOfRow items_of_row) {
  KeyFamily found{family.name, family.part, family.for_sampling, {}, {}};
  found.keys_of_row.starts.reserve(rows + 1);
  std::vector<std::uint32_t> keys;
  for (std::size_t row = 0; row < rows; ++row) {
    keys.clear();
    for (auto item : items_of_row(row)) {
      const auto more = keys_of_item[item];
      keys.insert(keys.end(), more.begin(), more.end());
    }
    add_sorted(found.keys_of_row, keys);
  }
  found.rows_of_key = inverted(found.keys_of_row, key_count);
  return found;
}

KeyFamily build(const Family& family, const EncodedTable& table) {
  std::size_t key_count = 0;
  if (table.kind(family.field) == Kind::name) {
    const auto keys = keys_of_values(table.names.words, family.keys, key_count);
    return collect(family, keys, key_count, table.rows(),
                   [&](std::size_t row) { return table.names.bags[table.names.bag_of_row[row]]; });
  }
  const auto column = table.value_field(family.field).column;
  const auto keys = keys_of_values(table.table->values(column), family.keys, key_count);
  return collect(family, keys, key_count, table.rows(),
                 [&](std::size_t row) { return table.table->cell(row, column); });
}

KeyFamily words_of_text(const EncodedTable& table, std::size_t field) {
  const auto& values = table.value_field(field);
  const Family family{table.name(field) + " word", field, 4, false, itself};
  return collect(family, values.words_of_value, values.words.size(), table.rows(),
                 [&](std::size_t row) { return table.table->cell(row, values.column); });
}

}  // namespace

std::vector<KeyFamily> find_keys(const EncodedTable& table, base::Threads threads) {
  std::vector<Family> families;
  std::vector<std::size_t> texts;
  for (std::size_t field = 0; field < table.fields(); ++field) {
    const auto more = families_of_field(table.kind(field), field, table.name(field));
    families.insert(families.end(), more.begin(), more.end());
    if (table.kind(field) == Kind::text) texts.push_back(field);
  }
  std::vector<KeyFamily> found(families.size() + texts.size());
  base::for_each_slice(found.size(), 1, threads, [&](base::Slice slice) {
    const auto i = slice.begin;
    found[i] = i < families.size() ? build(families[i], table)
                                   : words_of_text(table, texts[i - families.size()]);
  });
  return found;
}

}  // namespace resolve::detail
