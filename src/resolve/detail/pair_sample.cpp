#include "resolve/detail/pair_sample.hpp"

#include <algorithm>
#include <cmath>

namespace resolve::detail {

namespace {

/// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  std::size_t below(std::size_t limit) {
    return std::min(limit - 1, static_cast<std::size_t>(unit() * static_cast<double>(limit)));
  }

 private:
  std::uint64_t state_;
};

double pairs_of(std::size_t rows) {
  const auto n = static_cast<double>(rows);
  return n * (n - 1) / 2;
}

// Between choosing keys by their pairs (which hears only the commonest) and by their rows.
double draw_weight(std::size_t rows_sharing) {
  const double root = std::sqrt(pairs_of(rows_sharing));
  return root * std::sqrt(root);
}

struct Stratum {
  const KeyFamily* family;
  std::vector<double> up_to;  ///< running sum of draw weights, by key

  double total() const { return up_to.empty() ? 0 : up_to.back(); }

  Pair draw(Random& random) const {
    const double at = random.unit() * total();
    const auto key = std::min<std::size_t>(
        up_to.size() - 1,
        static_cast<std::size_t>(std::upper_bound(up_to.begin(), up_to.end(), at) - up_to.begin()));
    const auto rows = family->rows_of_key[key];
    const auto first = random.below(rows.size());
    auto second = random.below(rows.size() - 1);
    second += second >= first;
    return {std::min(rows[first], rows[second]), std::max(rows[first], rows[second])};
  }

  double density(Pair pair) const {
    const auto left = family->keys_of_row[pair.left], right = family->keys_of_row[pair.right];
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
      if (left[i] == right[j]) {
        const auto sharing = family->rows_of_key[left[i]].size();
        sum += draw_weight(sharing) / (total() * pairs_of(sharing));
        ++i;
        ++j;
      } else {
        ++(left[i] < right[j] ? i : j);
      }
    }
    return sum;
  }
};

std::vector<Stratum> strata_of(const std::vector<KeyFamily>& families) {
  std::vector<Stratum> strata;
  for (const auto& family : families) {
    if (!family.numbers.scheme().for_sampling) continue;
    Stratum stratum{&family, {}};
    double sum = 0;
    for (std::size_t key = 0; key < family.rows_of_key.size(); ++key) {
      const auto sharing = family.rows_of_key[key].size();
      if (sharing > 1) sum += draw_weight(sharing);
      stratum.up_to.push_back(sum);
    }
    if (stratum.total() > 0) strata.push_back(std::move(stratum));
  }
  return strata;
}

PairSample all_pairs(std::size_t rows) {
  PairSample all;
  for (Row left = 0; left < rows; ++left) {
    for (Row right = left + 1; right < rows; ++right) all.pairs.push_back({left, right});
  }
  all.weights.assign(all.pairs.size(), 1);
  return all;
}

Pair random_pair(std::size_t rows, Random& random) {
  const auto first = random.below(rows);
  auto second = random.below(rows - 1);
  second += second >= first;
  return {static_cast<Row>(std::min(first, second)), static_cast<Row>(std::max(first, second))};
}

}  // namespace

PairSample sample_pairs(const std::vector<KeyFamily>& families, std::size_t rows, std::size_t size,
                        std::uint64_t seed, base::Threads threads) {
  const double all = pairs_of(rows);
  if (all <= static_cast<double>(size)) return all_pairs(rows);
  const auto strata = strata_of(families);
  const double random_part = strata.empty() ? 1 : 0.5;
  const double stratum_part = strata.empty() ? 0 : 0.5 / static_cast<double>(strata.size());
  PairSample sample;
  sample.pairs.resize(size);
  sample.weights.resize(size);
  const std::size_t grain = size / 64 + 1;
  base::for_each_slice(size, grain, threads, [&](base::Slice slice) {
    Random random(seed ^ (slice.begin / grain + 1) * 0xd1342543de82ef95);
    for (auto i = slice.begin; i < slice.end; ++i) {
      const bool at_random = strata.empty() || i % 2 == 0;
      const auto pair =
          at_random ? random_pair(rows, random) : strata[i / 2 % strata.size()].draw(random);
      double density = random_part / all;
      for (const auto& stratum : strata) density += stratum_part * stratum.density(pair);
      sample.pairs[i] = pair;
      sample.weights[i] = 1 / (density * static_cast<double>(size));
    }
  });
  return sample;
}

}  // namespace resolve::detail
