#include "picture/identity.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "picture/people.hpp"
#include "resolve/explain.hpp"

namespace picture {

using model::Evidence;
using model::Noun;

namespace {

// All that rows of these people are made of: the records that speak of them, and of the crimes
// that bring others around them.
std::set<std::uint32_t> records_around(const Picture& picture, const std::vector<Entity>& people) {
  const auto& evidence = picture.evidence;
  std::set<std::uint32_t> records;
  for (auto person : people) {
    for (auto mention : picture.entities.mentions(person))
      records.insert(evidence.mentions[mention].record);
  }
  std::set<Entity> crimes;
  for (auto record : records) {
    auto mention = std::lower_bound(evidence.mentions.begin(), evidence.mentions.end(), record,
                                    [](const auto& each, auto key) { return each.record < key; });
    for (; mention != evidence.mentions.end() && mention->record == record; ++mention) {
      if (mention->noun != Noun::crime) continue;
      crimes.insert(picture.entities.of_mention(
          static_cast<std::uint32_t>(mention - evidence.mentions.begin())));
    }
  }
  for (auto crime : crimes) {
    for (auto mention : picture.entities.mentions(crime))
      records.insert(evidence.mentions[mention].record);
  }
  return records;
}

/// Some records of an evidence as an evidence of their own.
class Part {
 public:
  Part(const Evidence& whole, const std::set<std::uint32_t>& records) : whole_(whole) {
    evidence.sources = whole.sources;
    evidence.labels = whole.labels;
    for (auto record : records) add(record);
  }

  Evidence evidence;
  std::vector<std::uint32_t> mention_in_whole;  ///< by mention of the part

 private:
  void add(std::uint32_t record) {
    const auto number = static_cast<std::uint32_t>(evidence.records.size());
    evidence.records.push_back(whole_.records[record]);
    const auto first =
        std::lower_bound(whole_.mentions.begin(), whole_.mentions.end(), record,
                         [](const auto& each, auto key) { return each.record < key; });
    const auto first_in_whole = static_cast<std::uint32_t>(first - whole_.mentions.begin());
    const auto first_in_part = static_cast<std::uint32_t>(evidence.mentions.size());
    for (auto i = first_in_whole; i < whole_.mentions.size() && whole_.mentions[i].record == record;
         ++i)
      add_mention(i, number);
    auto link = std::lower_bound(
        whole_.links.begin(), whole_.links.end(), first_in_whole,
        [&](const auto& each, auto) { return whole_.mentions[each.from].record < record; });
    for (; link != whole_.links.end() && whole_.mentions[link->from].record == record; ++link) {
      evidence.links.push_back(*link);
      evidence.links.back().from += first_in_part - first_in_whole;
      evidence.links.back().to += first_in_part - first_in_whole;
    }
  }

  void add_mention(std::uint32_t mention, std::uint32_t record) {
    auto copy = whole_.mentions[mention];
    const auto values = whole_.values_of(copy);
    copy.record = record;
    copy.slot = evidence.texts.intern(whole_.texts[copy.slot]);
    copy.first_value = static_cast<std::uint32_t>(evidence.values.size());
    for (const auto& value : values)
      evidence.values.push_back({value.attribute, evidence.texts.intern(whole_.text(value))});
    evidence.mentions.push_back(copy);
    mention_in_whole.push_back(mention);
  }

  const Evidence& whole_;
};

/// The rows of some people, with the table that they stand in.
class Rows {
 public:
  Rows(const Picture& picture, const std::vector<Entity>& people)
      : part_(picture.evidence, records_around(picture, people)),
        table_(people_of(part_.evidence)) {
    for (std::uint32_t row = 0; row < table_.mentions_of_row.size(); ++row) {
      IdentityRow found;
      for (auto mention : table_.mentions_of_row[row])
        found.mentions.push_back(part_.mention_in_whole[mention]);
      found.person = picture.entities.of_mention(found.mentions.front());
      if (std::find(people.begin(), people.end(), found.person) == people.end()) continue;
      rows.push_back(std::move(found));
      numbers_.push_back(row);
    }
  }

  /// Of a row, in the table.
  std::uint32_t number(std::size_t row) const { return numbers_[row]; }
  const resolve::Table& table() const { return table_.table; }

  std::vector<IdentityRow> rows;

 private:
  const Part part_;
  const People table_;
  std::vector<std::uint32_t> numbers_;
};

/// What each two of some rows have for and against being one person.
class Links {
 public:
  Links(const Rows& rows, const resolve::Model& model)
      : rows_(rows), explain_(rows.table(), model) {}

  IdentityLink operator()(std::size_t left, std::size_t right) const {
    const auto why = explain_(rows_.number(left), rows_.number(right));
    IdentityLink link{.left = left,
                      .right = right,
                      .prior = resolve::to_double(why.prior),
                      .bits = resolve::to_double(why.total),
                      .probability = why.probability};
    for (const auto& reason : why.reasons)
      link.reasons.push_back({reason.field, reason.comparison, resolve::to_double(reason.weight)});
    return link;
  }

 private:
  const Rows& rows_;
  const resolve::Explainer explain_;
};

// Kruskal (1956), on what is strongest; ties go to the earlier rows.
std::vector<IdentityLink> spanning(std::vector<IdentityLink> links, std::size_t rows) {
  std::stable_sort(links.begin(), links.end(),
                   [](const auto& a, const auto& b) { return a.bits > b.bits; });
  std::vector<std::size_t> group(rows);
  std::iota(group.begin(), group.end(), std::size_t{0});
  std::vector<IdentityLink> tree;
  for (auto& link : links) {
    const auto joined = group[link.left], gone = group[link.right];
    if (joined == gone) continue;
    std::replace(group.begin(), group.end(), gone, joined);
    tree.push_back(std::move(link));
  }
  std::reverse(tree.begin(), tree.end());
  return tree;
}

}  // namespace

std::vector<IdentityRow> rows_of(const Picture& picture, Entity person) {
  return std::move(Rows(picture, {person}).rows);
}

Identity identity_of(const Picture& picture, Entity person, const resolve::Model& model) {
  Rows rows(picture, {person});
  const auto row_count = rows.rows.size();
  const auto size = std::min(row_count, identity_rows_max);
  const Links link(rows, model);
  std::vector<IdentityLink> links;
  for (std::size_t left = 0; left < size; ++left) {
    for (auto right = left + 1; right < size; ++right) links.push_back(link(left, right));
  }
  rows.rows.resize(size);
  return {row_count, std::move(rows.rows), spanning(std::move(links), size)};
}

Identity compare(const Picture& picture, Entity left, Entity right, const resolve::Model& model) {
  Rows rows(picture, {left, right});
  const auto row_count = rows.rows.size();
  const auto size = std::min(row_count, identity_rows_max);
  rows.rows.resize(size);
  const Links link(rows, model);
  std::vector<IdentityLink> strongest;
  for (std::size_t i = 0; i < size; ++i) {
    for (auto j = i + 1; j < size; ++j) {
      if (rows.rows[i].person == rows.rows[j].person) continue;
      auto found = link(i, j);
      if (strongest.empty() || found.bits > strongest.front().bits) strongest = {std::move(found)};
    }
  }
  return {row_count, std::move(rows.rows), std::move(strongest)};
}

}  // namespace picture
