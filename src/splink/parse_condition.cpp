#include "splink/parse_condition.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "splink/detail/functions.hpp"
#include "splink/detail/reading_failure.hpp"
#include "splink/detail/tokens.hpp"

namespace splink {

namespace {

using detail::ReadingFailure;
using detail::Token;
using Form = Expression::Form;

constexpr std::size_t bytes_max = 20'000;
constexpr int depth_max = 100;

/// Other databases' names for the same.
constexpr std::pair<std::string_view, std::string_view> other_names[] = {
    {"jaro_winkler", "jaro_winkler_similarity"},
    {"jaro_sim", "jaro_similarity"},
    {"jaro", "jaro_similarity"},
    {"editdist3", "levenshtein"},
    {"char_length", "length"},
    {"ceiling", "ceil"},
    {"list_apply", "list_transform"},
    {"array_transform", "list_transform"},
    {"list_value", "list of"},
    {"array_max", "list_max"},
    {"array_min", "list_min"},
};

constexpr std::pair<std::string_view, std::string_view> casts[] = {
    {"text", "cast text"},           {"varchar", "cast text"},       {"string", "cast text"},
    {"char", "cast text"},           {"double", "cast double"},      {"float8", "cast double"},
    {"numeric", "cast double"},      {"decimal", "cast double"},     {"float", "cast float"},
    {"real", "cast float"},          {"float4", "cast float"},       {"int", "cast integer"},
    {"integer", "cast integer"},     {"bigint", "cast integer"},     {"smallint", "cast integer"},
    {"timestamp", "cast timestamp"}, {"datetime", "cast timestamp"}, {"date", "cast date"},
};

template <std::size_t Size>
std::string_view looked_up(const std::pair<std::string_view, std::string_view> (&table)[Size],
                           std::string_view word) {
  for (const auto& [from, to] : table) {
    if (from == word) return to;
  }
  return "";
}

Expression literal(Value value) {
  Expression expression;
  expression.literal = std::move(value);
  return expression;
}

class Parser {
 public:
  Parser(std::string_view sql, Naming naming) : tokens_(detail::tokens_of(sql)), naming_(naming) {}

  Expression whole() {
    auto expression = disjunction();
    if (here().kind != Token::Kind::end) unexpected();
    return expression;
  }

 private:
  /// One level of nesting, so that no text can make the parser recurse without bound.
  class Nesting {
   public:
    explicit Nesting(int& depth) : depth_(depth) {
      if (++depth_ > depth_max) throw ReadingFailure{"it is nested too deeply"};
    }
    ~Nesting() { --depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    int& depth_;
  };

  const Token& here() const { return tokens_[at_]; }
  const Token& after() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  Token take() { return tokens_[here().kind == Token::Kind::end ? at_ : at_++]; }
  bool take_if(std::string_view symbol_or_word) {
    if (!here().is(symbol_or_word)) return false;
    ++at_;
    return true;
  }
  void expect(std::string_view symbol_or_word) {
    if (!take_if(symbol_or_word)) unexpected();
  }
  [[noreturn]] void unexpected() const {
    if (here().kind == Token::Kind::end) throw ReadingFailure{"it ends too early"};
    throw ReadingFailure{base::quoted(here().original) + " stands where it cannot be read"};
  }

  static Expression call(std::string_view name, std::vector<Expression> operands) {
    Expression expression;
    expression.form = Form::call;
    expression.function = detail::find_function(name);
    if (expression.function == nullptr) {
      throw ReadingFailure{"the function " + base::quoted(name) + " is not known"};
    }
    const auto count = operands.size();
    if (count < expression.function->operands_min || count > expression.function->operands_max) {
      throw ReadingFailure{"the function " + base::quoted(name) + " does not take " +
                           std::to_string(count) + " operands"};
    }
    for (const auto& operand : operands) {
      expression.depth = std::max(expression.depth, operand.depth + 1);
    }
    if (expression.depth > 2 * depth_max) throw ReadingFailure{"it is nested too deeply"};
    expression.operands = std::move(operands);
    if (const auto reason = detail::prepare_call(expression); !reason.empty()) {
      throw ReadingFailure{"of the function " + base::quoted(name) + ": " + reason};
    }
    return expression;
  }

  static Expression call(std::string_view name, Expression left, Expression right) {
    std::vector<Expression> operands;
    operands.push_back(std::move(left));
    operands.push_back(std::move(right));
    return call(name, std::move(operands));
  }

  static Expression call(std::string_view name, Expression operand) {
    std::vector<Expression> operands;
    operands.push_back(std::move(operand));
    return call(name, std::move(operands));
  }

  template <class Part>
  Expression chain(std::string_view word, Part part) {
    std::vector<Expression> operands;
    do {
      operands.push_back(part());
    } while (take_if(word));
    return operands.size() == 1 ? std::move(operands[0]) : call(word, std::move(operands));
  }

  Expression disjunction() {
    const Nesting nesting(depth_);
    return chain("or", [this] { return chain("and", [this] { return negation(); }); });
  }

  Expression negation() {
    bool is_negated = false;
    while (take_if("not")) is_negated = !is_negated;
    auto expression = comparison();
    return is_negated ? call("not", std::move(expression)) : expression;
  }

  Expression comparison() {
    auto left = concatenation();
    while (true) {
      if (take_if("is")) {
        left = is_null(std::move(left));
        continue;
      }
      const bool is_negated = here().is("not") && (after().is("in") || after().is("between"));
      if (is_negated) take();
      if (take_if("in")) {
        left = is_in(std::move(left));
      } else if (take_if("between")) {
        left = is_between(std::move(left));
      } else if (const auto name = comparing(); !name.empty()) {
        left = call(name, std::move(left), concatenation());
      } else {
        return left;
      }
      if (is_negated) left = call("not", std::move(left));
    }
  }

  std::string_view comparing() {
    for (std::string_view symbol : {"=", "<>", "<", "<=", ">", ">="}) {
      if (take_if(symbol)) return symbol;
    }
    if (take_if("==")) return "=";
    if (take_if("!=")) return "<>";
    return "";
  }

  Expression is_null(Expression operand) {
    const bool is_negated = take_if("not");
    expect("null");
    auto test = call("is null", std::move(operand));
    return is_negated ? call("not", std::move(test)) : test;
  }

  Expression is_in(Expression operand) {
    std::vector<Expression> operands;
    operands.push_back(std::move(operand));
    expect("(");
    do {
      operands.push_back(disjunction());
    } while (take_if(","));
    expect(")");
    return call("in", std::move(operands));
  }

  Expression is_between(Expression operand) {
    auto low = call(">=", operand, concatenation());
    expect("and");
    return call("and", std::move(low), call("<=", std::move(operand), concatenation()));
  }

  template <class Part>
  Expression left_to_right(std::initializer_list<std::string_view> symbols, Part part) {
    auto left = part();
    while (true) {
      const auto found = std::find_if(symbols.begin(), symbols.end(),
                                      [&](auto symbol) { return here().is(symbol); });
      if (found == symbols.end()) return left;
      take();
      left = call(*found, std::move(left), part());
    }
  }

  Expression concatenation() {
    return left_to_right({"||"}, [this] {
      return left_to_right({"+", "-"}, [this] {
        return left_to_right({"*", "/", "%"}, [this] { return signed_one(); });
      });
    });
  }

  Expression signed_one() {
    const Nesting nesting(depth_);
    if (take_if("+")) return signed_one();
    if (!take_if("-")) return postfixed();
    auto operand = signed_one();
    if (const auto* number = std::get_if<double>(&operand.literal.is)) return literal({-*number});
    return call("negative", std::move(operand));
  }

  Expression postfixed() {
    auto operand = primary();
    while (true) {
      if (take_if("::")) {
        operand = call(cast(), std::move(operand));
      } else if (take_if("[")) {
        operand = call("list element", std::move(operand), disjunction());
        expect("]");
      } else {
        return operand;
      }
    }
  }

  std::string_view cast() {
    const auto type = take();
    const auto name = type.kind == Token::Kind::word ? looked_up(casts, type.text) : "";
    if (name.empty()) throw ReadingFailure{"it casts to " + base::quoted(type.original)};
    if (take_if("(")) {  // VARCHAR(20), DECIMAL(10, 2): a size changes nothing here
      while (here().kind == Token::Kind::number || here().is(",")) take();
      expect(")");
    }
    return name;
  }

  Expression primary() {
    const auto token = take();
    switch (token.kind) {
      case Token::Kind::text:
        return literal({token.text});
      case Token::Kind::number:
        return number(token.text);
      case Token::Kind::quoted_name:
        return name(token);
      case Token::Kind::word:
        return word(token);
      case Token::Kind::symbol:
        if (token.is("(")) return bracketed();
        if (token.is("[")) return call("list of", items("]"));
        break;
      case Token::Kind::end:
        break;
    }
    if (token.kind != Token::Kind::end) --at_;
    unexpected();
  }

  Expression bracketed() {
    auto expression = disjunction();
    expect(")");
    return expression;
  }

  static Expression number(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
      throw ReadingFailure{base::quoted(text) + " is no number"};
    }
    return literal({value});
  }

  std::vector<Expression> items(std::string_view closing) {
    std::vector<Expression> list;
    if (take_if(closing)) return list;
    do {
      list.push_back(lambda_or_expression());
    } while (take_if(","));
    expect(closing);
    return list;
  }

  Expression word(const Token& token) {
    if (token.is("null")) return {};
    if (token.is("true")) return literal({true});
    if (token.is("false")) return literal({false});
    if (token.is("case")) return chosen();
    if ((token.is("cast") || token.is("try_cast")) && take_if("(")) return cast_call();
    if ((token.is("date") || token.is("timestamp")) && here().kind == Token::Kind::text) {
      return call(looked_up(casts, token.text), literal({take().text}));
    }
    if (!take_if("(")) return name(token);
    const auto known = looked_up(other_names, token.text);
    return call(known.empty() ? std::string_view(token.text) : known, items(")"));
  }

  Expression cast_call() {
    auto operand = disjunction();
    expect("as");
    auto result = call(cast(), std::move(operand));
    expect(")");
    return result;
  }

  Expression chosen() {
    std::vector<Expression> operands;
    while (take_if("when")) {
      operands.push_back(disjunction());
      expect("then");
      operands.push_back(disjunction());
    }
    if (operands.empty()) unexpected();
    if (take_if("else")) operands.push_back(disjunction());
    expect("end");
    return call("case", std::move(operands));
  }

  /// x -> body, or as DuckDB 2 wants it, lambda x: body.
  Expression lambda_or_expression() {
    const bool has_arrow = here().kind == Token::Kind::word && after().is("->");
    const bool is_lambda = here().is("lambda") && after().kind == Token::Kind::word;
    if (!has_arrow && !is_lambda) return disjunction();
    if (!has_arrow) take();
    variables_.push_back(take().text);
    expect(has_arrow ? "->" : ":");
    auto body = disjunction();
    variables_.pop_back();
    return body;
  }

  /// A variable of a lambda, or a column with its side.
  Expression name(const Token& token) {
    if (naming_ == Naming::prefixed && take_if(".")) return prefixed(token);
    for (auto slot = variables_.size(); slot-- > 0;) {
      if (token.kind != Token::Kind::word || variables_[slot] != token.text) continue;
      Expression variable;
      variable.form = Form::variable;
      variable.slot = slot;
      return variable;
    }
    const std::string& text = token.kind == Token::Kind::word ? token.original : token.text;
    const auto ending = base::to_lower_ascii(text.substr(text.size() < 2 ? 0 : text.size() - 2));
    if (naming_ != Naming::suffixed || text.size() < 3 || (ending != "_l" && ending != "_r")) {
      throw ReadingFailure{base::quoted(token.original) + " is no column of the left or right row"};
    }
    return column(text.substr(0, text.size() - 2), ending == "_l");
  }

  Expression prefixed(const Token& side) {
    const auto token = take();
    const bool is_name = token.kind == Token::Kind::word || token.kind == Token::Kind::quoted_name;
    const auto letter = base::to_lower_ascii(side.text);
    if (!is_name || (letter != "l" && letter != "r")) {
      throw ReadingFailure{base::quoted(side.original) + " is neither l. nor r."};
    }
    return column(token.kind == Token::Kind::word ? token.original : token.text, letter == "l");
  }

  static Expression column(std::string name, bool is_left) {
    Expression expression;
    expression.form = Form::column;
    expression.column = std::move(name);
    expression.side = is_left ? Side::left : Side::right;
    return expression;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Naming naming_;
  std::vector<std::string> variables_;
  int depth_ = 0;
};

Expression parse(std::string_view sql, Naming naming) {
  if (sql.size() > bytes_max) {
    throw ReadingFailure{"it is longer than " + std::to_string(bytes_max) + " bytes"};
  }
  return Parser(sql, naming).whole();
}

}  // namespace

Expression parse_condition(std::string_view sql, Naming naming, const std::string& where) {
  constexpr std::size_t shown_max = 300;
  try {
    return parse(sql, naming);
  } catch (const ReadingFailure& failure) {
    throw base::Error(base::Fault::invalid, where + " has the condition " +
                                                base::quoted(sql, shown_max) +
                                                ", which cannot be read: " + failure.reason);
  }
}

}  // namespace splink
