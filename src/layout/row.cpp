#include "layout/detail/row.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace layout {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

using model::Attribute;
using model::Noun;

bool is_event(Noun noun) { return noun >= Noun::crime; }

bool seconds_of_clock(std::string_view text, std::string& result) {
  long long seconds = 0;
  for (auto part : base::split(text, ':')) {
    const auto number = number_of(part);
    if (!number || *number < 0 || *number > 1e6) return false;
    seconds = seconds * 60 + static_cast<long long>(*number);
  }
  result = std::to_string(seconds);
  return true;
}

bool bare_amount(std::string_view text, std::string& result) {
  constexpr std::string_view pound = "£";
  result.clear();
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  if (text.substr(0, pound.size()) == pound) text.remove_prefix(pound.size());
  if (negative) result += '-';
  for (char c : base::trim(text)) {
    if (c != ',') result += c;
  }
  return number_of(result).has_value();
}

bool is_within(std::string_view text, double limit, std::string& result) {
  const auto number = number_of(text);
  if (!number || std::abs(*number) > limit) return false;
  result = text;
  return true;
}

}  // namespace

bool identifies(Noun noun, Attribute attribute) {
  if (attribute == Attribute::reference || attribute == Attribute::number) return true;
  switch (noun) {
    case Noun::person:
    case Noun::organisation:
      return attribute == Attribute::name || attribute == Attribute::given_name ||
             attribute == Attribute::family_name || attribute == Attribute::alias;
    case Noun::address:
      return attribute == Attribute::line || attribute == Attribute::postcode;
    case Noun::place:
      return attribute == Attribute::name || attribute == Attribute::line ||
             attribute == Attribute::town || attribute == Attribute::postcode ||
             attribute == Attribute::latitude;
    default:
      return false;
  }
}

bool equals_lower(std::string_view text, std::string_view lowered) {
  return text.size() == lowered.size() &&
         std::equal(text.begin(), text.end(), lowered.begin(),
                    [](char left, char right) { return lower(left) == right; });
}

std::string_view Row::cell(std::size_t column) const {
  if (column == piece_column_) return piece_;
  const auto position = reading_.positions[column];
  if (!position || *position >= cells_.size()) return {};
  const auto text = base::trim(cells_[*position]);
  for (const auto& word : reading_.layout.missing) {
    if (equals_lower(text, word)) return {};
  }
  return text;
}

std::string_view Row::joined(const CellSource& source, std::string& scratch) const {
  if (source.columns.size() == 1) return cell(source.columns[0]);
  if (source.columns.empty()) return source.constant;
  scratch.clear();
  for (auto column : source.columns) {
    const auto text = cell(column);
    if (!text.empty() && !scratch.empty()) scratch += ' ';
    scratch += text;
  }
  return scratch;
}

std::string_view Row::mapped(const CellSource& source, std::string_view text) {
  for (const auto& [value, meaning] : source.values) {
    if (equals_lower(text, value)) return meaning;
  }
  return text;
}

bool Row::holds(std::span<const Condition> conditions) const {
  return std::all_of(conditions.begin(), conditions.end(), [&](const auto& condition) {
    const auto text = cell(condition.column);
    if (condition.is.empty()) return !text.empty();
    return std::any_of(condition.is.begin(), condition.is.end(),
                       [&](const auto& value) { return equals_lower(text, value); });
  });
}

bool Row::is_present(const MentionRule& rule) const {
  if (!holds(rule.when)) return false;
  if (rule.always) return true;
  bool has_reference = false;
  for (const auto& [attribute, source] : rule.attributes) {
    if (!identifies(rule.noun, attribute)) continue;
    has_reference = true;
    if (source.columns.empty()) return true;
    for (auto column : source.columns) {
      if (!cell(column).empty()) return true;
    }
  }
  // An event for which the layout names no reference is the row itself.
  return is_event(rule.noun) && !has_reference;
}

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return {};
  return number;
}

std::optional<base::Seconds> time_of(std::string_view text, base::DateOrder order) {
  const auto colon = text.find(':');
  if (colon != std::string_view::npos && colon >= 3 && text[colon - 2] == ' ') {
    std::string padded(text);
    padded.insert(colon - 1, 1, '0');
    return base::parse_time(padded, order);
  }
  if (auto time = base::parse_time(text, order)) return time;
  if (colon != std::string_view::npos) return {};
  const auto date = base::parse_date(text, order);
  return date ? std::optional(base::midnight(*date)) : std::nullopt;
}

bool canonical(Form form, std::string_view text, base::DateOrder order, std::string& result) {
  constexpr double latitude_max = 90, longitude_max = 180;
  switch (form) {
    case Form::text:
      result = text;
      return true;
    case Form::date: {
      const auto date = base::parse_date(text, order);
      if (date) result = base::to_string(*date);
      return date.has_value();
    }
    case Form::time:
      return time_of(text, order).has_value();
    case Form::latitude:
      return is_within(text, latitude_max, result);
    case Form::longitude:
      return is_within(text, longitude_max, result);
    case Form::amount:
      return bare_amount(text, result);
    case Form::duration:
      return seconds_of_clock(text, result);
    case Form::strength: {
      const auto number = number_of(text);
      return number && *number >= 0;
    }
  }
  return false;
}

}  // namespace layout
