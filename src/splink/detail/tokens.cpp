#include "splink/detail/tokens.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "splink/detail/reading_failure.hpp"

namespace splink::detail {

namespace {

// The longer first.
constexpr std::array<std::string_view, 23> symbols = {
    "->", "::", "||", "<=", ">=", "<>", "!=", "==", "(", ")", ",", "=",
    "<",  ">",  "+",  "-",  "*",  "/",  "%",  "[",  "]", ".", ":"};

bool begins_word(char c) {
  return base::is_letter(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}
bool continues_word(char c) { return begins_word(c) || base::is_digit(c); }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view sql) : rest_(sql) {}

  Token next() {
    skip_blanks();
    if (rest_.empty()) return {};
    const char first = rest_.front();
    if (first == '\'') return quoted(Token::Kind::text);
    if (first == '"') return quoted(Token::Kind::quoted_name);
    if (begins_word(first)) return run(Token::Kind::word, continues_word);
    const bool is_fraction = first == '.' && rest_.size() > 1 && base::is_digit(rest_[1]);
    if (base::is_digit(first) || is_fraction) return number();
    for (auto symbol : symbols) {
      if (!rest_.starts_with(symbol)) continue;
      rest_.remove_prefix(symbol.size());
      return {Token::Kind::symbol, std::string(symbol), std::string(symbol)};
    }
    throw ReadingFailure{"it has " + base::quoted(rest_.substr(0, 1))};
  }

 private:
  void skip_blanks() {
    while (true) {
      const auto length = std::min(rest_.find_first_not_of(" \t\r\n\f\v"), rest_.size());
      rest_.remove_prefix(length);
      if (!rest_.starts_with("--")) return;
      rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
    }
  }

  template <class Belongs>
  Token run(Token::Kind kind, Belongs belongs) {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), belongs);
    const std::string text(rest_.begin(), end);
    rest_.remove_prefix(text.size());
    return {kind, base::to_lower_ascii(text), text};
  }

  Token number() {
    std::size_t length = 0;
    const auto digits = [&] {
      while (length < rest_.size() && base::is_digit(rest_[length])) ++length;
    };
    digits();
    if (length < rest_.size() && rest_[length] == '.') {
      ++length;
      digits();
    }
    if (length + 1 < rest_.size() && (rest_[length] == 'e' || rest_[length] == 'E')) {
      ++length;
      if (rest_[length] == '+' || rest_[length] == '-') ++length;
      digits();
    }
    const std::string text(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return {Token::Kind::number, text, text};
  }

  // A quote inside is doubled.
  Token quoted(Token::Kind kind) {
    const char quote = rest_.front();
    std::string text;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      if (rest_[i] != quote) {
        text += rest_[i];
      } else if (i + 1 < rest_.size() && rest_[i + 1] == quote) {
        text += rest_[i++];
      } else {
        Token token{kind, text, std::string(rest_.substr(0, i + 1))};
        rest_.remove_prefix(i + 1);
        return token;
      }
    }
    throw ReadingFailure{"a quote in it never closes"};
  }

  std::string_view rest_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view sql) {
  Tokenizer tokenizer(sql);
  std::vector<Token> tokens;
  do {
    tokens.push_back(tokenizer.next());
  } while (tokens.back().kind != Token::Kind::end);
  return tokens;
}

}  // namespace splink::detail
