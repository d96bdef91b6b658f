#include "splink/column_types.hpp"

#include "base/text.hpp"
#include "splink/detail/functions.hpp"

namespace splink {

namespace {

using Form = Expression::Form;

class Uses {
 public:
  void note(const Expression& expression) {
    for_each_part(expression, [this](const Expression& part) {
      if (part.form == Form::call) note_call(part);
    });
  }

  std::map<std::string, Type> types() const { return types_; }

 private:
  static bool is_number(const Expression& expression) {
    if (expression.form == Form::literal)
      return std::holds_alternative<double>(expression.literal.is);
    if (expression.form != Form::call) return false;
    const auto name = expression.function->name;
    return name == "cast integer" || name == "cast double" || name == "cast float" ||
           name == "negative";
  }

  void note_call(const Expression& call) {
    const auto name = call.function->name;
    const bool of_first =
        name == "list_contains" || name == "array_contains" || name == "list element";
    if (of_first) return note_column(call.operands[0], Type::list);
    switch (call.function->columns) {
      case detail::Operands::texts:
        return note_columns(call, Type::text);
      case detail::Operands::numbers:
        return note_columns(call, Type::number);
      case detail::Operands::timestamps:
        return note_columns(call, Type::timestamp);
      case detail::Operands::lists:
        return note_columns(call, Type::list);
      case detail::Operands::any:
        break;
    }
    // age_l = 3: the column is compared as a number.
    const bool compares = call.operands.size() == 2 && name.find_first_of("=<>") == 0;
    if (compares && (is_number(call.operands[0]) || is_number(call.operands[1]))) {
      note_columns(call, Type::number);
    }
  }

  void note_columns(const Expression& call, Type type) {
    for (const auto& operand : call.operands) note_column(operand, type);
  }

  // Text wins over numbers: a number is read from a text where one is needed.
  void note_column(const Expression& operand, Type type) {
    if (operand.form != Form::column) return;
    const auto [known, is_new] = types_.try_emplace(base::to_lower_ascii(operand.column), type);
    if (!is_new && known->second != Type::list && (type == Type::text || type == Type::list)) {
      known->second = type;
    }
  }

  std::map<std::string, Type> types_;
};

}  // namespace

std::map<std::string, Type> column_types(const Settings& settings) {
  Uses uses;
  for (const auto& comparison : settings.comparisons) {
    for (const auto& level : comparison.levels) {
      if (level.test) uses.note(*level.test);
    }
  }
  return uses.types();
}

}  // namespace splink
