#include "base/text.hpp"

#include <algorithm>
#include <memory>

#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include "base/error.hpp"

namespace base {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Transliterators are costly to make and not thread-safe to share.
icu::Transliterator& to_latin() {
  thread_local const std::unique_ptr<icu::Transliterator> made = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> result(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    expect(U_SUCCESS(status) && result, "ICU's transliteration data");
    return result;
  }();
  return *made;
}

std::string to_ascii(std::string_view text) {
  auto unicode =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  to_latin().transliterate(unicode);
  std::string ascii;
  unicode.toUTF8String(ascii);
  return ascii;
}

std::string fold_ascii(std::string_view text, bool keep_spaces) {
  std::string folded;
  folded.reserve(text.size());
  bool gap = false;
  for (char c : text) {
    if (is_letter_or_digit(c)) {
      if (gap && keep_spaces && !folded.empty()) folded += ' ';
      gap = false;
      folded += lower(c);
    } else if (c != '\'' && c != '`') {
      gap = true;
    }
  }
  return folded;
}

std::string fold_any(std::string_view text, bool keep_spaces) {
  if (is_ascii(text) || !is_utf8(text)) return fold_ascii(text, keep_spaces);
  return fold_ascii(to_ascii(text), keep_spaces);
}

}  // namespace

std::string fold(std::string_view text) { return fold_any(text, true); }

std::string fold_tight(std::string_view text) { return fold_any(text, false); }

std::vector<std::string_view> words(std::string_view folded) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0; begin < folded.size();) {
    const auto end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) found.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n\f\v";
  const auto begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string to_lower_ascii(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
  return lowered;
}

std::string to_upper(std::string_view text) {
  std::string raised;
  if (is_ascii(text) || !is_utf8(text)) {
    for (char c : text) raised += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return raised;
  }
  auto unicode =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  unicode.toUpper(icu::Locale::getRoot()).toUTF8String(raised);
  return raised;
}

bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;  // counted only: no place is given for the result
  u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR;
}

std::string quoted(std::string_view text, std::size_t bytes_max) {
  std::string shown = "\"";
  auto kept = text.substr(0, bytes_max);
  while (!kept.empty() && kept.size() < text.size() && (text[kept.size()] & 0xC0) == 0x80) {
    kept.remove_suffix(1);  // never half a character
  }
  const bool readable = is_utf8(kept);
  for (char c : kept) {
    const auto byte = static_cast<unsigned char>(c);
    shown += byte < 0x20 || byte == 0x7F || (!readable && byte > 0x7F) ? '?' : c;
  }
  if (kept.size() < text.size()) shown += "…";
  return shown + "\"";
}

std::string with_thousands(long long number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return number < 0 ? "-" + digits : digits;
}

}  // namespace base
