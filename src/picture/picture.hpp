#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/threads.hpp"
#include "model/decision.hpp"
#include "model/evidence.hpp"
#include "picture/entities.hpp"
#include "picture/links.hpp"
#include "picture/ties.hpp"
#include "resolve/model.hpp"
#include "resolve/phone_forms.hpp"
#include "threat/control.hpp"
#include "threat/harm.hpp"
#include "threat/prominence.hpp"
#include "threat/prominence_memory.hpp"
#include "threat/protection.hpp"
#include "threat/tables.hpp"

namespace picture {

/// A nominal who may be ranked, with why. Nobody in the protection list is one.
struct RankedNominal {
  Entity person;
  threat::HarmScore harm;
  std::vector<std::uint32_t> networks;  ///< positions in Picture::networks
  bool is_new;                          ///< first recorded within the tables' new_within_days
};

/// How a member stands in a network. Being named in a report, found with a missing child or paid
/// implicates nobody: whoever is only that may be a victim whom the records do not yet show as one,
/// and is shown without a rank.
enum class Standing {
  ranked,      ///< a record gives them a part in crime, in a meeting or in a call, or shows control
  in_doubt,    ///< perhaps somebody in the protection list: an analyst must decide first
  unassessed,  ///< shown, never ranked: nothing says that they did anything
  kept_apart,  ///< stands in the protection list: shown with care, never ranked
};

struct NetworkMember {
  Entity person;
  threat::Prominence prominence;
  threat::Harm harm;  ///< of what the records say this person did
  Standing standing;
  std::vector<threat::ControlLine> control;  ///< evidence of control, by kind
  double place_score;  ///< prominence and the weights of that evidence, which the order follows
};

/// People joined by evidence of criminal association, with the harm of what they are recorded to
/// have done.
struct RankedNetwork {
  std::vector<NetworkMember>
      members;             ///< the ranked first, by place_score; then unassessed; then protected
  threat::HarmScore harm;  ///< each event once
  std::vector<std::pair<std::size_t, threat::Harm>>
      threat_types;  ///< into Tables::threat_types, most harm first
  std::vector<std::string>
      forces;  ///< whose records speak of its members' ties or offences, sorted
  std::vector<std::uint32_t> ties;  ///< positions in Picture::ties
  std::optional<base::Seconds> first, last;
  bool is_new;
  std::size_t prominence_copies;  ///< behind the intervals of its members
};

/// Somebody with harm to their name who may be the same person as one in the protection list:
/// ranked nowhere until an analyst decides.
struct HeldBack {
  Entity person;
  std::vector<Entity> perhaps;  ///< in the protection list
};

struct ProtectedPerson {
  Entity person;
  std::vector<threat::ProtectionLine> lines;
  bool is_also_suspect;
};

/// What a picture is a function of, so that it can be made again to the byte.
struct Manifest {
  std::string release, audience, model_sha256, tables_sha256;
  base::Date as_at;
  model::Label label{.tier = model::Tier::official};  ///< the join of all that is in it
  std::size_t records = 0, mentions = 0, decisions = 0;
};

/// One audience's picture: an immutable value, and a pure function of what the audience may see,
/// decisions, model, tables and date. Lists stand in their order of rank. Any number of threads may
/// read it.
struct Picture {
  model::Evidence evidence;
  threat::Tables tables;
  Entities entities;
  EntityLinks links;
  std::vector<TieEvidence> ties;
  std::vector<RankedNetwork> networks;
  std::vector<RankedNominal> nominals;
  std::vector<ProtectedPerson> protection_list;  ///< by number of lines, most first, then by name
  std::vector<HeldBack> held_back;
  std::vector<std::pair<Entity, Entity>> doubts;  ///< perhaps one person; ascending, lesser first
  std::vector<std::string> notes;
  Manifest manifest;
};

/// Whether intervals are put around places by prominence. They change no place and take most of the
/// time that a picture takes.
enum class Intervals { of_the_first, none };

/// What pictures that are likely to have much in common share, so that it is worked out once.
/// Changes no picture. Any thread.
struct Memory {
  threat::ProminenceMemory prominence;
  resolve::PhoneForms phones;
};

struct PictureInputs {
  std::span<const model::Decision> decisions;  ///< those the audience may see, oldest first
  const resolve::Model& model;
  const threat::Tables& tables;
  std::optional<base::Date> as_at;  ///< without: the day of the latest visible record
  std::string audience;
  Memory* memory = nullptr;                       ///< outlives the call
  Intervals intervals = Intervals::of_the_first;  ///< in the hundred networks of most harm
};

/// Takes the evidence into the picture; it must be in order (model::sort_by_origin).
Picture build(model::Evidence evidence, const PictureInputs& inputs, base::Threads threads);

/// The day of the latest record; 1970-01-01 for none.
base::Date latest_day(const model::Evidence& evidence);

/// Every record that puts the person, or any member of the network, in the event; ascending.
std::vector<std::uint32_t> records_of(const Picture& picture, Entity person, Entity event);
std::vector<std::uint32_t> records_of(const Picture& picture, const RankedNetwork& network,
                                      Entity event);

/// Where a record came from, in words: "Northshire crime system, crimes.csv row 17, graded 2C".
std::string describe_record(const model::Evidence& evidence, std::uint32_t record);

}  // namespace picture

template <>
struct base::EnumNames<picture::Standing> {
  static constexpr std::array<std::string_view, 4> names = {"ranked", "in_doubt", "unassessed",
                                                            "kept_apart"};
};
