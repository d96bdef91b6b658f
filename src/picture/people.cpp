#include "picture/people.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/text.hpp"
#include "picture/surroundings.hpp"

namespace picture {

using model::Attribute;
using model::Evidence;
using model::Noun;
using resolve::Kind;

namespace {

enum Column : std::size_t {
  name,
  birth,
  sex,
  postcode,
  street,
  birth_place,
  occupation,
  phone,
  vehicle,
  account,
  document,
  online,
  surroundings
};

std::vector<resolve::Column> columns() {
  return {{"name", Kind::name, base::DateOrder::year_month_day},
          {"date_of_birth", Kind::date, base::DateOrder::year_month_day},
          {"sex", Kind::category, base::DateOrder::year_month_day},
          {"postcode", Kind::code, base::DateOrder::year_month_day},
          {"street", Kind::text, base::DateOrder::year_month_day},
          {"birth_place", Kind::text, base::DateOrder::year_month_day},
          {"occupation", Kind::text, base::DateOrder::year_month_day},
          {"phone", Kind::identifier, base::DateOrder::year_month_day},
          {"vehicle", Kind::identifier, base::DateOrder::year_month_day},
          {"account", Kind::identifier, base::DateOrder::year_month_day},
          {"document", Kind::identifier, base::DateOrder::year_month_day},
          {"online", Kind::identifier, base::DateOrder::year_month_day},
          {"surroundings", Kind::surroundings, base::DateOrder::year_month_day}};
}

std::optional<Column> column_of_person(Attribute attribute) {
  switch (attribute) {
    case Attribute::name:
    case Attribute::given_name:
    case Attribute::family_name:
    case Attribute::alias:
      return Column::name;
    case Attribute::date_of_birth:
      return Column::birth;
    case Attribute::sex:
      return Column::sex;
    case Attribute::postcode:
      return Column::postcode;
    case Attribute::line:
      return Column::street;
    case Attribute::birth_place:
      return Column::birth_place;
    case Attribute::occupation:
      return Column::occupation;
    default:
      return {};
  }
}

// What an object that a person has says about who the person is.
std::optional<Column> column_of_object(Noun noun, Attribute attribute) {
  if (noun == Noun::address && attribute == Attribute::postcode) return Column::postcode;
  if (noun == Noun::address && attribute == Attribute::line) return Column::street;
  if (attribute != Attribute::number) return {};
  switch (noun) {
    case Noun::phone:
      return Column::phone;
    case Noun::vehicle:
      return Column::vehicle;
    case Noun::account:
      return Column::account;
    case Noun::document:
      return Column::document;
    case Noun::email:
    case Noun::handle:
      return Column::online;
    default:
      return {};
  }
}

bool says_whose(model::LinkRole role) {
  using model::LinkRole;
  return role == LinkRole::uses || role == LinkRole::keeper_of || role == LinkRole::holds ||
         role == LinkRole::lives_at;
}

// Groups person mentions by source and the source's own reference.
void group_by_reference(const Evidence& evidence, People& people) {
  std::unordered_map<std::string, std::uint32_t> row_of_reference;
  people.row_of_mention.assign(evidence.mentions.size(), no_row);
  for (std::uint32_t i = 0; i < evidence.mentions.size(); ++i) {
    const auto& mention = evidence.mentions[i];
    if (mention.noun != Noun::person) continue;
    const auto next = static_cast<std::uint32_t>(people.mentions_of_row.size());
    auto row = next;
    if (const auto reference = base::fold_tight(evidence.first(mention, Attribute::reference));
        !reference.empty()) {
      const auto& source = evidence.sources[evidence.records[mention.record].source];
      row = row_of_reference.emplace(source.source + '\n' + reference, next).first->second;
    }
    if (row == next) people.mentions_of_row.emplace_back();
    people.mentions_of_row[row].push_back(i);
    people.row_of_mention[i] = row;
  }
}

// More than a surname with an initial, which half a street may share.
bool is_named_in_full(const Evidence& evidence, std::uint32_t person) {
  std::size_t words = 0;
  for (const auto& value : evidence.values_of(evidence.mentions[person])) {
    if (column_of_person(value.attribute) != Column::name) continue;
    const auto folded = base::fold(evidence.text(value));
    for (auto word : base::split(folded, ' ')) words += word.size() > 1;
  }
  return words > 1;
}

// A report about one person: the phone, vehicle or address that it names is taken for theirs.
void add_reported(const Evidence& evidence,
                  std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
  std::uint32_t begin = 0;
  while (begin < evidence.mentions.size()) {
    auto end = begin;
    std::vector<std::uint32_t> people, things;
    bool is_report = false;
    const auto record = evidence.mentions[begin].record;
    for (; end < evidence.mentions.size() && evidence.mentions[end].record == record; ++end) {
      const auto noun = evidence.mentions[end].noun;
      is_report = is_report || noun == Noun::report;
      (noun == Noun::person ? people : things).push_back(end);
    }
    if (is_report && people.size() == 1 && is_named_in_full(evidence, people.front())) {
      for (auto thing : things) pairs.emplace_back(people.front(), thing);
    }
    begin = end;
  }
}

// For each person mention, the objects that its record says are theirs: by mention, in order of
// link.
std::vector<std::pair<std::uint32_t, std::uint32_t>> belongings(const Evidence& evidence) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& link : evidence.links) {
    if (says_whose(link.role) && evidence.mentions[link.from].noun == Noun::person)
      pairs.emplace_back(link.from, link.to);
  }
  add_reported(evidence, pairs);
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return pairs;
}

void add_mention(const Evidence& evidence, std::uint32_t i, resolve::Table& table) {
  for (const auto& value : evidence.values_of(evidence.mentions[i])) {
    if (const auto column = column_of_person(value.attribute))
      table.add_value(*column, evidence.text(value));
  }
}

// "30 Marlmere Way, Kestmarsh ZZ2 1BA", as reports write an address: its street and its postcode.
void add_whole_address(std::string_view line, resolve::Table& table) {
  table.add_value(Column::street, line.substr(0, line.find(',')));
  const auto words = base::split(base::trim(line), ' ');
  if (words.size() < 2) return;
  const auto outward = words[words.size() - 2], inward = words.back();
  if (inward.size() == 3 && base::is_digit(inward[0]) && outward.size() <= 4 &&
      base::is_digit(outward.back())) {
    table.add_value(Column::postcode, std::string(outward) + std::string(inward));
  }
}

void add_object(const Evidence& evidence, std::uint32_t i, resolve::Table& table) {
  const auto& mention = evidence.mentions[i];
  for (const auto& value : evidence.values_of(mention)) {
    const auto column = column_of_object(mention.noun, value.attribute);
    if (!column) continue;
    const auto text = evidence.text(value);
    if (column == Column::street && text.find(',') != std::string_view::npos)
      add_whole_address(text, table);
    else
      table.add_value(*column, text);
  }
}

std::optional<std::uint32_t> row_of(const Evidence& evidence, const People& people,
                                    const model::MentionReference& reference) {
  const auto records = evidence.records_of(reference.record);
  if (records.empty()) return {};
  const auto number = records.front();
  auto mention = std::lower_bound(evidence.mentions.begin(), evidence.mentions.end(), number,
                                  [](const auto& a, auto b) { return a.record < b; });
  for (; mention != evidence.mentions.end() && mention->record == number; ++mention) {
    const auto row =
        people.row_of_mention[static_cast<std::size_t>(mention - evidence.mentions.begin())];
    if (evidence.texts[mention->slot] == reference.slot && row != no_row) return row;
  }
  return {};
}

}  // namespace

People people_of(const Evidence& evidence) {
  People people{resolve::Table(columns()), {}, {}};
  group_by_reference(evidence, people);
  const auto objects = belongings(evidence);
  const auto around = surroundings_of(evidence);
  for (const auto& mentions : people.mentions_of_row) {
    people.table.add_row();
    for (auto mention : mentions) {
      add_mention(evidence, mention, people.table);
      for (const auto& words : around[mention]) people.table.add_value(Column::surroundings, words);
      auto object = std::lower_bound(objects.begin(), objects.end(), std::pair(mention, 0U));
      for (; object != objects.end() && object->first == mention; ++object) {
        add_object(evidence, object->second, people.table);
      }
    }
  }
  return people;
}

resolve::Constraints constraints_of(const Evidence& evidence, const People& people,
                                    std::span<const model::Decision> decisions) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, model::Verdict> latest;
  for (const auto& decision : decisions) {
    const auto left = row_of(evidence, people, decision.left),
               right = row_of(evidence, people, decision.right);
    if (left && right && *left != *right) latest[std::minmax(*left, *right)] = decision.verdict;
  }
  resolve::Constraints constraints;
  for (const auto& [rows, verdict] : latest) {
    if (verdict == model::Verdict::same) constraints.same.push_back(rows);
    if (verdict == model::Verdict::different) constraints.different.push_back(rows);
  }
  return constraints;
}

}  // namespace picture
