#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "model/vocabulary.hpp"
#include "simulate/detail/population.hpp"

namespace simulate {

/// What truly happened and came to a force's notice. The recorder turns it into rows as that force
/// would have them.
struct Party {
  PersonId person = nobody;
  model::LinkRole role = model::LinkRole::suspect_in;
  std::string_view status = {};
  bool arrested = false;  ///< then there is a custody record too
};

struct Crime {
  std::string_view offence, threat;  ///< keys; a threat is flagged on some only
  Home place;
  std::vector<Party> parties;
  std::uint32_t vehicle = nobody;
};

/// A call that is no crime: an argument at home, a neighbour, somebody's welfare, a noisy group.
struct Incident {
  std::string_view kind;
  Home place;
  std::vector<Party> parties;  ///< who reports it is a witness, all others are mentioned
};

struct Report {
  std::string_view threat;
  int source = 2;              ///< 1 to 3
  char assessment = 'C';       ///< A to E
  bool is_restricted = false;  ///< handling code C
  std::string_view said;  ///< a template: {0} {1} … for people, {v} vehicle, {p} phone, {h} home,
                          ///< {o} online account
  std::vector<PersonId> people;
  std::uint32_t vehicle = nobody, phone = nobody;
  Home place;
  std::string_view operation = {};  ///< whose compartment it is in
  PersonId account_of = nobody;     ///< whose online account it names
};

struct Call {
  std::uint32_t from = nobody, to = nobody;  ///< numbers
  PersonId from_user = nobody, to_user = nobody;
  int seconds = 0;  ///< 0: a text message
  Home cell;
};

/// A person's account, or an organisation's.
struct Holder {
  PersonId person = nobody;
  std::uint32_t organisation = nobody;
};

struct Payment {
  Holder from, to;
  std::int64_t pence = 0;
  std::string_view reference;
};

struct PlateRead {
  std::uint32_t vehicle = nobody;
  Home camera;
};

struct MissingEpisode {
  PersonId child = nobody;
  int hours = 0;
  std::string_view risk;
  Home found;
  PersonId companion = nobody;
};

struct Referral {
  PersonId subject = nobody, exploiter = nobody;
  std::string_view kind, threat;
  Home place;
  bool is_online = false;  ///< the exploiter is known by an account, and by name only now and then
};

struct Meeting {
  std::vector<PersonId> people;
  Home place;
  std::string_view operation = {};
};

struct Event {
  base::Seconds time = 0;
  std::uint32_t force = 0;
  std::variant<Crime, Report, Call, Payment, PlateRead, MissingEpisode, Referral, Meeting, Incident>
      what;
};

/// Who is not a person: an innocent hub, or a network's front.
struct Organisation {
  std::string name, kind;
  PersonId owner = nobody;
  Home home;
  std::uint32_t phone = nobody;
  std::vector<std::uint32_t> vehicles;
  std::uint32_t network = nobody;  ///< whose front it is
};

}  // namespace simulate
