#include "resolve/evaluate.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/error.hpp"

namespace resolve {

namespace {

double pairs_of(std::size_t rows) {
  const auto n = static_cast<double>(rows);
  return n * (n - 1) / 2;
}

double part(double of, double whole) { return whole > 0 ? of / whole : 1; }

Accuracy accuracy(double precision, double recall) {
  const double sum = precision + recall;
  return {precision, recall, sum > 0 ? 2 * precision * recall / sum : 0};
}

}  // namespace

Evaluation evaluate(std::span<const std::uint32_t> found, std::span<const std::uint32_t> truth) {
  base::expect(found.size() == truth.size(), "a true entity for every row");
  std::map<std::uint32_t, std::size_t> found_sizes, true_sizes;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> both;
  for (std::size_t row = 0; row < found.size(); ++row) {
    ++found_sizes[found[row]];
    ++true_sizes[truth[row]];
    ++both[{found[row], truth[row]}];
  }
  Evaluation result;
  result.rows = found.size();
  result.entities = found_sizes.size();
  result.true_entities = true_sizes.size();
  double found_pairs = 0, true_pairs = 0, right_pairs = 0, precision = 0, recall = 0;
  for (auto [label, size] : found_sizes) {
    found_pairs += pairs_of(size);
    result.largest_entity = std::max(result.largest_entity, size);
  }
  for (auto [label, size] : true_sizes) {
    true_pairs += pairs_of(size);
    result.largest_true_entity = std::max(result.largest_true_entity, size);
  }
  for (auto [labels, size] : both) {
    const auto n = static_cast<double>(size);
    right_pairs += pairs_of(size);
    precision += n * n / static_cast<double>(found_sizes[labels.first]);
    recall += n * n / static_cast<double>(true_sizes[labels.second]);
  }
  result.pairwise = accuracy(part(right_pairs, found_pairs), part(right_pairs, true_pairs));
  const auto rows = static_cast<double>(found.size());
  result.b_cubed = accuracy(part(precision, rows), part(recall, rows));
  return result;
}

}  // namespace resolve
