#include "search/query.hpp"

#include <span>

#include "base/text.hpp"
#include "search/detail/read_term.hpp"
#include "search/detail/tokens.hpp"

namespace search {

namespace {

// Words that follow one another are told in one breath.
class Sentence {
 public:
  void add_word(std::string_view written) {
    words_ += words_.empty() ? "" : " ";
    words_ += written;
  }
  void add(std::string_view part) {
    end_words();
    text_ += text_.empty() ? "" : "; ";
    text_ += part;
  }
  std::string finish() {
    end_words();
    return text_;
  }

 private:
  void end_words() {
    if (words_.empty()) return;
    const bool one = words_.find(' ') == std::string::npos;
    const auto part = std::string(one ? "word \"" : "words \"") + words_ + "\"";
    words_.clear();
    add(part);
  }
  std::string text_, words_;
};

}  // namespace

Interpretation understand(std::string_view text, base::Date as_at) {
  Interpretation result;
  const auto cleaned = detail::clean(text, query_bytes_max);
  if (text.size() > query_bytes_max) {
    result.hints.push_back("only the first " + std::to_string(query_bytes_max) +
                           " characters were read");
  }
  const auto tokens = detail::tokens_of(cleaned);
  Sentence sentence;
  for (std::size_t i = 0; i < tokens.size();) {
    if (result.terms.size() == terms_max) {
      result.hints.push_back("only the first " + std::to_string(terms_max) +
                             " parts were looked for");
      break;
    }
    auto reading = detail::read_term(std::span(tokens).subspan(i), as_at);
    i += reading.tokens;
    if (!reading.hint.empty()) result.hints.push_back(reading.hint);
    if (!reading.term) continue;
    if (reading.sentence.empty()) {
      sentence.add_word(reading.term->written);
    } else {
      sentence.add(reading.sentence);
    }
    result.terms.push_back(std::move(*reading.term));
  }
  result.sentence = sentence.finish();
  return result;
}

}  // namespace search
