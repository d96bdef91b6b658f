#include "resolve/detail/similarity.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace resolve::detail {

namespace {

constexpr std::size_t length_max = 64;  // of a word or value that is compared letter by letter

char soundex_digit(char c) {
  constexpr std::string_view digits = "01230120022455012623010202";  // a to z
  return c >= 'a' && c <= 'z' ? digits[static_cast<std::size_t>(c - 'a')] : '0';
}

}  // namespace

int edits(std::string_view left, std::string_view right, int limit) {
  left = left.substr(0, length_max);
  right = right.substr(0, length_max);
  const int rows = static_cast<int>(left.size()), columns = static_cast<int>(right.size());
  if (std::abs(rows - columns) > limit) return limit + 1;
  std::array<std::array<int, length_max + 1>, 3> lines;
  for (int j = 0; j <= columns; ++j) lines[0][static_cast<std::size_t>(j)] = j;
  for (int i = 1; i <= rows; ++i) {
    auto& line = lines[static_cast<std::size_t>(i % 3)];
    const auto& above = lines[static_cast<std::size_t>((i + 2) % 3)];
    const auto& two_above = lines[static_cast<std::size_t>((i + 1) % 3)];
    line[0] = i;
    int best = i;
    for (int j = 1; j <= columns; ++j) {
      const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>(j);
      int cost = above[b - 1] + (left[a - 1] == right[b - 1] ? 0 : 1);
      cost = std::min({cost, above[b] + 1, line[b - 1] + 1});
      if (i > 1 && j > 1 && left[a - 1] == right[b - 2] && left[a - 2] == right[b - 1]) {
        cost = std::min(cost, two_above[b - 2] + 1);
      }
      line[b] = cost;
      best = std::min(best, cost);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(limit + 1,
                  lines[static_cast<std::size_t>(rows % 3)][static_cast<std::size_t>(columns)]);
}

double jaro_winkler(std::string_view left, std::string_view right) {
  // Letters meet greedily, so that the order of the two could tell.
  if (right < left) std::swap(left, right);
  left = left.substr(0, length_max);
  right = right.substr(0, length_max);
  if (left.empty() || right.empty()) return 0;
  const std::size_t reach = std::max<std::size_t>(std::max(left.size(), right.size()) / 2, 1) - 1;
  std::uint64_t left_met = 0, right_met = 0;
  int met = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const std::size_t begin = i > reach ? i - reach : 0;
    const std::size_t end = std::min(right.size(), i + reach + 1);
    for (std::size_t j = begin; j < end; ++j) {
      if ((right_met >> j & 1) || left[i] != right[j]) continue;
      left_met |= std::uint64_t{1} << i;
      right_met |= std::uint64_t{1} << j;
      ++met;
      break;
    }
  }
  if (met == 0) return 0;
  int crossed = 0;
  for (std::size_t i = 0, j = 0; i < left.size(); ++i) {
    if (!(left_met >> i & 1)) continue;
    while (!(right_met >> j & 1)) ++j;
    crossed += left[i] != right[j++];
  }
  const double m = met;
  const double jaro = (m / static_cast<double>(left.size()) +
                       m / static_cast<double>(right.size()) + (m - crossed / 2) / m) /
                      3;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < left.size() && prefix < right.size() &&
         left[prefix] == right[prefix]) {
    ++prefix;
  }
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

std::string soundex(std::string_view word) {
  if (word.empty() || word[0] < 'a' || word[0] > 'z') return "";
  std::string code(1, word[0]);
  char last = soundex_digit(word[0]);
  for (char c : word.substr(1)) {
    const char digit = soundex_digit(c);
    if (digit != '0' && digit != last) code += digit;
    if (c != 'h' && c != 'w') last = digit;
    if (code.size() == 4) break;
  }
  code.resize(4, '0');
  return code;
}

}  // namespace resolve::detail
