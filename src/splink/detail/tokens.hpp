#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace splink::detail {

struct Token {
  enum class Kind { word, quoted_name, text, number, symbol, end };
  Kind kind = Kind::end;
  std::string text;      ///< words in lower case, names and texts without their quotes
  std::string original;  ///< as written

  bool is(std::string_view symbol_or_word) const {
    return (kind == Kind::symbol || kind == Kind::word) && text == symbol_or_word;
  }
};

/// The tokens of a condition, the last one of kind end. Throws ReadingFailure for what is none.
std::vector<Token> tokens_of(std::string_view sql);

}  // namespace splink::detail
