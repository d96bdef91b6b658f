#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "questions/chart.hpp"

namespace questions {

/// A value of an attribute as records write it.
struct StatedValue {
  std::string text;
  std::size_t count;  ///< of the mentions that give it
  std::optional<base::Seconds> first, last;
  Citations records;
  /// Positions in Evidence::corrections: because of them a record gives it, or a part of it.
  std::vector<std::size_t> corrections;
};

/// Commonest first, ties by text. Given and family names stand under `name`, as one.
struct StatedAttribute {
  model::Attribute attribute;
  std::vector<StatedValue> values;
};

/// What is linked, by noun: the lately recorded first; at most profile_lines_max, all counted.
struct LinkedGroup {
  model::Noun noun;
  std::size_t count;
  std::vector<ChartLink> links;
};
constexpr std::size_t profile_lines_max = 100;

struct EventLine {
  ChartLink link;  ///< the parts in it are its sayings
  std::string_view offence;
  std::vector<std::string> statuses;
  std::optional<Entity> place;
};

struct HarmLine {
  threat::HarmTerm term;
  Citations records;
};

struct ControlSaying {
  threat::ControlEvidence evidence;
  std::string says;
  std::size_t count;
  Citations records;
};

/// Somebody's place in a network. Of those who are not ranked there is nothing but the standing.
struct NetworkLine {
  std::uint32_t network;  ///< into Picture::networks
  picture::Standing standing;
  std::optional<std::uint32_t> place;  ///< 1 + how many members stand before them
  std::string prominence;              ///< a sentence; to be shown with threat::prominence_caveat
  std::vector<ControlSaying> control;
};

struct ProtectionReasons {
  threat::ProtectionReason reason;
  Citations records;
};

/// All that a picture says of one entity on a page, every line with its records.
struct Profile {
  Entity of;
  std::string caption;
  std::optional<base::Date> as_at;  ///< of a question about the past
  std::vector<StatedAttribute> attributes;
  /// Positions in Evidence::corrections: what its records give besides and somebody set aside.
  std::vector<std::size_t> set_aside;
  std::vector<LinkedGroup> linked;  ///< objects, places and organisations
  LinkedGroup associates;           ///< people, by ties or as stated; the most recorded first
  std::size_t event_count = 0;
  std::vector<EventLine> events;                               ///< the latest first
  std::vector<std::pair<model::LinkRole, std::size_t>> roles;  ///< in events, with their number
  threat::Harm harm = 0;                                       ///< the sum of its lines
  std::vector<HarmLine> harm_lines;
  bool is_protected = false, is_also_suspect = false;
  std::vector<ProtectionReasons> protection;
  std::optional<std::size_t> nominal;     ///< position in Picture::nominals
  std::vector<Entity> perhaps_protected;  ///< why they are held back from ranking
  std::vector<NetworkLine> networks;
  std::vector<Entity> doubts;      ///< perhaps the same person as
  std::vector<std::string> gaps;   ///< what is not known, in sentences
  std::vector<std::string> notes;  ///< how to read this answer
  model::Label label;
};

/// With a day, only what happened and was recorded by then (the undated counts as known); nothing
/// if the entity was not known by then. Who is one person, and the captions of others, are still
/// as the picture has them now; ranks, networks and doubts rest on everything and are left out.
/// Whoever is protected now is marked so for any day.
std::optional<Profile> profile(const Index& index, Entity entity,
                               std::optional<base::Date> day = {});
nlohmann::ordered_json to_json(const Index& index, const Profile& profile);
nlohmann::ordered_json to_json(const Index& index, const ControlSaying& control);

/// Whether it is something that happens.
bool is_event(model::Noun noun);

}  // namespace questions
