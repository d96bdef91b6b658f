#include "search/detail/words.hpp"

#include <algorithm>
#include <numeric>

namespace search::detail {

Lists lists_of(std::vector<std::uint64_t>&& pairs, std::size_t size) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  Lists lists;
  lists.starts.assign(size + 1, 0);
  lists.items.reserve(pairs.size());
  for (auto pair : pairs) {
    ++lists.starts[(pair >> 32) + 1];
    lists.items.push_back(static_cast<std::uint32_t>(pair));
  }
  std::partial_sum(lists.starts.begin(), lists.starts.end(), lists.starts.begin());
  return lists;
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (char c : word) {
    if (c >= 'a' && c <= 'z') letters |= 1U << (c - 'a');
  }
  return letters;
}

bool fits(std::string_view pattern, std::string_view text) {
  // Greedy with one way back, to the last star: linear but for that star.
  std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

namespace {

// FNV-1a. Two keys of one hash would pass for one, the same on every machine and in every index.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

}  // namespace

Words::Words(const model::Texts& texts, KeyOf key_of, std::vector<Word>& place) {
  const auto count = static_cast<std::uint32_t>(texts.size());
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return texts[a] < texts[b]; });
  place.resize(count);
  starts_.reserve(count + 1);
  starts_.push_back(0);
  outlines_.reserve(count);
  for (Word word = 0; word < count; ++word) {
    const auto text = texts[order[word]];
    place[order[word]] = word;
    letters_ += text;
    starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
    outlines_.push_back(letters_of(text));
    if (key_of == nullptr) continue;
    if (const auto key = key_of(text); !key.empty()) keys_.emplace_back(hash_of(key), word);
  }
  letters_.shrink_to_fit();
  std::sort(keys_.begin(), keys_.end());
  keys_.shrink_to_fit();
}

std::size_t Words::memory_bytes() const {
  return letters_.capacity() + 4 * (starts_.capacity() + outlines_.capacity()) +
         16 * keys_.capacity();
}

std::optional<Word> Words::find(std::string_view word) const {
  const auto [begin, end] = beginning_with(word);
  if (begin == end || (*this)[begin] != word) return {};
  return begin;  // the shortest of those that begin with it stands first
}

std::pair<Word, Word> Words::beginning_with(std::string_view prefix) const {
  const auto first_where = [this](auto is_before) {
    Word low = 0, high = static_cast<Word>(size());
    while (low < high) {
      const Word middle = low + (high - low) / 2;
      if (is_before((*this)[middle])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  return {
      first_where([&](std::string_view word) { return word < prefix; }),
      first_where([&](std::string_view word) { return word.substr(0, prefix.size()) <= prefix; })};
}

std::vector<Word> Words::fitting(std::string_view pattern) const {
  const auto literal = std::min(pattern.find_first_of("*?"), pattern.size());
  const auto [begin, end] = beginning_with(pattern.substr(0, literal));
  // Most words are told by their end: "*900123" is asked of every number there is.
  const auto wild = pattern.find_last_of("*?");
  const auto tail = wild == std::string_view::npos ? pattern : pattern.substr(wild + 1);
  std::vector<Word> found;
  for (Word word = begin; word < end; ++word) {
    const auto text = (*this)[word];
    if (text.ends_with(tail) && fits(pattern, text)) found.push_back(word);
  }
  return found;
}

std::vector<Word> Words::with_key(std::string_view key) const {
  std::vector<Word> found;
  if (key.empty()) return found;
  const auto hash = hash_of(key);
  for (auto at = std::lower_bound(keys_.begin(), keys_.end(), std::pair(hash, Word{0}));
       at != keys_.end() && at->first == hash; ++at) {
    found.push_back(at->second);
  }
  return found;
}

}  // namespace search::detail
