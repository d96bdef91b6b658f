#include <string>
#include <string_view>
#include <utility>

#include "search/detail/folding.hpp"

namespace search::detail {

namespace {

bool is_consonant(std::string_view word, std::size_t i) {
  switch (word[i]) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
      return false;
    case 'y':
      return i == 0 || !is_consonant(word, i - 1);
    default:
      return true;
  }
}

// Porter's m: how often a consonant follows a vowel.
int measure(std::string_view stem) {
  int count = 0;
  for (std::size_t i = 1; i < stem.size(); ++i) {
    if (is_consonant(stem, i) && !is_consonant(stem, i - 1)) ++count;
  }
  return count;
}

bool has_vowel(std::string_view stem) {
  for (std::size_t i = 0; i < stem.size(); ++i) {
    if (!is_consonant(stem, i)) return true;
  }
  return false;
}

bool ends_double(std::string_view word) {
  const auto n = word.size();
  return n > 1 && word[n - 1] == word[n - 2] && is_consonant(word, n - 1);
}

bool ends_short(std::string_view word) {
  const auto n = word.size();
  return n > 2 && is_consonant(word, n - 1) && !is_consonant(word, n - 2) &&
         is_consonant(word, n - 3) && word[n - 1] != 'w' && word[n - 1] != 'x' &&
         word[n - 1] != 'y';
}

std::string_view without(std::string_view word, std::string_view ending) {
  return word.substr(0, word.size() - ending.size());
}

struct Rule {
  std::string_view ending, becomes;
};

// clang-format off
constexpr Rule step_2[] = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"abli", "able"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"},
};
constexpr Rule step_3[] = {
    {"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""},
};
constexpr std::string_view step_4[] = {
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive",
    "ize", "al", "er", "ic", "ou",
};
// clang-format on

void plural(std::string& word) {
  if (word.ends_with("sses") || word.ends_with("ies")) {
    word.resize(word.size() - 2);
  } else if (word.ends_with('s') && !word.ends_with("ss")) {
    word.pop_back();
  }
}

void past_and_present(std::string& word) {
  if (word.ends_with("eed")) {
    if (measure(without(word, "eed")) > 0) word.pop_back();
    return;
  }
  const std::string_view ending = word.ends_with("ed") ? "ed" : word.ends_with("ing") ? "ing" : "";
  if (ending.empty() || !has_vowel(without(word, ending))) return;
  word.resize(word.size() - ending.size());
  const bool doubled =
      ends_double(word) && !word.ends_with('l') && !word.ends_with('s') && !word.ends_with('z');
  if (doubled) {
    word.pop_back();
  } else if (word.ends_with("at") || word.ends_with("bl") || word.ends_with("iz") ||
             (measure(word) == 1 && ends_short(word))) {
    word += 'e';
  }
}

template <std::size_t Count>
void replace_ending(std::string& word, const Rule (&rules)[Count]) {
  for (const auto& rule : rules) {
    if (!word.ends_with(rule.ending)) continue;
    if (measure(without(word, rule.ending)) > 0) {
      word.resize(word.size() - rule.ending.size());
      word += rule.becomes;
    }
    return;
  }
}

void drop_ending(std::string& word) {
  for (auto ending : step_4) {
    if (!word.ends_with(ending)) continue;
    const auto stem = without(word, ending);
    const bool may_go = ending != "ion" || stem.ends_with('s') || stem.ends_with('t');
    if (may_go && measure(stem) > 1) word.resize(stem.size());
    return;
  }
}

void tidy(std::string& word) {
  if (word.ends_with('e')) {
    const auto stem = without(word, "e");
    if (measure(stem) > 1 || (measure(stem) == 1 && !ends_short(stem))) word.pop_back();
  }
  if (word.ends_with("ll") && measure(word) > 1) word.pop_back();
}

}  // namespace

std::string stem_of(std::string_view text) {
  std::string word(text);
  if (word.size() <= 2 || word.size() > 40) return word;
  plural(word);
  past_and_present(word);
  if (word.ends_with('y') && has_vowel(without(word, "y"))) word.back() = 'i';
  replace_ending(word, step_2);
  replace_ending(word, step_3);
  drop_ending(word);
  tidy(word);
  return word;
}

}  // namespace search::detail
