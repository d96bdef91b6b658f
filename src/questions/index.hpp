#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "picture/involvement.hpp"
#include "picture/picture.hpp"

namespace questions {

using picture::Entity;

/// Two people and all that ties them: a run of Picture::ties, which stand in order of people.
struct Pair {
  Entity left, right;  ///< left < right
  std::uint32_t first_tie, tie_count;
  float strength;       ///< of all kinds, summed
  std::uint16_t kinds;  ///< bit n: a tie of the n-th kind
};

/// Somebody whom a person has ties with.
struct Contact {
  Entity person;
  std::uint32_t pair;  ///< into Index::pairs
};

/// What answers need to be quick, made once of a picture. Never changes, so any number of threads
/// may ask; the picture must outlive it. Holds numbers only, no names: about 30 bytes a tie and 8
/// an entity.
class Index {
 public:
  explicit Index(const picture::Picture& picture);
  Index(Index&&) noexcept = default;
  Index(const Index&) = delete;

  const picture::Picture& picture() const { return *picture_; }

  /// The entity of that outside name; nothing if there is none. A name that the entity had before
  /// more became known of it still finds it: any of its mentions does.
  std::optional<Entity> find(std::string_view name) const;
  /// The mention of that outside name: a position in Evidence::mentions.
  std::optional<std::uint32_t> find_mention(std::string_view name) const;
  std::string name(Entity entity) const;  ///< as picture::name_of
  std::string caption(Entity entity) const;
  model::Noun noun(Entity entity) const;
  bool is_person(Entity entity) const { return noun(entity) == model::Noun::person; }

  /// How many links the entity has, in and out.
  std::size_t link_count(Entity entity) const;

  /// In order of person; nobody for what is no person.
  std::span<const Contact> contacts(Entity person) const;
  std::span<const Pair> pairs() const { return pairs_; }
  std::span<const picture::TieEvidence> ties(const Pair& pair) const;
  const Pair* pair(Entity one, Entity other) const;

  /// Positions in Picture::networks, ascending.
  std::vector<std::uint32_t> networks(Entity person) const;
  /// Positions in the picture's lists, if they stand there.
  std::optional<std::size_t> nominal(Entity person) const;
  std::optional<std::size_t> protection(Entity person) const;
  std::optional<std::size_t> held_back(Entity person) const;
  /// Who may be the same person.
  std::vector<Entity> doubts(Entity person) const;
  bool is_protected(Entity person) const { return protection(person).has_value(); }

  /// Key of the offence table; "" if the event states none.
  std::string_view offence(Entity event) const { return offences_.of(event); }

  std::size_t memory_bytes() const;

 private:
  /// Numbers of entities, in order of entity.
  using Lookup = std::vector<std::pair<Entity, std::uint32_t>>;
  static std::optional<std::size_t> only(const Lookup& lookup, Entity entity);
  static std::vector<std::uint32_t> all(const Lookup& lookup, Entity entity);

  void index_ties();
  void index_lists();
  void index_names();

  const picture::Picture* picture_;
  picture::Offences offences_;
  std::vector<std::uint32_t> earliest_mention_;  // by entity
  std::vector<std::pair<Entity, std::string>> long_captions_;
  std::vector<Pair> pairs_;
  std::vector<Contact> contacts_;
  std::vector<std::uint32_t> contact_begins_;  // by entity; one more than entities
  Lookup networks_, nominals_, protected_, held_back_, doubts_;
};

}  // namespace questions
