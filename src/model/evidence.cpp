#include "model/evidence.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

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

}  // namespace

void sort_by_reference(Evidence& evidence) {
  auto& [sources, labels, records, mentions, values, links, texts] = evidence;
  const auto record_order =
      stable_order(records.size(), [&](auto i) { return records[i].reference; });
  const auto record_place = places(record_order);
  records = reordered(records, record_order);
  for (auto& mention : mentions) mention.record = record_place[mention.record];
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
