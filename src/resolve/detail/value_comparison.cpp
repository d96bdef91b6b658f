#include "resolve/detail/value_comparison.hpp"

#include <algorithm>
#include <cstdlib>

#include "resolve/detail/similarity.hpp"

namespace resolve::detail {

namespace {

template <class Near>
Level level_of(Near near) {
  return static_cast<Level>(near);
}

bool is_whole_date(std::string_view date) {
  return date.size() == 10 && date[4] == '-' && date[7] == '-';
}

int number(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

int different_places(std::string_view left, std::string_view right) {
  int count = 0;
  for (std::size_t i = 0; i < left.size(); ++i) count += left[i] != right[i];
  return count;
}

// 1980-02-01 and 1980-01-02, or two neighbouring digits crossed.
bool is_swapped(std::string_view left, std::string_view right) {
  if (left.substr(0, 4) == right.substr(0, 4) && left.substr(5, 2) == right.substr(8) &&
      left.substr(8) == right.substr(5, 2)) {
    return true;
  }
  if (different_places(left, right) != 2) return false;
  std::size_t i = 0;
  while (left[i] == right[i]) ++i;
  const std::size_t next = left[i + 1] == '-' ? i + 2 : i + 1;
  return next < left.size() && left[i] == right[next] && left[next] == right[i];
}

bool is_year_only(std::string_view date) { return date.size() < 10 || date.substr(5) == "01-01"; }

constexpr Bits rare_word = 5 * one_bit;

}  // namespace

Level compare_dates(std::string_view left, std::string_view right) {
  if (left.size() < 4 || right.size() < 4) return different;
  const bool same_year = left.substr(0, 4) == right.substr(0, 4);
  if (!is_whole_date(left) || !is_whole_date(right)) {
    return same_year ? level_of(DateLevel::year_only) : different;
  }
  const int places = different_places(left, right);
  if (places == 1) return level_of(DateLevel::one_digit);
  if (is_swapped(left, right)) return level_of(DateLevel::swapped);
  if (same_year && (is_year_only(left) || is_year_only(right))) {
    return level_of(DateLevel::year_only);
  }
  if (places == 2) return level_of(DateLevel::two_digits);
  if (same_year) return level_of(DateLevel::same_year);
  if (std::abs(number(left.substr(0, 4)) - number(right.substr(0, 4))) <= 2) {
    return level_of(DateLevel::within_two_years);
  }
  return left.substr(5) == right.substr(5) ? level_of(DateLevel::same_day_of_year) : different;
}

Level compare_codes(std::string_view left, std::string_view right) {
  const int distance = edits(left, right, 2);
  if (distance <= 1) return level_of(CodeLevel::one_edit);
  const auto shorter = std::min(left.size(), right.size());
  const auto length = std::min<std::size_t>(3, shorter);
  const bool same_beginning = shorter > 3 && left.substr(0, length) == right.substr(0, length);
  if (distance == 2) {
    return level_of(same_beginning ? CodeLevel::two_edits_same_prefix : CodeLevel::two_edits);
  }
  return same_beginning ? level_of(CodeLevel::prefix) : different;
}

Level compare_identifiers(std::string_view left, std::string_view right) {
  const bool near = std::min(left.size(), right.size()) >= 5 && edits(left, right, 1) == 1;
  return near ? level_of(IdentifierLevel::one_edit) : different;
}

ValueComparison::ValueComparison(const EncodedTable& table, std::size_t field, const Field& model)
    : kind_(table.kind(field)),
      model_(model),
      values_(table.table->values(table.value_field(field).column)),
      field_(table.value_field(field)) {
  extend();
}

void ValueComparison::extend() {
  const auto rarity = [&](const std::string& value) {
    const auto found = model_.rarity.find(value);
    return found == model_.rarity.end() ? model_.rarity_of_the_rest : found->second;
  };
  for (auto value = exact_level_.size(); value < values_.size(); ++value) {
    const auto bin = std::max<Bits>(0, rarity(values_[value]) / (2 * one_bit));
    exact_level_.push_back(
        static_cast<Level>(first_exact_level(kind_) +
                           std::min<std::size_t>(rarity_bins - 1, static_cast<std::size_t>(bin))));
  }
  for (auto word = word_is_rare_.size(); word < field_.words.size(); ++word)
    word_is_rare_.push_back(rarity(":" + field_.words[word]) >= rare_word);
}

Level ValueComparison::compare_texts(Table::Value left, Table::Value right) const {
  const auto& a = values_[left];
  const auto& b = values_[right];
  const auto shorter = std::min(a.size(), b.size());
  if (shorter >= 4 && edits(a, b, 2) <= (shorter >= 8 ? 2 : 1))
    return level_of(TextLevel::one_edit);
  if (jaro_winkler(a, b) >= 0.88) return level_of(TextLevel::similar);
  const auto p = field_.words_of_value[left], q = field_.words_of_value[right];
  Level best = different;
  for (std::size_t i = 0, j = 0; i < p.size() && j < q.size();) {
    if (p[i] == q[j]) {
      best = std::max(
          best, level_of(word_is_rare_[p[i]] ? TextLevel::rare_word : TextLevel::common_word));
    }
    const bool advance_left = p[i] <= q[j], advance_right = q[j] <= p[i];
    i += advance_left;
    j += advance_right;
  }
  return best;
}

Level ValueComparison::compare_values(Table::Value left, Table::Value right,
                                      Remembered& texts) const {
  if (left == right) return exact_level_[left];
  switch (kind_) {
    case Kind::date:
      return compare_dates(values_[left], values_[right]);
    case Kind::code:
      return compare_codes(values_[left], values_[right]);
    case Kind::text:
      return static_cast<Level>(
          texts(left, right, [&](Table::Value a, Table::Value b) { return compare_texts(a, b); }));
    case Kind::identifier:
      return compare_identifiers(values_[left], values_[right]);
    case Kind::surroundings:
    case Kind::category:
    case Kind::name:
      break;
  }
  return different;
}

Level ValueComparison::compare(std::span<const Table::Value> left,
                               std::span<const Table::Value> right, Remembered& texts) const {
  Level best = missing;
  for (auto a : left) {
    for (auto b : right) best = std::max(best, compare_values(a, b, texts));
  }
  return best;
}

}  // namespace resolve::detail
