#include "splink/detail/text_distance.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <numeric>
#include <vector>

namespace splink::detail {

namespace {

std::size_t code(char c) { return static_cast<unsigned char>(c); }

}  // namespace

std::size_t levenshtein(std::string_view left, std::string_view right) {
  std::vector<std::size_t> costs(right.size() + 1);
  std::iota(costs.begin(), costs.end(), std::size_t{0});
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = i;
    costs[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const auto substituted = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = costs[j + 1];
      costs[j + 1] = std::min({substituted, diagonal + 1, costs[j] + 1});
    }
  }
  return costs.back();
}

std::size_t damerau_levenshtein(std::string_view left, std::string_view right) {
  const auto rows = left.size() + 2, columns = right.size() + 2;
  const auto never = left.size() + right.size();
  std::vector<std::size_t> cost(rows * columns, never);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return cost[i * columns + j];
  };
  for (std::size_t i = 0; i <= left.size(); ++i) at(i + 1, 1) = i;
  for (std::size_t j = 0; j <= right.size(); ++j) at(1, j + 1) = j;
  std::array<std::size_t, 256> last_row{};
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t last_column = 0;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const auto k = last_row[code(right[j - 1])], l = last_column;
      const bool same = left[i - 1] == right[j - 1];
      if (same) last_column = j;
      at(i + 1, j + 1) = std::min({at(i, j) + (same ? 0 : 1), at(i + 1, j) + 1, at(i, j + 1) + 1,
                                   at(k, l) + (i - k - 1) + 1 + (j - l - 1)});
    }
    last_row[code(left[i - 1])] = i;
  }
  return at(rows - 1, columns - 1);
}

// Each letter of the right looks for the first free one of the left within the window.
double jaro(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return 0;
  const auto half = std::max(left.size(), right.size()) / 2;
  const auto window = half > 0 ? half - 1 : 0;
  std::vector<char> used_left(left.size()), used_right(right.size());
  std::size_t common = 0;
  for (std::size_t j = 0; j < right.size(); ++j) {
    const auto end = std::min(left.size(), j + window + 1);
    for (std::size_t i = j > window ? j - window : 0; i < end; ++i) {
      if (used_left[i] || left[i] != right[j]) continue;
      used_left[i] = used_right[j] = 1;
      ++common;
      break;
    }
  }
  if (common == 0) return 0;
  std::size_t crossed = 0, i = 0;
  for (std::size_t j = 0; j < right.size(); ++j) {
    if (!used_right[j]) continue;
    while (!used_left[i]) ++i;
    crossed += left[i++] != right[j];
  }
  // The order of these operations is rapidfuzz's, which DuckDB uses: the last bit depends on it.
  const auto m = static_cast<double>(common);
  double similarity = m / static_cast<double>(left.size()) + m / static_cast<double>(right.size());
  similarity += (m - static_cast<double>(crossed / 2)) / m;
  return similarity / 3;
}

double jaro_winkler(std::string_view left, std::string_view right) {
  const auto longest = std::min({left.size(), right.size(), std::size_t{4}});
  std::size_t prefix = 0;
  while (prefix < longest && left[prefix] == right[prefix]) ++prefix;
  const auto similarity = jaro(left, right);
  if (similarity <= 0.7) return similarity;
  return similarity + static_cast<double>(prefix) * 0.1 * (1 - similarity);
}

double jaccard(std::string_view left, std::string_view right) {
  std::bitset<256> of_left, of_right;
  for (char c : left) of_left.set(code(c));
  for (char c : right) of_right.set(code(c));
  if (of_left.none() || of_right.none()) return 0;
  return static_cast<double>((of_left & of_right).count()) /
         static_cast<double>((of_left | of_right).count());
}

std::size_t hamming(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return std::max(left.size(), right.size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < left.size(); ++i) differing += left[i] != right[i];
  return differing;
}

}  // namespace splink::detail
