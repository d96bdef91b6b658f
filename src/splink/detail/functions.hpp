#pragma once

#include <span>
#include <string>
#include <string_view>

#include <re2/re2.h>

#include "splink/expression.hpp"

namespace splink::detail {

/// A regular expression of a call, and what else is made of its literals once.
struct Pattern {
  RE2 regex;
};

/// What a column that stands directly in a call must be.
enum class Operands { any, texts, numbers, timestamps, lists };

/// A function or operator of SQL. An eager one is handed values; with null_in_null_out a NULL
/// among them is the answer. A lazy one evaluates what it needs itself: AND, CASE, list_transform.
struct Function {
  std::string_view name;  ///< in lower case
  std::size_t operands_min, operands_max;
  Operands columns;
  bool null_in_null_out;
  Value (*eager)(const Expression& call, std::span<const Value> values);
  Value (*lazy)(const Expression& call, Scope& scope);
};

/// By the name in SQL ("levenshtein") or of an operator ("=", "and", "is null", "case", "cast
/// text"). Nothing if it is not known.
const Function* find_function(std::string_view name);

/// Does what the call's literals ask for before it can run (a pattern, a format). Returns why not,
/// as the end of a sentence; "" if all is well.
std::string prepare_call(Expression& call);

}  // namespace splink::detail
