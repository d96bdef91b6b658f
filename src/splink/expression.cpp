#include "splink/expression.hpp"

#include <array>

#include "splink/detail/functions.hpp"

namespace splink {

namespace {

Value call_eagerly(const Expression& call, Scope& scope) {
  constexpr std::size_t few = 4;
  std::array<Value, few> on_stack;
  std::vector<Value> on_heap;
  std::span<Value> values(on_stack.data(), std::min(few, call.operands.size()));
  if (call.operands.size() > few) {
    on_heap.resize(call.operands.size());
    values = on_heap;
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = evaluate(call.operands[i], scope);
    if (call.function->null_in_null_out && values[i].is_null()) return {};
  }
  return call.function->eager(call, values);
}

}  // namespace

Value evaluate(const Expression& expression, Scope& scope) {
  switch (expression.form) {
    case Expression::Form::literal:
      return expression.literal;
    case Expression::Form::column: {
      const auto& row = expression.side == Side::left ? *scope.left : *scope.right;
      return row[expression.slot];
    }
    case Expression::Form::variable:
      return scope.variables[expression.slot];
    case Expression::Form::call:
      return expression.function->lazy != nullptr ? expression.function->lazy(expression, scope)
                                                  : call_eagerly(expression, scope);
  }
  return {};
}

void for_each_part(const Expression& expression,
                   const std::function<void(const Expression&)>& visit) {
  visit(expression);
  for (const auto& operand : expression.operands) for_each_part(operand, visit);
}

void for_each_part(Expression& expression, const std::function<void(Expression&)>& visit) {
  visit(expression);
  for (auto& operand : expression.operands) for_each_part(operand, visit);
}

}  // namespace splink
