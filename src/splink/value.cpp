#include "splink/value.hpp"

#include <charconv>

#include <nlohmann/json.hpp>

#include "base/date.hpp"
#include "base/text.hpp"
#include "splink/detail/time_format.hpp"

namespace splink {

namespace {

// Comparing lists costs the product of their lengths.
constexpr std::size_t list_elements_max = 1000;

std::optional<double> number_in(std::string_view text) {
  text = base::trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return {};
  return number;
}

std::optional<Timestamp> iso_in(std::string_view text) {
  for (auto format : {"%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ"}) {
    if (const auto time = detail::parse_time(text, format)) return Timestamp{*time};
  }
  return {};
}

Value element(std::string_view text) {
  text = base::trim(text);
  const bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                         text.back() == text.front();
  if (is_quoted) return {std::string(text.substr(1, text.size() - 2))};
  if (text.empty() || text == "NULL" || text == "null") return {};
  return {std::string(text)};
}

Value list_of_json(const nlohmann::json& json) {
  List list;
  for (const auto& item : json) {
    if (list.size() == list_elements_max) break;
    if (item.is_string()) list.emplace_back().is = item.get<std::string>();
    if (item.is_number()) list.emplace_back().is = item.get<double>();
    if (item.is_null()) list.emplace_back();
  }
  return {std::move(list)};
}

Value list_in(std::string_view cell) {
  const bool is_bracketed = cell.size() >= 2 && cell.front() == '[' && cell.back() == ']';
  if (is_bracketed) {
    // Read without recursion: an array of arrays is no list of values.
    const bool is_flat = cell.find_first_of("[{", 1) == std::string_view::npos;
    auto json = is_flat ? nlohmann::json::parse(cell, nullptr, false) : nlohmann::json();
    if (json.is_array()) return list_of_json(json);
    cell = cell.substr(1, cell.size() - 2);
    if (base::trim(cell).empty()) return {List{}};
  }
  List list;
  for (auto part : base::split(cell, is_bracketed ? ',' : '|')) {
    if (list.size() < list_elements_max) list.push_back(element(part));
  }
  return {std::move(list)};
}

template <class T>
std::partial_ordering ordering(const T& left, const T& right) {
  if (left < right) return std::partial_ordering::less;
  if (right < left) return std::partial_ordering::greater;
  return std::partial_ordering::equivalent;
}

template <class T>
std::optional<std::partial_ordering> ordering_of(const std::optional<T>& left,
                                                 const std::optional<T>& right) {
  if (!left || !right) return {};
  return ordering(*left, *right);
}

template <class T>
bool either_is(const Value& left, const Value& right) {
  return std::holds_alternative<T>(left.is) || std::holds_alternative<T>(right.is);
}

}  // namespace

bool Value::operator==(const Value& other) const { return is == other.is; }

Value read_cell(std::string_view cell, Type type) {
  if (cell.empty()) return {};
  switch (type) {
    case Type::text:
      return {std::string(cell)};
    case Type::number:
      if (const auto number = number_in(cell)) return {*number};
      return {};
    case Type::timestamp:
      if (const auto time = iso_in(cell)) return {*time};
      return {};
    case Type::list:
      return list_in(base::trim(cell));
  }
  return {};
}

std::optional<double> as_number(const Value& value) {
  if (const auto* number = std::get_if<double>(&value.is)) return *number;
  if (const auto* truth = std::get_if<bool>(&value.is)) return *truth ? 1.0 : 0.0;
  if (const auto* text = std::get_if<std::string>(&value.is)) return number_in(*text);
  return {};
}

std::optional<Timestamp> as_timestamp(const Value& value) {
  if (const auto* time = std::get_if<Timestamp>(&value.is)) return *time;
  if (const auto* text = std::get_if<std::string>(&value.is)) return iso_in(*text);
  return {};
}

std::string as_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.is)) return *text;
  if (const auto* truth = std::get_if<bool>(&value.is)) return *truth ? "true" : "false";
  if (const auto* time = std::get_if<Timestamp>(&value.is))
    return detail::print_time(time->seconds);
  if (const auto* number = std::get_if<double>(&value.is)) {
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, *number).ptr;
    return {buffer, end};
  }
  return "";
}

std::optional<std::partial_ordering> compare(const Value& left, const Value& right) {
  if (either_is<List>(left, right)) {
    if (!std::holds_alternative<List>(left.is) || !std::holds_alternative<List>(right.is))
      return {};
    return left == right ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
  }
  if (either_is<Timestamp>(left, right))
    return ordering_of(as_timestamp(left), as_timestamp(right));
  if (either_is<double>(left, right) || either_is<bool>(left, right)) {
    return ordering_of(as_number(left), as_number(right));
  }
  return ordering(std::get<std::string>(left.is), std::get<std::string>(right.is));
}

}  // namespace splink
