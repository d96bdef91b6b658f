#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/text.hpp"
#include "splink/detail/function_tables.hpp"
#include "splink/detail/text_distance.hpp"

namespace splink::detail {

namespace {

using Values = std::span<const Value>;

// No condition of sense looks at more, and the distances cost the product of two lengths.
constexpr std::size_t bytes_compared_max = 4096;

std::string_view cut(const std::string& text) {
  return std::string_view(text).substr(0, bytes_compared_max);
}

template <class Measure>
Value measured(Values v, Measure measure) {
  const auto left = as_text(v[0]), right = as_text(v[1]);
  return {static_cast<double>(measure(cut(left), cut(right)))};
}

Value levenshtein_of(const Expression&, Values v) { return measured(v, levenshtein); }
Value damerau_of(const Expression&, Values v) { return measured(v, damerau_levenshtein); }
Value jaro_of(const Expression&, Values v) { return measured(v, jaro); }
Value jaro_winkler_of(const Expression&, Values v) { return measured(v, jaro_winkler); }
Value jaccard_of(const Expression&, Values v) { return measured(v, jaccard); }
Value hamming_of(const Expression&, Values v) { return measured(v, hamming); }

// DuckDB maps letter by letter (utf8proc), and gives the sharp s its rare capital.
UChar32 capital(UChar32 c) { return c == 0xDF ? 0x1E9E : u_toupper(c); }

template <class Map>
Value mapped(const Value& value, Map map) {
  const auto text = as_text(value);
  if (std::all_of(text.begin(), text.end(),
                  [](char c) { return static_cast<signed char>(c) >= 0; })) {
    std::string ascii = text;
    for (char& c : ascii) c = static_cast<char>(map(c));
    return {std::move(ascii)};
  }
  const auto wide = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    result.append(map(wide.char32At(i)));
  }
  std::string narrow;
  return {result.toUTF8String(narrow)};
}

Value lower(const Expression&, Values v) {
  return mapped(v[0], [](UChar32 c) { return u_tolower(c); });
}
Value upper(const Expression&, Values v) { return mapped(v[0], capital); }

std::string_view trimmed(std::string_view text, bool at_begin, bool at_end) {
  while (at_begin && text.starts_with(' ')) text.remove_prefix(1);
  while (at_end && text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

Value trim(const Expression&, Values v) {
  return {std::string(trimmed(as_text(v[0]), true, true))};
}
Value ltrim(const Expression&, Values v) {
  return {std::string(trimmed(as_text(v[0]), true, false))};
}
Value rtrim(const Expression&, Values v) {
  return {std::string(trimmed(as_text(v[0]), false, true))};
}

/// Where each character begins, and the end.
std::vector<std::size_t> characters_of(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) begins.push_back(i);
  }
  begins.push_back(text.size());
  return begins;
}

Value characters(const std::string& text, std::int64_t begin, std::int64_t end) {
  const auto begins = characters_of(text);
  const auto count = static_cast<std::int64_t>(begins.size()) - 1;
  begin = std::clamp<std::int64_t>(begin, 0, count);
  end = std::clamp<std::int64_t>(end, begin, count);
  const auto from = begins[static_cast<std::size_t>(begin)];
  return {text.substr(from, begins[static_cast<std::size_t>(end)] - from)};
}

std::int64_t whole_number(const Value& value) {
  constexpr double limit = 1e9;
  return static_cast<std::int64_t>(std::clamp(as_number(value).value_or(0), -limit, limit));
}

// From 1; a negative start counts from the end, a negative length takes what stands before.
Value substr(const Expression&, Values v) {
  const auto text = as_text(v[0]);
  const auto count = static_cast<std::int64_t>(characters_of(text).size()) - 1;
  auto begin = whole_number(v[1]);
  begin = begin > 0 ? begin - 1 : begin < 0 ? count + begin : -1;
  if (v.size() == 2) return characters(text, begin, count);
  const auto length = whole_number(v[2]);
  return length < 0 ? characters(text, begin + length, begin)
                    : characters(text, begin, begin + length);
}

Value left(const Expression&, Values v) {
  const auto text = as_text(v[0]);
  const auto count = static_cast<std::int64_t>(characters_of(text).size()) - 1;
  const auto length = whole_number(v[1]);
  return characters(text, 0, length < 0 ? count + length : length);
}
Value right(const Expression&, Values v) {
  const auto text = as_text(v[0]);
  const auto count = static_cast<std::int64_t>(characters_of(text).size()) - 1;
  const auto length = whole_number(v[1]);
  return characters(text, length < 0 ? -length : count - length, count);
}

Value length(const Expression&, Values v) {
  if (const auto* list = std::get_if<List>(&v[0].is)) return {static_cast<double>(list->size())};
  return {static_cast<double>(characters_of(as_text(v[0])).size() - 1)};
}

Value joined(const Expression&, Values v) {
  std::string text;
  for (const auto& value : v) text += as_text(value);
  return {std::move(text)};
}

Value regexp_extract(const Expression& call, Values v) {
  const auto text = as_text(v[0]);
  const auto group = v.size() > 2 ? static_cast<int>(whole_number(v[2])) : 0;
  const auto& regex = call.pattern->regex;
  if (group < 0 || group > regex.NumberOfCapturingGroups()) return {std::string()};
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(group) + 1);
  if (!regex.Match(text, 0, text.size(), RE2::UNANCHORED, groups.data(), group + 1)) {
    return {std::string()};
  }
  return {std::string(groups.back())};
}

Value regexp_matches(const Expression& call, Values v) {
  return {RE2::PartialMatch(as_text(v[0]), call.pattern->regex)};
}

Value regexp_full_match(const Expression& call, Values v) {
  return {RE2::FullMatch(as_text(v[0]), call.pattern->regex)};
}

Value regexp_replace(const Expression& call, Values v) {
  auto text = as_text(v[0]);
  const auto with = as_text(v[2]);
  if (v.size() > 3 && as_text(v[3]) == "g") {
    RE2::GlobalReplace(&text, call.pattern->regex, with);
  } else {
    RE2::Replace(&text, call.pattern->regex, with);
  }
  return {std::move(text)};
}

Value replace(const Expression&, Values v) {
  const auto text = as_text(v[0]), what = as_text(v[1]), with = as_text(v[2]);
  if (what.empty()) return {text};
  std::string result;
  std::size_t at = 0;
  for (auto found = text.find(what); found != std::string::npos; found = text.find(what, at)) {
    result.append(text, at, found - at).append(with);
    at = found + what.size();
  }
  return {result.append(text, at)};
}

Value split_part(const Expression&, Values v) {
  const auto text = as_text(v[0]), separator = as_text(v[1]);
  auto wanted = whole_number(v[2]);
  std::vector<std::string> parts{""};
  for (std::size_t at = 0; at < text.size();) {
    if (!separator.empty() && std::string_view(text).substr(at).starts_with(separator)) {
      parts.emplace_back();
      at += separator.size();
    } else {
      parts.back() += text[at++];
    }
  }
  const auto count = static_cast<std::int64_t>(parts.size());
  if (wanted < 0) wanted += count + 1;
  if (wanted < 1 || wanted > count) return {std::string()};
  return {parts[static_cast<std::size_t>(wanted - 1)]};
}

Value to_text(const Expression&, Values v) {
  return std::holds_alternative<List>(v[0].is) ? Value{} : Value{as_text(v[0])};
}

// clang-format off
constexpr auto texts = Operands::texts;
constexpr Function text_table[] = {
    {"levenshtein",             2, 2, texts, true, levenshtein_of,    nullptr},
    {"damerau_levenshtein",     2, 2, texts, true, damerau_of,        nullptr},
    {"jaro_similarity",         2, 2, texts, true, jaro_of,           nullptr},
    {"jaro_winkler_similarity", 2, 2, texts, true, jaro_winkler_of,   nullptr},
    {"jaccard",                 2, 2, texts, true, jaccard_of,        nullptr},
    {"hamming",                 2, 2, texts, true, hamming_of,        nullptr},
    {"lower",                   1, 1, texts, true, lower,             nullptr},
    {"lcase",                   1, 1, texts, true, lower,             nullptr},
    {"upper",                   1, 1, texts, true, upper,             nullptr},
    {"ucase",                   1, 1, texts, true, upper,             nullptr},
    {"trim",                    1, 1, texts, true, trim,              nullptr},
    {"ltrim",                   1, 1, texts, true, ltrim,             nullptr},
    {"rtrim",                   1, 1, texts, true, rtrim,             nullptr},
    {"substr",                  2, 3, texts, true, substr,            nullptr},
    {"substring",               2, 3, texts, true, substr,            nullptr},
    {"left",                    2, 2, texts, true, left,              nullptr},
    {"right",                   2, 2, texts, true, right,             nullptr},
    {"length",                  1, 1, Operands::any, true, length,    nullptr},
    {"len",                     1, 1, Operands::any, true, length,    nullptr},
    {"||",                      2, any_number, texts, true,  joined,  nullptr},
    {"concat",                  1, any_number, texts, false, joined,  nullptr},
    {"regexp_extract",          2, 3, texts, true, regexp_extract,    nullptr},
    {"regexp_matches",          2, 2, texts, true, regexp_matches,    nullptr},
    {"regexp_full_match",       2, 2, texts, true, regexp_full_match, nullptr},
    {"regexp_replace",          3, 4, texts, true, regexp_replace,    nullptr},
    {"replace",                 3, 3, texts, true, replace,           nullptr},
    {"split_part",              3, 3, texts, true, split_part,        nullptr},
    {"cast text",               1, 1, Operands::any, true, to_text,   nullptr},
};
// clang-format on

}  // namespace

std::span<const Function> text_functions() { return text_table; }

}  // namespace splink::detail
