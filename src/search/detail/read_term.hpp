#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "search/detail/tokens.hpp"
#include "search/query.hpp"

namespace search::detail {

/// What the first few tokens are: a term, if they are one that is looked for, or a hint why not.
struct Reading {
  std::optional<Term> term;
  std::size_t tokens = 1;  ///< how many it took
  std::string sentence;    ///< the term in words
  std::string hint;
};

/// Reads the beginning of what is left of a query; never empty-handed while there is a token.
Reading read_term(std::span<const Token> tokens, base::Date as_at);

}  // namespace search::detail
