#include "resolve/detail/alias_learning.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace resolve::detail {

namespace {

constexpr std::size_t left_over_max = 4;  // with more, any word would meet any other
constexpr double pairs_min = 4, bits_min = 3;

struct Counts {
  std::vector<std::uint64_t> meetings;  ///< one entry a meeting: smaller word, greater word
  std::vector<std::uint32_t> words;     ///< one entry each time the word met nothing equal
};

Counts count(const EncodedTable& table, const Comparer& comparer, std::span<const Pair> pairs,
             Memory& memory) {
  Counts counts;
  Alignment alignment;
  for (const auto& pair : pairs) {
    const auto a = table.names.bag_of_row[pair.left], b = table.names.bag_of_row[pair.right];
    if (a == 0 || b == 0 || a == b) continue;
    comparer.names()->align(a, b, memory.words, alignment);
    if (std::max(alignment.left_over.size(), alignment.right_over.size()) > left_over_max) continue;
    if (alignment.left_over.empty() || alignment.right_over.empty()) continue;
    for (const auto* side : {&alignment.left_over, &alignment.right_over}) {
      counts.words.insert(counts.words.end(), side->begin(), side->end());
    }
    for (auto p : alignment.left_over) {
      for (auto q : alignment.right_over) {
        counts.meetings.push_back(std::uint64_t{std::min(p, q)} << 32 | std::max(p, q));
      }
    }
  }
  return counts;
}

}  // namespace

std::map<std::pair<std::string, std::string>, Bits> learn_aliases(const EncodedTable& table,
                                                                  const Comparer& comparer,
                                                                  std::span<const Pair> sure_pairs,
                                                                  Memories& memories,
                                                                  base::Threads threads) {
  const std::size_t grain = std::max<std::size_t>(4096, sure_pairs.size() / 16 + 1);
  std::vector<Counts> parts((sure_pairs.size() + grain - 1) / grain);
  base::for_each_slice(sure_pairs.size(), grain, threads, [&](base::Slice slice) {
    Memories::Loan memory(memories);
    parts[slice.begin / grain] =
        count(table, comparer, sure_pairs.subspan(slice.begin, slice.end - slice.begin), *memory);
  });
  std::vector<double> with_word(table.names.words.size());
  std::vector<std::uint64_t> meetings;
  for (const auto& part : parts) {
    for (auto word : part.words) ++with_word[word];
    meetings.insert(meetings.end(), part.meetings.begin(), part.meetings.end());
  }
  std::sort(meetings.begin(), meetings.end());
  std::map<std::pair<std::string, std::string>, Bits> aliases;
  const auto rows = static_cast<double>(table.rows());
  for (std::size_t i = 0, end = 0; i < meetings.size(); i = end) {
    while (end < meetings.size() && meetings[end] == meetings[i]) ++end;
    const auto met = static_cast<double>(end - i);
    if (met < pairs_min) continue;
    const auto a = static_cast<Word>(meetings[i] >> 32), b = static_cast<Word>(meetings[i]);
    const auto bits_of = [&](Word from, Word to) {
      return std::log2(met / with_word[from] * rows / table.names.rows_with_word[to]);
    };
    const double bits = std::min(bits_of(a, b), bits_of(b, a));
    if (bits < bits_min) continue;
    aliases.emplace(std::minmax(table.names.words[a], table.names.words[b]), to_bits(bits));
  }
  return aliases;
}

}  // namespace resolve::detail
