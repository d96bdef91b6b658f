#include "accounts/password_policy.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "accounts/detail/embedded.hpp"
#include "base/text.hpp"

namespace accounts {

namespace {

constexpr std::size_t left_over_min = 8, different_min = 6;

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Those to take out, the longest first, so that "administrator" does not leave "istrator".
std::vector<std::string> easily_guessed(std::string_view user, std::string_view display_name) {
  std::vector<std::string> texts;
  for (const auto line : embedded_lines("common_passwords.txt")) {
    texts.push_back(base::to_lower_ascii(line));
  }
  texts.push_back(base::to_lower_ascii(user));
  const auto name = base::fold(display_name);
  for (const auto word : base::words(name)) texts.emplace_back(word);
  std::erase_if(texts, [](const auto& text) { return text.size() < 3; });
  std::stable_sort(texts.begin(), texts.end(),
                   [](const auto& one, const auto& two) { return one.size() > two.size(); });
  return texts;
}

std::string without(std::string text, const std::vector<std::string>& parts) {
  for (const auto& part : parts) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
      text.erase(at, part.size());
    }
  }
  return text;
}

}  // namespace

std::optional<std::string> problem_with_password(std::string_view password, std::string_view user,
                                                 std::string_view display_name) {
  if (characters_of(password) < password_characters_min) {
    return "A password needs at least " + std::to_string(password_characters_min) +
           " characters: four or five words that do not belong together are easily kept in mind.";
  }
  if (password.size() > password_bytes_max) return "A password may not be as long as that.";
  if (!base::is_utf8(password)) return "The password is not UTF-8 text.";
  const auto folded = base::to_lower_ascii(password);
  if (std::set<char>(folded.begin(), folded.end()).size() < different_min) {
    return "The password repeats too few characters: choose one that nobody would guess.";
  }
  if (characters_of(without(folded, easily_guessed(user, display_name))) < left_over_min) {
    return "The password is made of your name, or of what is guessed first: choose words that do "
           "not belong together.";
  }
  return {};
}

}  // namespace accounts
