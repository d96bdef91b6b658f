#include "search/detail/read_term.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "resolve/identifier.hpp"
#include "search/detail/codes.hpp"
#include "search/detail/folding.hpp"

namespace search::detail {

namespace {

using Tokens = std::span<const Token>;
using Read = std::optional<Reading>;

constexpr std::size_t literal_letters_min = 3;  // of a pattern: a lone * would fit everything

using base::is_digit;
using base::is_letter;

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}
std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

std::string joined(Tokens tokens, std::size_t count, std::string_view between = " ") {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += between;
    text += tokens[i].text;
  }
  return text;
}

bool any_quoted(Tokens tokens, std::size_t count) {
  return std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(count),
                     [](const Token& token) { return token.quoted; });
}

Reading identifier(IdentifierKind kind, const std::string& canonical, std::string written,
                   std::size_t count) {
  Term term{.kind = TermKind::identifier, .written = std::move(written)};
  term.words = fold_words(term.written);
  term.codes = {{kind, form_of(kind, canonical)}};
  return {term, count, std::string(base::name_of(kind)) + " " + canonical, ""};
}

// The shape of a text: a for a letter, 9 for a digit, itself for the rest.
std::string shape_of(std::string_view text) {
  std::string shape(text);
  for (char& c : shape) c = is_digit(c) ? '9' : is_letter(c) ? 'a' : c;
  return shape;
}

Read read_quoted(Tokens tokens, base::Date) {
  if (!tokens[0].quoted) return {};
  Term term{.kind = TermKind::phrase, .written = tokens[0].text};
  term.words = fold_words(term.written);
  if (term.words.empty()) return Reading{};
  // A quoted number is that number.
  for (auto kind : {IdentifierKind::phone, IdentifierKind::vehicle, IdentifierKind::account,
                    IdentifierKind::document, IdentifierKind::email, IdentifierKind::handle,
                    IdentifierKind::reference, IdentifierKind::postcode}) {
    if (count_digits(term.written) == 0 && term.written.find('@') == std::string::npos) break;
    const auto canonical = kind == IdentifierKind::phone ? resolve::canonical_phone(term.written)
                           : kind == IdentifierKind::handle
                               ? resolve::canonical_handle(term.written)
                               : term.written;
    term.codes.push_back({kind, form_of(kind, canonical)});
  }
  return Reading{term, 1, "exactly \"" + term.written + "\"", ""};
}

// Two-digit years are of people alive on the day.
std::optional<base::Date> date_of(const std::string& text, base::Date as_at) {
  const int newest = as_at.year > 0 ? as_at.year : 2068;
  const auto date = base::parse_date(text, base::DateOrder::day_month_year, newest);
  return date && date->year >= 1850 && date->year <= newest ? date : std::nullopt;
}

Reading born(base::Date from, base::Date to, std::string written, std::size_t count) {
  Term term{.kind = TermKind::born, .written = std::move(written)};
  term.words = fold_words(term.written);
  term.born_from = from;
  term.born_to = to;
  const auto sentence =
      "born " + base::to_string(from) + (from == to ? "" : " to " + base::to_string(to));
  return {term, count, sentence, ""};
}

Read read_whole_date(Tokens tokens, base::Date as_at) {
  for (const std::size_t count : {3UL, 1UL}) {
    if (tokens.size() < count || any_quoted(tokens, count)) continue;
    const auto text = joined(tokens, count);
    if (count == 1 && all_digits(text)) continue;  // 19900312 may be an account
    if (count == 3 && !is_digit(text[0])) continue;
    const auto date = date_of(text, as_at);
    if (date && date->is_whole()) return born(*date, *date, text, count);
  }
  return {};
}

Read read_year(Tokens tokens, base::Date as_at) {
  if (tokens[0].text.size() != 4 || !all_digits(tokens[0].text)) return {};
  const auto date = date_of(tokens[0].text, as_at);
  return date && date->year >= 1900 ? Read(born(*date, *date, tokens[0].text, 1)) : Read{};
}

Read read_born(Tokens tokens, base::Date as_at) {
  for (const std::size_t count : {3UL, 2UL, 1UL}) {
    if (tokens.size() < count || any_quoted(tokens, count)) continue;
    const auto text = joined(tokens, count);
    if (const auto date = date_of(text, as_at)) return born(*date, *date, text, count);
  }
  return {};
}

Read read_age(Tokens tokens, base::Date as_at) {
  const auto& text = tokens[0].text;
  if (!all_digits(text) || text.size() > 3 || as_at.year == 0) return {};
  const int age = std::stoi(text);
  if (age > 120) return {};
  const auto years_before = [&](int years) {
    auto date = as_at;
    date.year = static_cast<std::int16_t>(date.year - years);
    return base::day_number(date);
  };
  return born(base::date_of_day_number(years_before(age + 1) + 1),
              base::date_of_day_number(years_before(age)), text, 1);
}

Read read_email(Tokens tokens, base::Date) {
  const auto& text = tokens[0].text;
  const auto at = text.find('@');
  if (at == std::string::npos || at == 0 || text.find('.', at) == std::string::npos) return {};
  return identifier(IdentifierKind::email, resolve::canonical_email(text), text, 1);
}

Read read_handle(Tokens tokens, base::Date) {
  const auto& text = tokens[0].text;
  if (text.size() < 3 || text[0] != '@') return {};
  return identifier(IdentifierKind::handle, resolve::canonical_handle(text), text, 1);
}

// Digits, blanks and the signs that people write in numbers, over as many tokens as it takes.
Read read_phone(Tokens tokens, base::Date) {
  Read longest;
  std::string text;
  for (std::size_t count = 1; count <= std::min<std::size_t>(tokens.size(), 6); ++count) {
    const auto& token = tokens[count - 1];
    if (token.quoted || token.text.find_first_not_of("+0123456789()-.") != std::string::npos) break;
    text += (count > 1 ? " " : "") + token.text;
    const auto digits = count_digits(text);
    if (digits > 15) break;
    const auto canonical = digits < 10 ? "" : resolve::canonical_phone(text);
    if (canonical.starts_with('+')) {
      longest = identifier(IdentifierKind::phone, canonical, text, count);
    }
  }
  return longest;
}

Read read_account(Tokens tokens, base::Date) {
  for (const std::size_t count : {2UL, 1UL}) {
    if (tokens.size() < count || any_quoted(tokens, count)) continue;
    const auto text = joined(tokens, count);
    const auto shape = shape_of(text);
    const bool sorted = shape == "99-99-99 99999999" || shape == "999999 99999999";
    const bool iban = count == 1 && text.size() >= 15 && text.size() <= 34 &&
                      shape.starts_with("aa99") &&
                      shape.find_first_not_of("a9") == std::string::npos;
    if (sorted || iban) {
      return identifier(IdentifierKind::account, resolve::canonical_account(text), text, count);
    }
  }
  return {};
}

// Marks of Great Britain: current (2001), prefix (1983) and suffix (1963).
bool is_plate(std::string_view tight) {
  constexpr std::string_view shapes[] = {"aa99aaa", "a9aaa",  "a99aaa", "a999aaa",
                                         "aaa9a",   "aaa99a", "aaa999a"};
  return std::find(std::begin(shapes), std::end(shapes), shape_of(tight)) != std::end(shapes);
}

bool is_postcode(std::string_view text) {
  const auto canonical = resolve::canonical_postcode(text);
  const auto blank = canonical.find(' ');
  if (blank == std::string::npos) return false;
  const auto outward = shape_of(std::string_view(canonical).substr(0, blank));
  constexpr std::string_view shapes[] = {"a9", "a99", "aa9", "aa99", "a9a", "aa9a"};
  return std::find(std::begin(shapes), std::end(shapes), outward) != std::end(shapes);
}

Read read_plate_or_postcode(Tokens tokens, base::Date) {
  for (const std::size_t count : {2UL, 1UL}) {
    if (tokens.size() < count || any_quoted(tokens, count)) continue;
    const auto text = joined(tokens, count);
    const auto tight = joined(tokens, count, "");
    if (tight.size() > 7) continue;
    if (is_plate(tight)) {
      return identifier(IdentifierKind::vehicle, resolve::canonical_vehicle(text), text, count);
    }
    if (is_postcode(tight)) {
      return identifier(IdentifierKind::postcode, resolve::canonical_postcode(text), text, count);
    }
  }
  return {};
}

constexpr IdentifierKind every_kind[] = {IdentifierKind::phone,     IdentifierKind::vehicle,
                                         IdentifierKind::account,   IdentifierKind::document,
                                         IdentifierKind::email,     IdentifierKind::handle,
                                         IdentifierKind::reference, IdentifierKind::postcode};

std::string pattern_form(IdentifierKind kind, std::string_view text) {
  std::string form;
  if (kind == IdentifierKind::email || kind == IdentifierKind::handle) {
    form = base::to_lower_ascii(text);
  } else {
    for (char c : text) {
      if (is_digit(c) || is_letter(c) || c == '*' || c == '?') form += c;
    }
    form = base::to_lower_ascii(form);
  }
  // Phones are kept as dialled from abroad, and typed as dialled at home.
  const bool at_home = form.starts_with('0') && !form.starts_with("00");
  if (kind == IdentifierKind::phone && at_home) form = "44" + form.substr(1);
  return form;
}

Reading pattern(std::string_view text, std::span<const IdentifierKind> kinds,
                std::string_view sentence) {
  Term term{.kind = TermKind::pattern, .written = std::string(text)};
  const auto literals =
      std::count_if(text.begin(), text.end(), [](char c) { return c != '*' && c != '?'; });
  if (static_cast<std::size_t>(literals) < literal_letters_min) {
    return {{}, 1, "", base::quoted(text) + " fits too much: give three letters or digits"};
  }
  const bool reads_as_words = text.find_first_of("0123456789@") == std::string_view::npos;
  if (reads_as_words) {
    for (char c : text) term.words += is_letter(c) || c == '*' || c == '?' ? c : ' ';
    term.words = base::to_lower_ascii(base::trim(term.words));
  }
  for (auto kind : kinds) term.codes.push_back({kind, pattern_form(kind, text)});
  return {term, 1, std::string(sentence) + " " + std::string(text), ""};
}

Read read_pattern(Tokens tokens, base::Date) {
  const auto& text = tokens[0].text;
  if (text.find_first_of("*?") == std::string::npos ||
      text.find_first_not_of("*?") == std::string::npos)
    return {};
  // A question ends with its mark; a pattern has letters and digits both, or a star.
  if (text.find('*') == std::string::npos &&
      text.find_first_of("0123456789") == std::string::npos && text.find('?') == text.size() - 1) {
    return {};
  }
  return pattern(text, every_kind, "anything like");
}

Read read_ending(Tokens tokens, base::Date) {
  const auto& text = tokens[0].text;
  if (fold_words(text).empty()) return {};
  return pattern("*" + text, every_kind, "anything like");
}

// Digits, or letters and digits: some system's number for something, or a house or a flat.
Read read_code(Tokens tokens, base::Date) {
  const auto& text = tokens[0].text;
  if (count_digits(text) == 0) return {};
  Term term{.kind = TermKind::identifier, .written = text};
  term.words = fold_words(text);
  if (term.words.empty()) return Reading{};
  for (auto kind : every_kind) term.codes.push_back({kind, form_of(kind, text)});
  const bool part_of_number = all_digits(text) && text.size() >= 4 && text.size() <= 9;
  return Reading{term, 1, "number " + text,
                 part_of_number ? "to find numbers that end so, write *" + text : ""};
}

Reading read_word(Tokens tokens, base::Date) {
  Term term{.kind = TermKind::word, .written = tokens[0].text};
  term.words = fold_words(term.written);
  if (term.words.empty()) return {};
  return {term, 1, "", ""};
}

// What a label makes of the token after it: exactly this kind, or a number's end if it is short.
template <IdentifierKind Kind>
Read read_labelled(Tokens tokens, base::Date as_at) {
  Read read;
  if (Kind == IdentifierKind::phone) read = read_phone(tokens, as_at);
  if (Kind == IdentifierKind::account) read = read_account(tokens, as_at);
  if (Kind == IdentifierKind::vehicle || Kind == IdentifierKind::postcode) {
    read = read_plate_or_postcode(tokens, as_at);
  }
  if (read && read->term->codes[0].kind == Kind) return read;
  const auto& text = tokens[0].text;
  if (fold_words(text).empty()) return {};
  constexpr IdentifierKind kinds[] = {Kind};
  if (text.find_first_of("*?") != std::string::npos) {
    return pattern(text, kinds, base::name_of(Kind));
  }
  if (Kind == IdentifierKind::phone) {
    if (!all_digits(text)) return {};
    return pattern("*" + text, kinds, "phone like");
  }
  const bool has_digit = count_digits(text) > 0;
  if (!has_digit && Kind != IdentifierKind::handle && Kind != IdentifierKind::vehicle) return {};
  return identifier(Kind, text, text, 1);
}

// clang-format off
constexpr struct { std::string_view label; Read (*read)(Tokens, base::Date); } labels[] = {
    {"born", read_born}, {"dob", read_born}, {"aged", read_age}, {"age", read_age}, {"ending", read_ending},
    {"phone", read_labelled<IdentifierKind::phone>}, {"mobile", read_labelled<IdentifierKind::phone>},
    {"tel", read_labelled<IdentifierKind::phone>},
    {"vehicle", read_labelled<IdentifierKind::vehicle>}, {"plate", read_labelled<IdentifierKind::vehicle>},
    {"vrm", read_labelled<IdentifierKind::vehicle>}, {"reg", read_labelled<IdentifierKind::vehicle>},
    {"account", read_labelled<IdentifierKind::account>}, {"passport", read_labelled<IdentifierKind::document>},
    {"handle", read_labelled<IdentifierKind::handle>}, {"postcode", read_labelled<IdentifierKind::postcode>},
    {"reference", read_labelled<IdentifierKind::reference>}, {"ref", read_labelled<IdentifierKind::reference>},
    {"email", read_email},
};
constexpr struct { std::string_view label; Place place; } places[] = {
    {"name:", Place::name}, {"place:", Place::place}, {"text:", Place::text},
};
// The first that can read the tokens does.
constexpr Read (*readers[])(Tokens, base::Date) = {
    read_quoted, read_pattern, read_email, read_handle, read_account, read_whole_date, read_phone,
    read_plate_or_postcode, read_year, read_code,
};
// clang-format on

}  // namespace

Reading read_term(Tokens tokens, base::Date as_at) {
  if (!tokens[0].quoted && tokens.size() > 1) {
    const auto said = base::to_lower_ascii(tokens[0].text);
    const auto label = std::string_view(said).substr(0, said.find_last_not_of(":.") + 1);
    for (const auto& row : labels) {
      if (row.label != label) continue;
      if (auto read = row.read(tokens.subspan(1), as_at)) {
        ++read->tokens;
        return *read;
      }
    }
    for (const auto& [name, place] : places) {
      if (name != said) continue;
      auto reading = tokens[1].quoted ? *read_quoted(tokens.subspan(1), as_at)
                                      : read_word(tokens.subspan(1), as_at);
      if (reading.term) {
        reading.term->only = place;
        reading.sentence = std::string(base::name_of(place)) + " \"" + reading.term->written + "\"";
      }
      ++reading.tokens;
      return reading;
    }
  }
  for (auto read : readers) {
    if (auto reading = read(tokens, as_at)) return *reading;
  }
  return read_word(tokens, as_at);
}

}  // namespace search::detail
