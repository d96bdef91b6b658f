#include "search/index.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

#include "search/detail/content.hpp"

namespace search {

namespace {

using detail::Content;
using detail::Row;

template <class Item>
std::vector<std::uint32_t> order_by_key(std::span<const Item> items) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return items[a].key < items[b].key; });
  return order;
}

struct InOrder {
  std::span<const Subject> subjects;
  std::vector<std::uint32_t> order;

  template <class Take>
  void each(Take take) const {
    for (Row row = 0; row < order.size(); ++row) take(row, subjects[order[row]]);
  }
};

void fill_subjects(Content& content, const InOrder& input) {
  content.subjects.reserve(input.order.size());
  model::Texts forces;
  std::vector<std::uint64_t> births, force_pairs;
  input.each([&](Row row, const Subject& subject) {
    content.subjects.push_back({subject.id, subject.records,
                                static_cast<std::uint32_t>(content.keys.size()), subject.noun,
                                subject.is_protected, subject.first.value_or(detail::no_time),
                                subject.last.value_or(detail::no_time)});
    content.keys += subject.key;
    content.keys += '\0';
    for (auto birth : subject.births) {
      if (birth.year <= 0) continue;
      births.push_back(detail::pair_of(row, detail::date_number(birth)));
      content.rows_by_birth.emplace_back(detail::date_number(birth), row);
    }
    for (const auto& force : subject.forces) {
      force_pairs.push_back(detail::pair_of(row, forces.intern(force)));
    }
  });
  content.births = detail::lists_of(std::move(births), input.order.size());
  content.forces_of_row = detail::lists_of(std::move(force_pairs), input.order.size());
  for (std::uint32_t i = 0; i < forces.size(); ++i) content.forces.emplace_back(forces[i]);
  std::sort(content.rows_by_birth.begin(), content.rows_by_birth.end());
  content.keys.shrink_to_fit();
}

detail::Lines names_of(const InOrder& input) {
  detail::LinesBuilder builder;
  input.each([&](Row row, const Subject& subject) {
    for (const auto& name : subject.names) builder.add(row, name);
  });
  return std::move(builder).finish(input.order.size());
}

detail::Lines places_of(const InOrder& input) {
  detail::LinesBuilder builder;
  input.each([&](Row row, const Subject& subject) {
    for (const auto& place : subject.places) builder.add(row, place);
  });
  return std::move(builder).finish(input.order.size());
}

detail::Codes codes_of(const InOrder& input) {
  detail::CodesBuilder builder;
  input.each([&](Row row, const Subject& subject) {
    for (const auto& identifier : subject.identifiers) builder.add(row, identifier);
  });
  return std::move(builder).finish(input.order.size());
}

detail::Reports reports_of(std::span<const Passage> passages) {
  detail::ReportsBuilder builder;
  for (auto i : order_by_key(passages)) builder.add(passages[i]);
  return std::move(builder).finish();
}

}  // namespace

std::size_t detail::Content::memory_bytes() const {
  return subjects.capacity() * sizeof(About) + keys.capacity() + names.memory_bytes() +
         places.memory_bytes() + codes.memory_bytes() + births.memory_bytes() +
         rows_by_birth.capacity() * sizeof(rows_by_birth[0]) + forces_of_row.memory_bytes() +
         reports.memory_bytes();
}

Index::Index() : content_(std::make_unique<const Content>()) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::build(std::span<const Subject> subjects, std::span<const Passage> passages,
                   base::Threads threads) {
  const InOrder input{subjects, order_by_key(subjects)};
  auto content = std::make_unique<Content>();
  // Each part is a pure function of the input, so they may be made in any order and side by side.
  const std::function<void()> parts[] = {
      [&] { content->reports = reports_of(passages); }, [&] { content->names = names_of(input); },
      [&] { content->codes = codes_of(input); },        [&] { content->places = places_of(input); },
      [&] { fill_subjects(*content, input); },
  };
  base::for_each_slice(std::size(parts), 1, threads,
                       [&](base::Slice slice) { parts[slice.begin](); });
  Index index;
  index.content_ = std::move(content);
  return index;
}

std::size_t Index::subjects() const { return content_->subjects.size(); }
std::size_t Index::passages() const { return content_->reports.size(); }
std::size_t Index::memory_bytes() const { return content_->memory_bytes(); }

}  // namespace search
