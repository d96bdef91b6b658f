#include "resolve/detail/keys.hpp"

#include <algorithm>
#include <optional>

#include "resolve/detail/similarity.hpp"

namespace resolve::detail {

namespace {

using Of = KeyScheme::Of;

constexpr Key no_key = ~Key{0};

/// Some characters of a whole date, 1980-02-01.
std::function<std::string(const std::string&)> part_of_date(
    std::vector<std::pair<std::size_t, std::size_t>> parts) {
  return [parts](const std::string& date) -> std::string {
    std::string key;
    for (auto [begin, length] : parts) {
      if (date.size() < begin + length) return "";
      key += date.substr(begin, length) + "|";
    }
    return key;
  };
}

// What comes before the last three characters: the outward half of a postcode.
std::string outward(const std::string& code) {
  return code.size() < 5 ? "" : code.substr(0, code.size() - 3);
}

std::string first_three(const std::string& code) {
  return code.size() > 3 ? code.substr(0, 3) : "";
}

std::vector<KeyScheme> schemes_of_field(Kind kind, std::size_t field) {
  switch (kind) {
    case Kind::name:
      return {{field, Of::name_words, "", 7, true, nullptr},
              {field, Of::name_words, "sound", 3, false, soundex}};
    case Kind::date:
      return {{field, Of::values, "", 4, true, nullptr},
              {field, Of::values, "year", 2, true, part_of_date({{0, 4}})},
              {field, Of::values, "year, month", 2, false, part_of_date({{0, 4}, {5, 2}})},
              {field, Of::values, "month, day", 3, false, part_of_date({{5, 5}})},
              {field, Of::values, "year, day", 2, false, part_of_date({{0, 4}, {8, 2}})},
              {field, Of::values, "but a digit", 3, false, part_of_date({{1, 9}})}};
    case Kind::code:
      return {{field, Of::values, "", 5, true, nullptr},
              {field, Of::values, "outward", 3, true, outward},
              {field, Of::values, "beginning", 3, false, first_three}};
    case Kind::text:
      return {{field, Of::values, "", 6, true, nullptr}};
    case Kind::category:
      return {{field, Of::values, "", 8, true, nullptr}};
    case Kind::identifier:
      return {{field, Of::values, "", 10, true, nullptr}};
    case Kind::surroundings:
      return {{field, Of::values, "", 4, false, nullptr}};
  }
  return {};
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

KeyFamily collect(const EncodedTable& table, KeyScheme scheme) {
  KeyFamily family{KeyNumbers(table, std::move(scheme)), {}, {}};
  family.numbers.extend();
  family.keys_of_row.starts.reserve(table.rows() + 1);
  std::vector<Key> keys;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    family.numbers.of_row(static_cast<Row>(row), keys);
    family.keys_of_row.add(keys);
  }
  family.rows_of_key = inverted(family.keys_of_row, family.numbers.size());
  return family;
}

}  // namespace

std::vector<KeyScheme> key_schemes(const EncodedTable& table) {
  std::vector<KeyScheme> schemes;
  for (std::size_t field = 0; field < table.fields(); ++field) {
    const auto more = schemes_of_field(table.kind(field), field);
    schemes.insert(schemes.end(), more.begin(), more.end());
  }
  for (std::size_t field = 0; field < table.fields(); ++field) {
    if (table.kind(field) == Kind::text)
      schemes.push_back({field, Of::text_words, "", 4, false, nullptr});
  }
  return schemes;
}

KeyNumbers::KeyNumbers(const EncodedTable& table, KeyScheme scheme)
    : table_(&table), scheme_(std::move(scheme)) {}

const std::vector<std::string>& KeyNumbers::items() const {
  if (scheme_.of == Of::name_words) return table_->names.words;
  const auto& field = table_->value_field(scheme_.field);
  return scheme_.of == Of::values ? table_->table->values(field.column) : field.words;
}

void KeyNumbers::extend() {
  if (!scheme_.derive) return;
  const auto& items = this->items();
  for (auto item = key_of_item_.size(); item < items.size(); ++item) {
    auto text = scheme_.derive(items[item]);
    if (text.empty()) {
      key_of_item_.push_back(no_key);
      continue;
    }
    const auto [known, is_new] =
        known_.try_emplace(std::move(text), static_cast<Key>(texts_.size()));
    if (is_new) texts_.push_back(&known->first);
    key_of_item_.push_back(known->second);
  }
}

void KeyNumbers::of_row(Row row, std::vector<Key>& keys) const {
  keys.clear();
  if (scheme_.of == Of::name_words) {
    const auto words = table_->names.bags[table_->names.bag_of_row[row]];
    keys.assign(words.begin(), words.end());
  } else {
    const auto& field = table_->value_field(scheme_.field);
    for (auto value : table_->table->cell(row, field.column)) {
      if (scheme_.of == Of::values) {
        keys.push_back(value);
      } else {
        const auto words = field.words_of_value[value];
        keys.insert(keys.end(), words.begin(), words.end());
      }
    }
  }
  if (scheme_.derive) {
    for (auto& key : keys) key = key_of_item_[key];
    std::erase(keys, no_key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

std::vector<KeyFamily> find_keys(const EncodedTable& table, base::Threads threads) {
  const auto schemes = key_schemes(table);
  std::vector<std::optional<KeyFamily>> made(schemes.size());
  base::for_each_slice(made.size(), 1, threads, [&](base::Slice slice) {
    made[slice.begin].emplace(collect(table, schemes[slice.begin]));
  });
  std::vector<KeyFamily> families;
  for (auto& family : made) families.push_back(std::move(*family));
  return families;
}

}  // namespace resolve::detail
