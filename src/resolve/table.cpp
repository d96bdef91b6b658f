#include "resolve/table.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"
#include "resolve/detail/similarity.hpp"

namespace resolve {

namespace {

constexpr auto no_value = std::numeric_limits<Table::Value>::max();

constexpr std::array<std::string_view, 14> says_nothing = {
    "unknown", "not known",  "unk",           "n a",     "na",       "none",     "null",
    "nil",     "not stated", "not specified", "refused", "redacted", "withheld", "no trace"};

using base::is_digit;

std::string comparable_date(std::string_view text, base::DateOrder order) {
  if (const auto date = base::parse_date(text, order)) return base::to_string(*date);
  // A day that cannot be (1851-08-45) is still one typing error away from one that can.
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  if (digits.size() != 8) return base::fold_tight(text);
  const bool year_first = text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, is_digit);
  if (!year_first) {
    return digits.substr(4) + "-" + digits.substr(2, 2) + "-" + digits.substr(0, 2);
  }
  return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
}

std::string comparable_category(std::string_view text) {
  const auto folded = base::fold(text);
  if (folded == "m" || folded == "man" || folded == "boy") return "male";
  if (folded == "f" || folded == "woman" || folded == "girl") return "female";
  if (folded == "u" || folded == "x" || folded == "indeterminate") return "";
  return folded;
}

// In the order of the alphabet, so that it does not matter which word stands first.
std::string sounds_of_words(std::string_view folded) {
  std::vector<std::string> sounds;
  for (auto word : base::split(folded, ' ')) {
    if (auto sound = detail::soundex(word); !sound.empty()) sounds.push_back(std::move(sound));
  }
  if (sounds.size() < 2) return "";
  std::sort(sounds.begin(), sounds.end());
  std::string text;
  for (const auto& sound : sounds) text += (text.empty() ? "" : " ") + sound;
  return text;
}

}  // namespace

std::string_view to_string(Kind kind) {
  switch (kind) {
    case Kind::name:
      return "name";
    case Kind::date:
      return "date";
    case Kind::code:
      return "code";
    case Kind::text:
      return "text";
    case Kind::category:
      return "category";
    case Kind::identifier:
      return "identifier";
    case Kind::surroundings:
      return "surroundings";
  }
  return "";
}

std::string comparable(std::string_view text, const Column& column) {
  const auto trimmed = base::trim(text);
  if (trimmed.empty()) return "";
  const auto folded = base::fold(trimmed);
  if (std::find(says_nothing.begin(), says_nothing.end(), folded) != says_nothing.end()) return "";
  switch (column.kind) {
    case Kind::name:
    case Kind::text:
      return folded;
    case Kind::surroundings:
      return sounds_of_words(folded);
    case Kind::date:
      return comparable_date(trimmed, column.date_order);
    case Kind::category:
      return comparable_category(trimmed);
    case Kind::code:
    case Kind::identifier:
      return base::fold_tight(trimmed);
  }
  return "";
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)), cells_(columns_.size()) {
  for (auto& column : cells_) column.starts.push_back(0);
}

void Table::add_row() {
  ++rows_;
  base::expect(rows_ < std::numeric_limits<std::uint32_t>::max(), "fewer than four billion rows");
  for (auto& column : cells_) column.starts.push_back(column.starts.back());
}

Table::Value Table::intern(std::size_t column, std::string_view text) {
  auto& cells = cells_[column];
  const auto [raw, is_new] = cells.of_raw.try_emplace(std::string(text), no_value);
  if (!is_new) return raw->second;
  auto folded = comparable(text, columns_[column]);
  if (folded.empty()) return no_value;
  const auto next = static_cast<Value>(cells.values.size());
  const auto [known, added] = cells.of_folded.try_emplace(folded, next);
  if (added) cells.values.push_back(std::move(folded));
  return raw->second = known->second;
}

void Table::add_value(std::size_t column, std::string_view text) {
  base::expect(rows_ > 0 && column < cells_.size(), "a row and a column to add a value to");
  if (text.empty()) return;
  const auto value = intern(column, text);
  if (value == no_value) return;
  auto& cells = cells_[column];
  const auto begin = cells.cells.begin() + cells.starts[rows_ - 1];
  if (std::find(begin, cells.cells.end(), value) != cells.cells.end()) return;
  cells.cells.push_back(value);
  ++cells.starts.back();
}

const std::vector<std::string>& Table::values(std::size_t column) const {
  return cells_[column].values;
}

}  // namespace resolve
