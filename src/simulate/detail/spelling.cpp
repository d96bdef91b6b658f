#include "simulate/detail/spelling.hpp"

#include <vector>

namespace simulate {
namespace {

std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (continues && !letters.empty()) {
      letters.back() += c;
    } else {
      letters.emplace_back(1, c);
    }
  }
  return letters;
}

std::string joined(const std::vector<std::string>& letters) {
  std::string text;
  for (const std::string& letter : letters) text += letter;
  return text;
}

bool replace_first(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from, 1);
  if (at == std::string::npos) return false;
  text.replace(at, from.size(), to);
  return true;
}

// clang-format off
constexpr std::string_view sounds[][2] = {
    {"ph", "f"}, {"sh", "s"}, {"kh", "k"}, {"ch", "tch"}, {"oo", "u"}, {"ee", "i"}, {"ou", "u"},
    {"ck", "k"}, {"cz", "ch"}, {"sz", "sh"}, {"dj", "j"}, {"ai", "ay"}, {"ei", "ey"}, {"ow", "ov"},
    {"aa", "a"}, {"ll", "l"}, {"nn", "n"}, {"tt", "t"}, {"ss", "s"}, {"w", "v"}, {"y", "i"},
    {"ie", "ei"}, {"q", "k"}, {"u", "o"}, {"e", "a"}, {"i", "y"}, {"s", "z"}};
constexpr std::string_view accents[][2] = {
    {"ł", "l"}, {"Ł", "L"}, {"ń", "n"}, {"ś", "s"}, {"Ś", "S"}, {"ć", "c"}, {"ż", "z"}, {"Ż", "Z"},
    {"ź", "z"}, {"ą", "a"}, {"ę", "e"}, {"ó", "o"}, {"ă", "a"}, {"â", "a"}, {"ș", "s"}, {"Ș", "S"},
    {"ț", "t"}, {"Ț", "T"}, {"ë", "e"}, {"Ç", "C"}, {"ç", "c"}, {"ü", "u"}, {"ö", "o"}, {"Ö", "O"},
    {"ş", "s"}, {"Ş", "S"}, {"ğ", "g"}, {"ı", "i"}, {"İ", "I"}, {"ã", "a"}, {"é", "e"}, {"á", "a"},
    {"í", "i"}, {"ú", "u"}, {"ê", "e"}, {"ū", "u"}, {"ė", "e"}, {"ž", "z"}, {"Ž", "Z"}, {"č", "c"},
    {"š", "s"}, {"Ę", "E"}, {"ę", "e"}, {"ễ", "e"}, {"ầ", "a"}, {"ạ", "a"}, {"ă", "a"}, {"Đ", "D"},
    {"đ", "d"}, {"ặ", "a"}, {"ơ", "o"}, {"ư", "u"}, {"ù", "u"}, {"ũ", "u"}, {"Đ", "D"}, {"ả", "a"},
    {"ấ", "a"}, {"ồ", "o"}, {"ố", "o"}, {"ế", "e"}, {"ọ", "o"}, {"ị", "i"}, {"ệ", "e"}, {"ắ", "a"},
    {"ì", "i"}, {"Â", "A"}, {"ỗ", "o"}, {"ô", "o"}, {"à", "a"}, {"ý", "y"}};
// clang-format on

}  // namespace

std::string mistype(std::string_view text, Random& random) {
  std::vector<std::string> letters = letters_of(text);
  if (letters.size() < 3) return std::string(text);
  const std::size_t at = 1 + random.below(static_cast<std::uint32_t>(letters.size() - 1));
  switch (random.below(4)) {
    case 0:
      letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 1:
      letters[at] = std::string(1, static_cast<char>('a' + random.below(26)));
      break;
    case 2:
      letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(at), letters[at]);
      break;
    default:
      if (at + 1 < letters.size()) {
        std::swap(letters[at], letters[at + 1]);
      } else {
        letters.pop_back();
      }
      break;
  }
  return joined(letters);
}

std::string misread_scan(std::string_view text) {
  std::string read(text);
  if (!replace_first(read, "m", "rn") && !replace_first(read, "l", "1")) {
    replace_first(read, "o", "0");
  }
  return read;
}

std::string mistype_digit(std::string_view digits, std::size_t keep, Random& random) {
  std::string typed(digits);
  if (typed.size() <= keep + 1) return typed;
  const std::size_t at = keep + random.below(static_cast<std::uint32_t>(typed.size() - keep));
  if (random.chance(0.3)) {
    typed.erase(at, 1);
  } else {
    typed[at] = static_cast<char>('0' + (typed[at] - '0' + random.between(1, 9)) % 10);
  }
  return typed;
}

std::string respell(std::string_view name, const Names& names, Random& random) {
  if (const auto* listed = names.spellings(name)) return random.pick(*listed);
  std::string spelt = without_accents(name);
  if (spelt != name && random.chance(0.6)) return spelt;
  const std::size_t first = random.below(std::size(sounds));
  for (std::size_t i = 0; i < std::size(sounds); ++i) {
    const auto& sound = sounds[(first + i) % std::size(sounds)];
    if (replace_first(spelt, sound[0], sound[1])) break;
  }
  return spelt;
}

std::string without_accents(std::string_view text) {
  std::string plain(text);
  bool is_ascii = true;
  for (const char c : text) is_ascii = is_ascii && static_cast<unsigned char>(c) < 0x80;
  if (is_ascii) return plain;
  for (const auto& accent : accents) {
    for (std::size_t at = plain.find(accent[0]); at != std::string::npos;
         at = plain.find(accent[0], at)) {
      plain.replace(at, accent[0].size(), accent[1]);
    }
  }
  return plain;
}

base::Date wrong_date(base::Date date, Random& random) {
  base::Date wrong = date;
  switch (random.below(5)) {
    case 0:
      if (date.day <= 12) std::swap(wrong.day, wrong.month);
      break;
    case 1:
      wrong.year = static_cast<std::int16_t>(date.year + (random.chance(0.5) ? 1 : -1));
      break;
    case 2:
      wrong.day = static_cast<std::int8_t>(random.between(1, 28));
      break;
    case 3:
      wrong.month = static_cast<std::int8_t>(random.between(1, 12));
      break;
    default:
      wrong.year = static_cast<std::int16_t>(date.year + (random.chance(0.5) ? 10 : -10));
  }
  if (wrong.day > 28) wrong.day = 28;
  return wrong;
}

}  // namespace simulate
