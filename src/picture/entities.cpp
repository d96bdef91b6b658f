#include "picture/entities.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "base/text.hpp"

namespace picture {

using model::Attribute;
using model::Evidence;
using model::Noun;

Entities::Entities(const Evidence& evidence, const std::vector<std::uint32_t>& representative) {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  const auto count = static_cast<std::uint32_t>(evidence.mentions.size());
  std::vector<Entity> of_representative(count, none);
  of_mention_.resize(count);
  starts_.push_back(0);
  std::vector<std::size_t> sizes;
  for (std::uint32_t mention = 0; mention < count; ++mention) {
    auto& entity = of_representative[representative[mention]];
    if (entity == none) {
      entity = static_cast<Entity>(sizes.size());
      sizes.push_back(0);
    }
    of_mention_[mention] = entity;
    ++sizes[entity];
  }
  for (auto size : sizes) starts_.push_back(starts_.back() + size);
  members_.resize(count);
  auto next = starts_;
  for (std::uint32_t mention = 0; mention < count; ++mention)
    members_[next[of_mention_[mention]]++] = mention;
}

Noun noun_of(const Evidence& evidence, const Entities& entities, Entity entity) {
  return evidence.mentions[entities.mentions(entity).front()].noun;
}

std::string name_of(const Evidence& evidence, const Entities& entities, Entity entity) {
  constexpr auto never = std::numeric_limits<base::Seconds>::max();
  std::uint32_t earliest = entities.mentions(entity).front();
  auto earliest_time = never;
  for (auto mention : entities.mentions(entity)) {
    const auto& record = evidence.records[evidence.mentions[mention].record];
    const auto time = record.recorded.value_or(record.happened.value_or(never));
    if (time >= earliest_time) continue;
    earliest = mention;
    earliest_time = time;
  }
  const auto& mention = evidence.mentions[earliest];
  return to_string(evidence.records[mention.record].reference) + "-" +
         std::string(evidence.texts[mention.slot]);
}

std::vector<CountedValue> values_of(const Evidence& evidence, const Entities& entities,
                                    Entity entity, Attribute attribute) {
  std::map<std::string_view, int> counts;
  for (auto mention : entities.mentions(entity)) {
    for (const auto& value : evidence.values_of(evidence.mentions[mention])) {
      if (value.attribute == attribute) ++counts[evidence.text(value)];
    }
  }
  std::vector<CountedValue> values;
  for (const auto& [text, count] : counts) values.push_back({std::string(text), count});
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return values;
}

namespace {

class Captions {
 public:
  Captions(const Evidence& evidence, const Entities& entities, Entity entity)
      : evidence_(evidence), entities_(entities), entity_(entity) {}

  std::string commonest(Attribute attribute) const {
    const auto values = values_of(evidence_, entities_, entity_, attribute);
    return values.empty() ? "" : values.front().text;
  }

  /// The first of these that has a value.
  std::string first_of(std::initializer_list<Attribute> attributes) const {
    for (auto attribute : attributes) {
      if (auto text = commonest(attribute); !text.empty()) return text;
    }
    return "";
  }

  std::string person() const {
    auto name = base::to_upper(commonest(Attribute::family_name));
    if (const auto given = commonest(Attribute::given_name); !given.empty())
      name += (name.empty() ? "" : ", ") + given;
    if (name.empty()) name = first_of({Attribute::name, Attribute::alias});
    if (const auto born = commonest(Attribute::date_of_birth); !born.empty()) name += " b. " + born;
    return name.empty() ? first_of({Attribute::reference}) : name;
  }

  std::string address() const {
    std::string text;
    for (auto attribute : {Attribute::line, Attribute::town, Attribute::postcode}) {
      if (const auto part = commonest(attribute); !part.empty())
        text += (text.empty() ? "" : ", ") + part;
    }
    return text.empty() ? first_of({Attribute::name}) : text;
  }

 private:
  const Evidence& evidence_;
  const Entities& entities_;
  Entity entity_;
};

}  // namespace

std::string caption_of(const Evidence& evidence, const Entities& entities, Entity entity) {
  const Captions captions(evidence, entities, entity);
  const auto noun = noun_of(evidence, entities, entity);
  std::string text;
  if (noun == Noun::person) {
    text = captions.person();
  } else if (noun == Noun::address) {
    text = captions.address();
  } else {
    text = captions.first_of({Attribute::number, Attribute::name, Attribute::title,
                              Attribute::offence, Attribute::kind, Attribute::town,
                              Attribute::reference, Attribute::text});
  }
  return text.empty() ? "unnamed " + std::string(base::name_of(noun)) : text;
}

}  // namespace picture
