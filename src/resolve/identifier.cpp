#include "resolve/identifier.hpp"

#include <algorithm>
#include <vector>

#include <phonenumbers/phonenumberutil.h>

#include "base/text.hpp"

namespace resolve {

namespace {

using base::is_digit;
using base::is_letter;

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

// The digits of a number as dialled abroad, "" where the text is no phone number by its shape.
std::string by_rule(std::string_view text) {
  std::string digits;
  const bool international = base::trim(text).starts_with('+');
  for (char c : text) {
    if (is_digit(c)) digits += c;
  }
  if (const auto trunk = text.find("(0)"); trunk != std::string_view::npos && international) {
    const auto before =
        std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(trunk), is_digit);
    digits.erase(static_cast<std::size_t>(before), 1);
  }
  if (international) return digits;
  if (digits.starts_with("00")) return digits.substr(2);
  if (digits.starts_with("0")) return "44" + digits.substr(1);
  return digits.size() >= 11 && (digits.starts_with("44") || digits.starts_with("999")) ? digits
                                                                                        : "";
}

bool has_letters(std::string_view text) {
  const auto folded = base::fold_tight(text);
  return std::any_of(folded.begin(), folded.end(), is_letter);
}

}  // namespace

std::string canonical_phone(std::string_view text) {
  using i18n::phonenumbers::PhoneNumber;
  using i18n::phonenumbers::PhoneNumberUtil;
  if (has_letters(text)) return base::fold_tight(text);
  const auto& phones = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  if (phones.Parse(std::string(text), "GB", &number) == PhoneNumberUtil::NO_PARSING_ERROR &&
      phones.IsValidNumber(number)) {
    std::string formatted;
    phones.Format(number, PhoneNumberUtil::E164, &formatted);
    return formatted;
  }
  const auto digits = by_rule(text);
  return digits.size() >= 8 && digits.size() <= 15 ? "+" + digits : base::fold_tight(text);
}

std::string canonical_vehicle(std::string_view text) { return upper(base::fold_tight(text)); }

std::string canonical_account(std::string_view text) { return upper(base::fold_tight(text)); }

std::string canonical_email(std::string_view text) {
  auto lowered = base::to_lower_ascii(base::trim(text));
  return lowered.find('@') == std::string::npos ? base::fold_tight(text) : lowered;
}

std::string canonical_handle(std::string_view text) {
  auto lowered = base::to_lower_ascii(base::trim(text));
  if (lowered.starts_with('@')) lowered.erase(0, 1);
  return lowered;
}

std::string canonical_postcode(std::string_view text) {
  const auto tight = base::fold_tight(text);
  if (tight.size() < 5 || tight.size() > 7) return upper(tight);
  const auto inward = std::string_view(tight).substr(tight.size() - 3);
  const bool shaped =
      is_letter(tight[0]) && is_digit(inward[0]) && is_letter(inward[1]) && is_letter(inward[2]);
  return shaped ? upper(tight.substr(0, tight.size() - 3)) + ' ' + upper(std::string(inward))
                : upper(tight);
}

std::string house_of(std::string_view line) {
  const auto folded = base::fold(line);
  const auto words = base::words(folded);
  std::string flat, house;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_digit(words[i][0])) continue;
    const bool after_flat =
        i > 0 && (words[i - 1] == "flat" || words[i - 1] == "apartment" || words[i - 1] == "room");
    if (after_flat && flat.empty()) {
      flat = words[i];
    } else if (house.empty()) {
      house = words[i];
    }
  }
  if (house.empty()) return flat;
  return flat.empty() ? house : flat + "/" + house;
}

}  // namespace resolve
