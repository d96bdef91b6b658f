#include "picture/involvement.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "picture/earnings.hpp"

namespace picture {

using model::Attribute;
using model::Evidence;

namespace {

// "Drug trafficking" and "DRUG-TRAFFICKING" are drug_trafficking.
std::string as_key(std::string_view text) {
  auto key = base::fold(text);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

std::string key_of_offence(std::string_view text, const threat::Tables& tables) {
  const auto key = as_key(text);
  if (tables.offence(key) != nullptr) return key;
  for (const auto& offence : tables.offences) {
    if (as_key(offence.title) == key) return offence.offence;
  }
  return key;
}

}  // namespace

Offences::Offences(const Evidence& evidence, const Entities& entities, const threat::Tables& tables)
    : keys_(entities.size()) {
  std::unordered_map<std::uint32_t, std::size_t> key_of_text;
  std::vector<std::pair<Entity, std::size_t>> found;
  for (std::uint32_t mention = 0; mention < evidence.mentions.size(); ++mention) {
    for (const auto& value : evidence.values_of(evidence.mentions[mention])) {
      if (value.attribute != Attribute::offence) continue;
      const auto [at, is_first] = key_of_text.emplace(value.text, owned_.size());
      if (is_first) owned_.push_back(key_of_offence(evidence.text(value), tables));
      found.emplace_back(entities.of_mention(mention), at->second);
    }
  }
  // Of several offences stated for one event the one that weighs most counts.
  const auto weight = [&](std::string_view key) {
    const auto* offence = tables.offence(key);
    return offence == nullptr ? -1 : offence->weight;
  };
  for (const auto& [event, key] : found) {
    auto& kept = keys_[event];
    if (kept.empty() || weight(owned_[key]) > weight(kept)) kept = owned_[key];
  }
}

std::vector<threat::Involvement> involvements_of(const Evidence& evidence, const EntityLinks& links,
                                                 const Offences& offences, Entity person) {
  std::vector<threat::Involvement> parts;
  for (const auto& link : links.from(person)) {
    const auto offence = offences.of(link.to);
    if (offence.empty()) continue;
    const auto first = links.sources_of(link).front();
    const auto record = record_of(evidence, evidence.links[first]);
    // An arrest for a crime that the same record names is that crime, not another.
    const bool is_arrest = evidence.mentions[evidence.links[first].to].noun == model::Noun::custody;
    if (is_arrest && record_speaks_of(evidence, record, model::Noun::crime)) continue;
    parts.push_back({link.to, record, offence, link.role, link.last});
  }
  return parts;
}

std::vector<threat::ProtectionLine> protection_lines_of(const Evidence& evidence,
                                                        const Entities& entities,
                                                        const EntityLinks& links, Entity person,
                                                        base::Seconds as_at) {
  std::vector<threat::StatedBirth> births;
  for (auto mention : entities.mentions(person)) {
    const auto text = evidence.first(evidence.mentions[mention], Attribute::date_of_birth);
    if (const auto date = base::parse_date(text, base::DateOrder::year_month_day)) {
      births.push_back({*date, mention, evidence.mentions[mention].record});
    }
  }
  std::vector<threat::ProtectingPart> parts;
  for (const auto& link : links.from(person)) {
    parts.push_back({link.role, link.to,
                     record_of(evidence, evidence.links[links.sources_of(link).front()]),
                     link.first});
  }
  auto lines = threat::protection_of(births, parts, as_at);
  const auto earnings = earnings_lines_of(evidence, entities, links, person);
  lines.insert(lines.end(), earnings.begin(), earnings.end());
  return lines;
}

bool record_speaks_of(const Evidence& evidence, std::uint32_t record, model::Noun noun) {
  auto mention = std::lower_bound(evidence.mentions.begin(), evidence.mentions.end(), record,
                                  [](const auto& a, auto b) { return a.record < b; });
  for (; mention != evidence.mentions.end() && mention->record == record; ++mention) {
    if (mention->noun == noun) return true;
  }
  return false;
}

bool is_recorded_as_suspect(const EntityLinks& links, const threat::Tables& tables, Entity person) {
  const auto outgoing = links.from(person);
  return std::any_of(outgoing.begin(), outgoing.end(), [&](const auto& link) {
    return link.role != model::LinkRole::mentioned_in &&
           tables.responsibility_thousandths(link.role) > 0;
  });
}

}  // namespace picture
