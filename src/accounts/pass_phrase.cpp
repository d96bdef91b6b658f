#include "accounts/pass_phrase.hpp"

#include <array>
#include <cstdint>

#include "accounts/detail/embedded.hpp"

namespace accounts {

namespace {

constexpr int words_in_a_phrase = 6;

// Draws anew what would make the first words likelier than the last.
std::size_t draw_below(std::size_t bound, const Random& random) {
  const std::size_t whole = 65536 / bound * bound;
  for (;;) {
    std::array<std::uint8_t, 2> bytes;
    random(bytes);
    const std::size_t drawn = bytes[0] * std::size_t{256} + bytes[1];
    if (drawn < whole) return drawn % bound;
  }
}

}  // namespace

std::string make_pass_phrase(const Random& random) {
  const auto words = embedded_lines("words.txt");
  std::string phrase;
  for (int i = 0; i < words_in_a_phrase; ++i) {
    if (i > 0) phrase += '-';
    phrase += words[draw_below(words.size(), random)];
  }
  return phrase;
}

}  // namespace accounts
