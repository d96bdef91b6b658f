#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "splink/value.hpp"

namespace splink {

enum class Side { left, right };

namespace detail {
struct Function;
struct Pattern;
}  // namespace detail

/// A condition of SQL, or a part of one, as a tree.
struct Expression {
  enum class Form { literal, column, variable, call };
  Form form = Form::literal;
  Value literal;
  std::string column;  ///< without its side
  Side side = Side::left;
  std::size_t slot = 0;  ///< of a column: its index once bound; of a variable: how many are outside
  const detail::Function* function = nullptr;      ///< of a call
  std::shared_ptr<const detail::Pattern> pattern;  ///< compiled once, shared by copies
  std::vector<Expression> operands;
  int depth = 1;  ///< of the tree; parse_condition keeps it small, so that recursion is bounded
};

/// What an expression is evaluated over: the cells of two rows, and the variables of lambdas.
struct Scope {
  const std::vector<Value>* left = nullptr;
  const std::vector<Value>* right = nullptr;
  std::vector<Value> variables;
};

/// SQL's value, three-valued logic included. Columns must be bound. Thread-safe, a Scope a thread.
Value evaluate(const Expression& expression, Scope& scope);

/// Calls visit for the expression and everything in it, outside first.
void for_each_part(const Expression& expression,
                   const std::function<void(const Expression&)>& visit);
void for_each_part(Expression& expression, const std::function<void(Expression&)>& visit);

}  // namespace splink
