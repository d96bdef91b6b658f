#include "model/evidence.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <tuple>

namespace model {

std::uint32_t Texts::intern(std::string_view text) {
  if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
  constexpr std::size_t chunk_bytes = std::size_t{1} << 20;
  if (chunk_used_ + text.size() > chunk_size_) {
    chunk_size_ = std::max(chunk_bytes, text.size());
    chunks_.push_back(std::make_unique<char[]>(chunk_size_));
    chunk_used_ = 0;
  }
  char* kept = chunks_.back().get() + chunk_used_;
  std::copy(text.begin(), text.end(), kept);
  chunk_used_ += text.size();
  texts_.emplace_back(kept, text.size());
  const auto number = static_cast<std::uint32_t>(texts_.size() - 1);
  numbers_.emplace(texts_.back(), number);
  return number;
}

std::string_view Evidence::first(const Mention& mention, Attribute attribute) const {
  for (const auto& value : values_of(mention)) {
    if (value.attribute == attribute) return text(value);
  }
  return {};
}

std::span<const AppliedCorrection> Evidence::corrections_of(std::uint32_t record) const {
  const auto [begin, end] =
      std::equal_range(corrections.begin(), corrections.end(), AppliedCorrection{record, {}},
                       [](const auto& a, const auto& b) { return a.record < b.record; });
  return {begin, end};
}

namespace {

// order[new] = old, turned round to place[old] = new.
std::vector<std::uint32_t> places(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  return place;
}

template <class Key>
std::vector<std::uint32_t> stable_order(std::size_t size, Key key) {
  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return key(a) < key(b); });
  return order;
}

template <class T>
std::vector<T> reordered(const std::vector<T>& items, const std::vector<std::uint32_t>& order) {
  std::vector<T> result;
  result.reserve(items.size());
  for (auto old : order) result.push_back(items[old]);
  return result;
}

std::strong_ordering compare_files(const EvidenceSource& a, const EvidenceSource& b) {
  return std::tie(a.source, a.file_sha256) <=> std::tie(b.source, b.file_sha256);
}

// The same number for sources of one file.
std::vector<std::uint32_t> file_numbers(const std::vector<EvidenceSource>& sources) {
  std::vector<std::uint32_t> order(sources.size()), numbers(sources.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return compare_files(sources[a], sources[b]) < 0; });
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && compare_files(sources[order[i - 1]], sources[order[i]]) != 0) ++number;
    numbers[order[i]] = number;
  }
  return numbers;
}

}  // namespace

std::span<const std::uint32_t> Evidence::records_of(const Reference& reference) const {
  const auto [begin, end] = std::ranges::equal_range(
      by_reference, reference, {}, [this](auto record) { return records[record].reference; });
  return {begin, end};
}

std::strong_ordering compare_origins(const Evidence& a, std::size_t record_a, const Evidence& b,
                                     std::size_t record_b) {
  const auto &first = a.records[record_a], &second = b.records[record_b];
  const auto files = compare_files(a.sources[first.source], b.sources[second.source]);
  if (files != 0) return files;
  return std::tie(first.row, first.reference) <=> std::tie(second.row, second.reference);
}

void sort_by_origin(Evidence& evidence) {
  auto& [sources, labels, records, mentions, values, links, texts, by_reference, corrections] =
      evidence;
  const auto files = file_numbers(sources);
  const auto record_order = stable_order(records.size(), [&](auto i) {
    return std::tuple(files[records[i].source], records[i].row, records[i].reference);
  });
  const auto record_place = places(record_order);
  records = reordered(records, record_order);
  by_reference = stable_order(records.size(), [&](auto i) { return records[i].reference; });
  for (auto& mention : mentions) mention.record = record_place[mention.record];
  for (auto& applied : corrections) applied.record = record_place[applied.record];
  corrections = reordered(
      corrections, stable_order(corrections.size(), [&](auto i) { return corrections[i].record; }));
  const auto mention_order =
      stable_order(mentions.size(), [&](auto i) { return mentions[i].record; });
  const auto mention_place = places(mention_order);
  mentions = reordered(mentions, mention_order);
  for (auto& link : links) {
    link.from = mention_place[link.from];
    link.to = mention_place[link.to];
  }
  links = reordered(
      links, stable_order(links.size(), [&](auto i) { return mentions[links[i].from].record; }));
}

}  // namespace model
