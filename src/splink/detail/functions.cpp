#include "splink/detail/functions.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "splink/detail/function_tables.hpp"

namespace splink::detail {

namespace {

const std::vector<Function>& all_functions() {
  static const std::vector<Function> functions = [] {
    std::vector<Function> all;
    for (auto table : {logic_functions(), text_functions(), number_functions(), list_functions()}) {
      all.insert(all.end(), table.begin(), table.end());
    }
    std::sort(all.begin(), all.end(),
              [](const Function& a, const Function& b) { return a.name < b.name; });
    return all;
  }();
  return functions;
}

const std::string* text_literal(const Expression& call, std::size_t operand) {
  if (operand >= call.operands.size()) return nullptr;
  const auto& expression = call.operands[operand];
  if (expression.form != Expression::Form::literal) return nullptr;
  return std::get_if<std::string>(&expression.literal.is);
}

std::string compile_pattern(Expression& call) {
  const auto* text = text_literal(call, 1);
  if (text == nullptr) return "its pattern is not written out";
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(8 << 20);
  call.pattern = std::shared_ptr<const Pattern>(new Pattern{RE2(*text, options)});
  return call.pattern->regex.ok() ? ""
                                  : "its pattern cannot be read: " + call.pattern->regex.error();
}

}  // namespace

const Function* find_function(std::string_view name) {
  const auto& all = all_functions();
  const auto found = std::lower_bound(
      all.begin(), all.end(), name,
      [](const Function& function, std::string_view wanted) { return function.name < wanted; });
  return found != all.end() && found->name == name ? &*found : nullptr;
}

std::string prepare_call(Expression& call) {
  const auto name = call.function->name;
  if (name.starts_with("regexp_")) return compile_pattern(call);
  if (name == "strptime" || name == "try_strptime") {
    const auto* format = text_literal(call, 1);
    if (format == nullptr) return "its format is not written out";
    if (!can_read_format(*format)) return "a format may have %Y %y %m %d %H %M %S %b %B only";
  }
  return "";
}

}  // namespace splink::detail
