#pragma once

#include "base/enum_names.hpp"

namespace model {

/// People, objects, locations and events (POLE Data Standards Catalogue, NPCC): what a record can
/// speak of.
enum class Noun {
  person,
  organisation,
  phone,
  vehicle,
  account,   ///< bank account or card
  document,  ///< passport, licence, company number
  email,
  handle,   ///< an online account, with its platform
  address,  ///< a home or premises
  place,    ///< a point or area: camera, station, town
  crime,
  incident,
  custody,  ///< an arrest and what came of it
  missing_episode,
  report,  ///< an intelligence report
  meeting,
  call,
  payment,
  referral,  ///< NRM or safeguarding
};

/// What a record says of a mention. The first group decides identity; the rest is shown, counted or
/// searched.
enum class Attribute {
  reference,  ///< the source system's own number for it (nominal, crime, custody number), unique in
              ///< that system
  name,       ///< a whole name, in any order
  given_name,
  family_name,
  alias,
  date_of_birth,
  sex,
  number,  ///< of a phone, vehicle, account, document; an email address or handle; canonical by its
           ///< noun
  line,    ///< of an address: house and street
  town,
  postcode,
  birth_place,
  occupation,
  nationality,
  ethnicity,
  kind,         ///< of an event or object: a call's type, a vehicle's colour and make
  offence,      ///< key of the offence table
  threat_type,  ///< key of the threat-type table
  status,       ///< what came of it: charged, convicted, no further action, found
  text,
  title,
  latitude,
  longitude,
  amount,
  duration_s,
};

/// What a record says of two mentions, from the first to the second.
enum class LinkRole {
  suspect_in,
  arrested_for,
  charged_with,
  convicted_of,
  victim_of,
  witness_of,
  missing_in,   ///< the subject of a missing episode
  referred_in,  ///< the subject of an NRM or safeguarding referral
  mentioned_in,
  present_at,  ///< at a meeting or event, with no part in it said
  instructs,
  recruits,
  exploits,
  associate_of,
  met,
  relative_of,
  called,
  messaged,
  paid,
  uses,       ///< a phone, email, handle, vehicle, document
  keeper_of,  ///< of a vehicle
  travelled_in,
  holds,  ///< an account or document
  lives_at,
  controls,  ///< premises
  frequents,
  works_for,
  client_of,  ///< of a service
  used_in,    ///< an object in an event
  happened_at,
  seen_at,  ///< an object at a place
};

/// What a link says about the two people it joins, if it joins people: the layer of the network it
/// belongs to.
enum class TieKind {
  co_offending,  ///< suspected, arrested, charged or convicted together
  communication,
  money,
  exploitation,  ///< who exploits, recruits or instructs whom
  meeting,       ///< co-presence that was recorded
  travel,        ///< in one vehicle
  association,   ///< stated to be associates
  kin,
  residence,  ///< below this line: no evidence of criminal association
  service,
  none,
};

constexpr bool is_criminal_association(TieKind kind) { return kind < TieKind::kin; }

}  // namespace model

template <>
struct base::EnumNames<model::Noun> {
  static constexpr std::array<std::string_view, 19> names = {
      "person", "organisation", "phone", "vehicle", "account",  "document", "email",
      "handle", "address",      "place", "crime",   "incident", "custody",  "missing_episode",
      "report", "meeting",      "call",  "payment", "referral"};
};

template <>
struct base::EnumNames<model::Attribute> {
  static constexpr std::array<std::string_view, 25> names = {
      "reference",     "name",        "given_name",  "family_name", "alias",
      "date_of_birth", "sex",         "number",      "line",        "town",
      "postcode",      "birth_place", "occupation",  "nationality", "ethnicity",
      "kind",          "offence",     "threat_type", "status",      "text",
      "title",         "latitude",    "longitude",   "amount",      "duration_s"};
};

template <>
struct base::EnumNames<model::LinkRole> {
  static constexpr std::array<std::string_view, 31> names = {
      "suspect_in", "arrested_for", "charged_with", "convicted_of", "victim_of", "witness_of",
      "missing_in", "referred_in",  "mentioned_in", "present_at",   "instructs", "recruits",
      "exploits",   "associate_of", "met",          "relative_of",  "called",    "messaged",
      "paid",       "uses",         "keeper_of",    "travelled_in", "holds",     "lives_at",
      "controls",   "frequents",    "works_for",    "client_of",    "used_in",   "happened_at",
      "seen_at"};
};

template <>
struct base::EnumNames<model::TieKind> {
  static constexpr std::array<std::string_view, 11> names = {
      "co_offending", "communication", "money",     "exploitation", "meeting", "travel",
      "association",  "kin",           "residence", "service",      "none"};
};
