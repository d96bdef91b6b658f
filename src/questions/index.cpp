#include "questions/index.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace questions {

using picture::Picture;

namespace {

// A caption counts the values of all mentions: of what is recorded more often it is kept.
constexpr std::size_t mentions_for_kept_caption = 50;
constexpr std::size_t reference_length = 16;

std::uint32_t earliest_mention(const Picture& picture, Entity entity) {
  constexpr auto never = std::numeric_limits<base::Seconds>::max();
  auto earliest = picture.entities.mentions(entity).front();
  auto earliest_time = never;
  for (auto mention : picture.entities.mentions(entity)) {
    const auto& record = picture.evidence.records[picture.evidence.mentions[mention].record];
    const auto time = record.recorded.value_or(record.happened.value_or(never));
    if (time >= earliest_time) continue;
    earliest = mention;
    earliest_time = time;
  }
  return earliest;
}

template <class T>
std::size_t bytes_of(const std::vector<T>& items) {
  return items.capacity() * sizeof(T);
}

}  // namespace

Index::Index(const Picture& picture)
    : picture_(&picture), offences_(picture.evidence, picture.entities, picture.tables) {
  index_names();
  index_ties();
  index_lists();
}

void Index::index_names() {
  const auto& entities = picture_->entities;
  earliest_mention_.resize(entities.size());
  for (Entity entity = 0; entity < entities.size(); ++entity) {
    earliest_mention_[entity] = earliest_mention(*picture_, entity);
    if (entities.mentions(entity).size() > mentions_for_kept_caption)
      long_captions_.emplace_back(entity, caption_of(picture_->evidence, entities, entity));
  }
}

void Index::index_ties() {
  const auto& ties = picture_->ties;
  contact_begins_.assign(picture_->entities.size() + 1, 0);
  for (std::uint32_t i = 0; i < ties.size(); ++i) {
    const auto& tie = ties[i];
    if (pairs_.empty() || pairs_.back().left != tie.left || pairs_.back().right != tie.right) {
      pairs_.push_back({tie.left, tie.right, i, 0, 0, 0});
      ++contact_begins_[tie.left + 1];
      ++contact_begins_[tie.right + 1];
    }
    auto& pair = pairs_.back();
    ++pair.tie_count;
    pair.strength += static_cast<float>(tie.strength);
    pair.kinds = static_cast<std::uint16_t>(pair.kinds | (1U << static_cast<unsigned>(tie.kind)));
  }
  pairs_.shrink_to_fit();
  std::partial_sum(contact_begins_.begin(), contact_begins_.end(), contact_begins_.begin());
  contacts_.resize(2 * pairs_.size());
  // Pairs stand in order of left and right, so those on the left of somebody come in order, and
  // before those on the right.
  auto next = contact_begins_;
  for (std::uint32_t i = 0; i < pairs_.size(); ++i)
    contacts_[next[pairs_[i].right]++] = {pairs_[i].left, i};
  for (std::uint32_t i = 0; i < pairs_.size(); ++i)
    contacts_[next[pairs_[i].left]++] = {pairs_[i].right, i};
}

void Index::index_lists() {
  for (std::uint32_t i = 0; i < picture_->networks.size(); ++i) {
    for (const auto& member : picture_->networks[i].members)
      networks_.emplace_back(member.person, i);
  }
  for (std::uint32_t i = 0; i < picture_->nominals.size(); ++i)
    nominals_.emplace_back(picture_->nominals[i].person, i);
  for (std::uint32_t i = 0; i < picture_->protection_list.size(); ++i)
    protected_.emplace_back(picture_->protection_list[i].person, i);
  for (std::uint32_t i = 0; i < picture_->held_back.size(); ++i)
    held_back_.emplace_back(picture_->held_back[i].person, i);
  for (const auto& [one, other] : picture_->doubts) {
    doubts_.emplace_back(one, other);
    doubts_.emplace_back(other, one);
  }
  for (auto* lookup : {&networks_, &nominals_, &protected_, &held_back_, &doubts_}) {
    std::sort(lookup->begin(), lookup->end());
    lookup->shrink_to_fit();
  }
}

std::optional<std::size_t> Index::only(const Lookup& lookup, Entity entity) {
  const auto found = std::lower_bound(lookup.begin(), lookup.end(), std::pair(entity, 0U));
  if (found == lookup.end() || found->first != entity) return {};
  return found->second;
}

std::vector<std::uint32_t> Index::all(const Lookup& lookup, Entity entity) {
  std::vector<std::uint32_t> numbers;
  for (auto found = std::lower_bound(lookup.begin(), lookup.end(), std::pair(entity, 0U));
       found != lookup.end() && found->first == entity; ++found) {
    numbers.push_back(found->second);
  }
  return numbers;
}

std::optional<Entity> Index::find(std::string_view name) const {
  const auto mention = find_mention(name);
  if (!mention) return {};
  return picture_->entities.of_mention(*mention);
}

std::optional<std::uint32_t> Index::find_mention(std::string_view name) const {
  if (name.size() <= reference_length || name[reference_length] != '-') return {};
  const auto reference = model::parse_reference(name.substr(0, reference_length));
  if (!reference) return {};
  const auto slot = name.substr(reference_length + 1);
  const auto& evidence = picture_->evidence;
  for (auto number : evidence.records_of(*reference)) {
    auto mention = std::lower_bound(evidence.mentions.begin(), evidence.mentions.end(), number,
                                    [](const auto& each, auto key) { return each.record < key; });
    for (; mention != evidence.mentions.end() && mention->record == number; ++mention) {
      if (evidence.texts[mention->slot] != slot) continue;
      return static_cast<std::uint32_t>(mention - evidence.mentions.begin());
    }
  }
  return {};
}

std::string Index::name(Entity entity) const {
  const auto& evidence = picture_->evidence;
  const auto& mention = evidence.mentions[earliest_mention_[entity]];
  return to_string(evidence.records[mention.record].reference) + "-" +
         std::string(evidence.texts[mention.slot]);
}

std::string Index::caption(Entity entity) const {
  const auto kept = std::lower_bound(long_captions_.begin(), long_captions_.end(), entity,
                                     [](const auto& each, Entity key) { return each.first < key; });
  if (kept != long_captions_.end() && kept->first == entity) return kept->second;
  return caption_of(picture_->evidence, picture_->entities, entity);
}

model::Noun Index::noun(Entity entity) const {
  return noun_of(picture_->evidence, picture_->entities, entity);
}

std::size_t Index::link_count(Entity entity) const {
  return picture_->links.from(entity).size() + picture_->links.to(entity).size();
}

std::span<const Contact> Index::contacts(Entity person) const {
  return std::span(contacts_).subspan(contact_begins_[person],
                                      contact_begins_[person + 1] - contact_begins_[person]);
}

std::span<const picture::TieEvidence> Index::ties(const Pair& pair) const {
  return std::span(picture_->ties).subspan(pair.first_tie, pair.tie_count);
}

const Pair* Index::pair(Entity one, Entity other) const {
  const auto of_one = contacts(one);
  const auto found =
      std::lower_bound(of_one.begin(), of_one.end(), other,
                       [](const auto& each, Entity key) { return each.person < key; });
  return found == of_one.end() || found->person != other ? nullptr : &pairs_[found->pair];
}

std::vector<std::uint32_t> Index::networks(Entity person) const { return all(networks_, person); }
std::optional<std::size_t> Index::nominal(Entity person) const { return only(nominals_, person); }
std::optional<std::size_t> Index::protection(Entity person) const {
  return only(protected_, person);
}
std::optional<std::size_t> Index::held_back(Entity person) const {
  return only(held_back_, person);
}
std::vector<Entity> Index::doubts(Entity person) const { return all(doubts_, person); }

std::size_t Index::memory_bytes() const {
  std::size_t bytes = bytes_of(earliest_mention_) + bytes_of(long_captions_) + bytes_of(pairs_) +
                      bytes_of(contacts_) + bytes_of(contact_begins_);
  for (const auto* lookup : {&networks_, &nominals_, &protected_, &held_back_, &doubts_})
    bytes += bytes_of(*lookup);
  for (const auto& [entity, caption] : long_captions_) bytes += caption.capacity();
  // The offences of events: a view for each entity.
  return bytes + picture_->entities.size() * sizeof(std::string_view);
}

}  // namespace questions
