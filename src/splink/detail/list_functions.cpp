#include <algorithm>
#include <cmath>

#include "splink/detail/function_tables.hpp"

namespace splink::detail {

namespace {

using Values = std::span<const Value>;

const List* list_in(const Value& value) { return std::get_if<List>(&value.is); }

bool contains(const List& list, const Value& wanted) {
  return std::any_of(list.begin(), list.end(), [&](const Value& item) {
    const auto order = item.is_null() ? std::nullopt : compare(item, wanted);
    return order && *order == 0;
  });
}

/// What stands in both, each once; a NULL is in common with nothing.
Value intersection(const Expression&, Values v) {
  const auto *left = list_in(v[0]), *right = list_in(v[1]);
  if (left == nullptr || right == nullptr) return {};
  List common;
  for (const auto& item : *left) {
    if (!item.is_null() && contains(*right, item) && !contains(common, item))
      common.push_back(item);
  }
  return {std::move(common)};
}

Value has_any(const Expression&, Values v) {
  const auto *left = list_in(v[0]), *right = list_in(v[1]);
  if (left == nullptr || right == nullptr) return {};
  return {std::any_of(left->begin(), left->end(), [&](const Value& item) {
    return !item.is_null() && contains(*right, item);
  })};
}

Value list_contains(const Expression&, Values v) {
  const auto* list = list_in(v[0]);
  return list == nullptr ? Value{} : Value{contains(*list, v[1])};
}

Value list_length(const Expression&, Values v) {
  const auto* list = list_in(v[0]);
  return list == nullptr ? Value{} : Value{static_cast<double>(list->size())};
}

/// From 1; a negative place counts from the end.
Value element(const Expression&, Values v) {
  const auto* list = list_in(v[0]);
  const auto place = as_number(v[1]);
  if (list == nullptr || !place) return {};
  const auto size = static_cast<double>(list->size());
  const auto at = *place < 0 ? size + *place : *place - 1;
  if (!(at >= 0 && at < size)) return {};
  return (*list)[static_cast<std::size_t>(at)];
}

Value list_of(const Expression&, Values v) { return {List(v.begin(), v.end())}; }

Value flatten(const Expression&, Values v) {
  const auto* lists = list_in(v[0]);
  if (lists == nullptr) return {};
  List flat;
  for (const auto& item : *lists) {
    if (const auto* list = list_in(item)) flat.insert(flat.end(), list->begin(), list->end());
  }
  return {std::move(flat)};
}

template <class Better>
Value best_of(const Value& value, Better better) {
  const auto* list = list_in(value);
  if (list == nullptr) return {};
  const Value* best = nullptr;
  for (const auto& item : *list) {
    if (item.is_null()) continue;
    const auto order = best == nullptr ? std::nullopt : compare(item, *best);
    if (best == nullptr || (order && better(*order))) best = &item;
  }
  return best == nullptr ? Value{} : *best;
}

Value list_max(const Expression&, Values v) {
  return best_of(v[0], [](auto order) { return order > 0; });
}
Value list_min(const Expression&, Values v) {
  return best_of(v[0], [](auto order) { return order < 0; });
}

/// list_transform(list, variable -> expression): the second operand is the expression.
Value transformed(const Expression& call, Scope& scope) {
  const auto value = evaluate(call.operands[0], scope);
  const auto* list = list_in(value);
  if (list == nullptr) return {};
  List results;
  for (const auto& item : *list) {
    scope.variables.push_back(item);
    results.push_back(evaluate(call.operands[1], scope));
    scope.variables.pop_back();
  }
  return {std::move(results)};
}

double dot(const List& left, const List& right) {
  double sum = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    sum += as_number(left[i]).value_or(0) * as_number(right[i]).value_or(0);
  }
  return sum;
}

Value cosine_similarity(const Expression&, Values v) {
  const auto *left = list_in(v[0]), *right = list_in(v[1]);
  if (left == nullptr || right == nullptr || left->size() != right->size()) return {};
  return {dot(*left, *right) / (std::sqrt(dot(*left, *left)) * std::sqrt(dot(*right, *right)))};
}

// clang-format off
constexpr auto lists = Operands::lists;
constexpr Function list_table[] = {
    {"list_intersect",          2, 2, lists, true,  intersection,      nullptr},
    {"array_intersect",         2, 2, lists, true,  intersection,      nullptr},
    {"list_has_any",            2, 2, lists, true,  has_any,           nullptr},
    {"list_contains",           2, 2, Operands::any, true, list_contains, nullptr},
    {"array_contains",          2, 2, Operands::any, true, list_contains, nullptr},
    {"array_length",            1, 1, lists, true,  list_length,             nullptr},
    {"cardinality",             1, 1, lists, true,  list_length,             nullptr},
    {"array_size",              1, 1, lists, true,  list_length,             nullptr},
    {"list element",            2, 2, Operands::any, true, element,    nullptr},
    {"list of",                 1, any_number, Operands::any, false, list_of, nullptr},
    {"flatten",                 1, 1, lists, true,  flatten,           nullptr},
    {"list_max",                1, 1, lists, true,  list_max,          nullptr},
    {"list_min",                1, 1, lists, true,  list_min,          nullptr},
    {"list_transform",          2, 2, lists, false, nullptr,           transformed},
    {"array_cosine_similarity", 2, 2, lists, true,  cosine_similarity, nullptr},
    {"list_cosine_similarity",  2, 2, lists, true,  cosine_similarity, nullptr},
};
// clang-format on

}  // namespace

std::span<const Function> list_functions() { return list_table; }

}  // namespace splink::detail
