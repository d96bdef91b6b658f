#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Comparable form of a name or other free text: any script transliterated to Latin, accents
/// dropped, lower case; letters and digits kept, every run of anything else one space, apostrophes
/// dropped (O'Neil is oneil). Input that is not UTF-8 is folded byte by byte. Thread-safe.
std::string fold(std::string_view text);

/// As fold, with nothing but letters and digits left: for identifiers (a plate, an account number).
std::string fold_tight(std::string_view text);

/// The words of a folded text, as views into it.
std::vector<std::string_view> words(std::string_view folded);

/// Of ASCII, whatever the locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string to_lower_ascii(std::string_view text);
/// Capitals of any script; text that is not UTF-8 keeps the bytes that are no ASCII letter.
std::string to_upper(std::string_view text);
bool is_utf8(std::string_view text);

/// What is left of text to show inside an error sentence: at most `bytes_max`, control characters
/// as '?', in quotes.
std::string quoted(std::string_view text, std::size_t bytes_max = 40);

/// 12345678 as "12,345,678".
std::string with_thousands(long long number);

}  // namespace base
