#include "picture/identify.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/text.hpp"
#include "resolve/identifier.hpp"

namespace picture {

using model::Attribute;
using model::Evidence;
using model::Mention;
using model::Noun;

namespace {

std::string canonical_number(Noun noun, std::string_view text, resolve::PhoneForms& phones) {
  switch (noun) {
    case Noun::phone:
      return phones.of(text);
    case Noun::vehicle:
      return resolve::canonical_vehicle(text);
    case Noun::account:
      return resolve::canonical_account(text);
    case Noun::email:
      return resolve::canonical_email(text);
    case Noun::handle:
      return resolve::canonical_handle(text);
    default:
      return base::fold_tight(text);
  }
}

// A home or premises: its postcode and house, or all of its words.
std::string address_key(const Evidence& evidence, const Mention& mention) {
  const auto line = evidence.first(mention, Attribute::line);
  const auto postcode = base::fold_tight(evidence.first(mention, Attribute::postcode));
  const auto house = resolve::house_of(line);
  if (!postcode.empty() && !house.empty()) return postcode + ' ' + house;
  const auto words = base::fold(line);
  if (words.empty()) return "";
  return words + '\n' +
         (postcode.empty() ? base::fold(evidence.first(mention, Attribute::town)) : postcode);
}

std::string place_key(const Evidence& evidence, const Mention& mention) {
  for (auto attribute : {Attribute::name, Attribute::postcode, Attribute::town}) {
    if (const auto words = base::fold(evidence.first(mention, attribute)); !words.empty())
      return words;
  }
  const auto latitude = evidence.first(mention, Attribute::latitude);
  if (latitude.empty()) return "";
  return std::string(latitude) + ' ' + std::string(evidence.first(mention, Attribute::longitude));
}

// A crime's number is its force's, whichever of its systems says it.
std::string crime_key(const Evidence& evidence, const Mention& mention) {
  const auto reference = base::fold_tight(evidence.first(mention, Attribute::reference));
  if (reference.empty()) return "";
  const auto& source = evidence.sources[evidence.records[mention.record].source];
  return (source.force.empty() ? source.source : source.force) + '\n' + reference;
}

// The source's own number for it, which means something only within that source.
std::string source_key(const Evidence& evidence, const Mention& mention) {
  const auto reference = base::fold_tight(evidence.first(mention, Attribute::reference));
  if (reference.empty()) return "";
  return evidence.sources[evidence.records[mention.record].source].source + '\n' + reference;
}

// Two mentions of one noun with one key are one thing; an empty key says nothing.
std::string key_of(const Evidence& evidence, const Mention& mention, resolve::PhoneForms& phones) {
  switch (mention.noun) {
    case Noun::person:
      return "";
    case Noun::organisation: {
      const auto number = base::fold_tight(evidence.first(mention, Attribute::number));
      return number.empty() ? base::fold(evidence.first(mention, Attribute::name)) : number;
    }
    case Noun::phone:
    case Noun::vehicle:
    case Noun::account:
    case Noun::document:
    case Noun::email:
    case Noun::handle:
      return canonical_number(mention.noun, evidence.first(mention, Attribute::number), phones);
    case Noun::address:
      return address_key(evidence, mention);
    case Noun::place:
      return place_key(evidence, mention);
    case Noun::crime:
      return crime_key(evidence, mention);
    case Noun::incident:
    case Noun::custody:
    case Noun::missing_episode:
    case Noun::report:
    case Noun::meeting:
    case Noun::call:
    case Noun::payment:
    case Noun::referral:
      return source_key(evidence, mention);
  }
  return "";
}

std::vector<std::uint32_t> representatives_of_objects(const Evidence& evidence,
                                                      resolve::PhoneForms& phones) {
  std::vector<std::uint32_t> representative(evidence.mentions.size());
  std::iota(representative.begin(), representative.end(), 0U);
  std::unordered_map<std::string, std::uint32_t> first_with_key;
  for (std::uint32_t i = 0; i < evidence.mentions.size(); ++i) {
    const auto key = key_of(evidence, evidence.mentions[i], phones);
    if (key.empty()) continue;
    const auto typed = static_cast<char>('a' + static_cast<int>(evidence.mentions[i].noun)) + key;
    representative[i] = first_with_key.emplace(typed, i).first->second;
  }
  return representative;
}

}  // namespace

Identified identify(const Evidence& evidence, const People& people,
                    std::span<const model::Decision> decisions, const resolve::Model& model,
                    resolve::PhoneForms& phones, base::Threads threads) {
  auto representative = representatives_of_objects(evidence, phones);
  const auto constraints = constraints_of(evidence, people, decisions);
  const auto resolution = resolve::resolve(people.table, model, constraints, threads);
  for (std::uint32_t row = 0; row < people.mentions_of_row.size(); ++row) {
    const auto first = people.mentions_of_row[resolution.entity[row]].front();
    for (auto mention : people.mentions_of_row[row]) representative[mention] = first;
  }
  Entities entities(evidence, representative);
  std::vector<std::pair<Entity, Entity>> doubts;
  for (const auto& [left, right] : resolution.doubts) {
    doubts.push_back(std::minmax(entities.of_mention(people.mentions_of_row[left].front()),
                                 entities.of_mention(people.mentions_of_row[right].front())));
  }
  std::sort(doubts.begin(), doubts.end());
  doubts.erase(std::unique(doubts.begin(), doubts.end()), doubts.end());
  return {std::move(entities), std::move(doubts), resolution.warnings};
}

}  // namespace picture
