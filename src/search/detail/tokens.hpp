#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search::detail {

/// A piece of a query between blanks, or between quotation marks.
struct Token {
  std::string text;
  bool quoted = false;
};

/// The text in valid UTF-8, at most `bytes_max` of it, without control characters.
std::string clean(std::string_view text, std::size_t bytes_max);

/// Splits at blanks, commas and semicolons; keeps what stands in quotation marks, straight or
/// curly, whole. A mark that is never closed is left out. A label and its colon are a token of
/// their own.
std::vector<Token> tokens_of(std::string_view cleaned);

}  // namespace search::detail
