#include "splink/detail/function_tables.hpp"

namespace splink::detail {

namespace {

using Values = std::span<const Value>;

Value truth(bool is_true) { return {is_true}; }

std::optional<bool> as_truth(const Value& value) {
  if (const auto* said = std::get_if<bool>(&value.is)) return *said;
  if (const auto number = as_number(value)) return *number != 0;
  return {};
}

template <class Test>
Value compared(Values values, Test test) {
  const auto order = compare(values[0], values[1]);
  return order ? truth(test(*order)) : Value{};
}

Value equal(const Expression&, Values v) {
  return compared(v, [](auto order) { return order == 0; });
}
Value unequal(const Expression&, Values v) {
  return compared(v, [](auto order) { return order != 0; });
}
Value less(const Expression&, Values v) {
  return compared(v, [](auto order) { return order < 0; });
}
Value less_or_equal(const Expression&, Values v) {
  return compared(v, [](auto order) { return order <= 0; });
}
Value greater(const Expression&, Values v) {
  return compared(v, [](auto order) { return order > 0; });
}
Value greater_or_equal(const Expression&, Values v) {
  return compared(v, [](auto order) { return order >= 0; });
}

Value is_null(const Expression&, Values v) { return truth(v[0].is_null()); }

Value negated(const Expression&, Values v) {
  const auto said = as_truth(v[0]);
  return said ? truth(!*said) : Value{};
}

// AND is false as soon as one operand is; OR is true. NULL only if nothing decides.
Value decided_by(bool deciding, const Expression& call, Scope& scope) {
  bool is_unknown = false;
  for (const auto& operand : call.operands) {
    const auto said = as_truth(evaluate(operand, scope));
    if (said == deciding) return truth(deciding);
    is_unknown = is_unknown || !said;
  }
  return is_unknown ? Value{} : truth(!deciding);
}

Value both(const Expression& call, Scope& scope) { return decided_by(false, call, scope); }
Value either(const Expression& call, Scope& scope) { return decided_by(true, call, scope); }

/// WHEN, THEN, WHEN, THEN … ELSE.
Value chosen(const Expression& call, Scope& scope) {
  std::size_t i = 0;
  for (; i + 1 < call.operands.size(); i += 2) {
    if (as_truth(evaluate(call.operands[i], scope)) == true) {
      return evaluate(call.operands[i + 1], scope);
    }
  }
  return i < call.operands.size() ? evaluate(call.operands[i], scope) : Value{};
}

Value first_known(const Expression& call, Scope& scope) {
  for (const auto& operand : call.operands) {
    if (auto value = evaluate(operand, scope); !value.is_null()) return value;
  }
  return {};
}

Value null_if(const Expression&, Values v) {
  if (v[0].is_null() || v[1].is_null()) return v[0];
  const auto order = compare(v[0], v[1]);
  return order && *order == 0 ? Value{} : v[0];
}

/// The first operand, then the list.
Value is_in(const Expression&, Values v) {
  if (v[0].is_null()) return {};
  bool is_unknown = false;
  for (const auto& candidate : v.subspan(1)) {
    const auto order = candidate.is_null() ? std::nullopt : compare(v[0], candidate);
    if (order && *order == 0) return truth(true);
    is_unknown = is_unknown || !order;
  }
  return is_unknown ? Value{} : truth(false);
}

template <class Better>
Value best_of(Values values, Better better) {
  const Value* best = nullptr;
  for (const auto& value : values) {
    if (value.is_null()) continue;
    if (best == nullptr) {
      best = &value;
    } else if (const auto order = compare(value, *best); order && better(*order)) {
      best = &value;
    }
  }
  return best == nullptr ? Value{} : *best;
}

Value greatest(const Expression&, Values v) {
  return best_of(v, [](auto order) { return order > 0; });
}
Value least(const Expression&, Values v) {
  return best_of(v, [](auto order) { return order < 0; });
}

// clang-format off
constexpr Function logic_table[] = {
    {"=",        2, 2,          Operands::any, true,  equal,            nullptr},
    {"<>",       2, 2,          Operands::any, true,  unequal,          nullptr},
    {"<",        2, 2,          Operands::any, true,  less,             nullptr},
    {"<=",       2, 2,          Operands::any, true,  less_or_equal,    nullptr},
    {">",        2, 2,          Operands::any, true,  greater,          nullptr},
    {">=",       2, 2,          Operands::any, true,  greater_or_equal, nullptr},
    {"is null",  1, 1,          Operands::any, false, is_null,          nullptr},
    {"not",      1, 1,          Operands::any, false, negated,          nullptr},
    {"and",      2, any_number, Operands::any, false, nullptr,          both},
    {"or",       2, any_number, Operands::any, false, nullptr,          either},
    {"case",     2, any_number, Operands::any, false, nullptr,          chosen},
    {"coalesce", 1, any_number, Operands::any, false, nullptr,          first_known},
    {"ifnull",   2, 2,          Operands::any, false, nullptr,          first_known},
    {"nullif",   2, 2,          Operands::any, false, null_if,          nullptr},
    {"in",       2, any_number, Operands::any, false, is_in,            nullptr},
    {"greatest", 1, any_number, Operands::any, false, greatest,         nullptr},
    {"least",    1, any_number, Operands::any, false, least,            nullptr},
};
// clang-format on

}  // namespace

std::span<const Function> logic_functions() { return logic_table; }

}  // namespace splink::detail
