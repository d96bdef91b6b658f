#include "simulate/detail/identifiers.hpp"

#include <cstdio>

#include "simulate/detail/spelling.hpp"

namespace simulate {
namespace {

constexpr std::uint32_t drama_numbers = 1000, small_region = 12'000;

std::string padded(std::uint64_t value, int width) {
  char text[24];
  std::snprintf(text, sizeof text, "%0*llu", width, static_cast<unsigned long long>(value));
  return text;
}

}  // namespace

std::string Identifiers::phone(std::uint32_t number) const {
  // A small region uses up the drama range: about one in ten of its phones looks British.
  if (phones_ <= small_region) {
    const std::uint64_t place = shuffled(number, phones_, mix(seed_, 1));
    if (place < drama_numbers) return "447700900" + padded(place, 3);
  }
  return "999" + padded(100'000'000 + shuffled(number, 899'999'999, mix(seed_, 2)), 9);
}

std::string Identifiers::phone_as_written(std::uint32_t number, Random& random) const {
  std::string digits = phone(number);
  const bool is_drama = digits.starts_with("44");
  if (!is_drama && random.chance(0.03)) digits = mistype_digit(digits, 3, random);
  const double form = random.unit();
  if (is_drama) {
    if (form < 0.5) return "07700 " + digits.substr(6);
    if (form < 0.75) return "07700" + digits.substr(6);
    return form < 0.9 ? "+" + digits : "+44 7700 " + digits.substr(6);
  }
  if (form < 0.45) return "+" + digits;
  if (form < 0.8) return "+999 " + digits.substr(3, 3) + " " + digits.substr(6);
  return digits;
}

std::string Identifiers::plate(std::uint32_t vehicle) const {
  static constexpr std::string_view area = "ABCDEFGHJKLMNOPRSTUVWXY";
  static constexpr std::string_view letters = "ABCDEFGHJKLMNOPRSTUVWXYZ";
  std::uint64_t rest = shuffled(vehicle, 2ULL * 23 * 40 * 24 * 24 * 24, mix(seed_, 3));
  const auto take = [&rest](std::uint64_t count) {
    const std::uint64_t digit = rest % count;
    rest /= count;
    return digit;
  };
  std::string plate(1, "QZ"[take(2)]);
  plate += area[take(23)];
  const std::uint64_t year = take(40);
  plate += padded(year < 20 ? 5 + year : 35 + year, 2) + " ";
  for (int i = 0; i < 3; ++i) plate += letters[take(24)];
  return plate;
}

std::string Identifiers::sort_code(std::uint32_t account) const {
  const std::uint64_t branch = mix(seed_ + 4, account) % 60;
  return "00-" + padded(10 + branch / 10, 2) + "-" + padded(10 + branch % 10, 2);
}

std::string Identifiers::account_number(std::uint32_t account) const {
  return padded(10'000'000 + shuffled(account, 89'999'999, mix(seed_, 5)), 8);
}

}  // namespace simulate
