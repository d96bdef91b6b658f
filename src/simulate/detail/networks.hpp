#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/detail/events.hpp"

namespace simulate {

enum class NetworkRole : std::uint8_t {
  controller,
  lieutenant,
  money,
  premises,
  transport,
  recruiter,
  street,
  victim,
};
std::string_view name_of(NetworkRole role);

/// What networks of one threat type are like.
struct ThreatProfile {
  std::string_view threat;
  int lieutenants, money, premises, transport, recruiters;  ///< give or take one
  int street_min, street_max, victims_min, victims_max;
  int victim_age_min, victim_age_max;
  double victims_suspected;  ///< how many are first recorded as suspects
  std::string_view street_offences[3], harm_offences[4];
  double calls, payments, reads, missing, adverts;  ///< a week, at full tempo
  bool takes_wages;                                 ///< of victims who are made to work
  bool is_online;                                   ///< recruiters find victims by online accounts
};
std::span<const ThreatProfile> threat_profiles();

struct Member {
  PersonId person = nobody;
  NetworkRole role = NetworkRole::street;
  std::uint32_t cell = 0;         ///< those who work together, in one town
  std::int32_t from = 0, to = 0;  ///< days
  std::uint32_t work_phone = nobody;
  bool is_suspected = false;  ///< a victim whom forces first took for a suspect
  PersonId kin_of = nobody;   ///< another member, of whose family they are
};

struct Phase {
  std::int32_t day = 0;
  std::string_view what;    ///< started, grew, disrupted
  std::string_view follow;  ///< after a disruption: moved, re-formed, declined
};

struct Network {
  std::uint32_t id = 0;
  std::string name;
  const ThreatProfile* profile = nullptr;
  std::vector<std::uint32_t> towns;  ///< of each cell; the first is where it is run from
  std::int32_t from = 0, to = 0;
  bool is_exposed = false;          ///< its controllers are careless
  std::string_view operation = {};  ///< what covert work against it is kept under, if there is some
  std::vector<Member> members;
  std::vector<Phase> phases;
  std::vector<Home> premises;           ///< of each cell
  std::vector<std::uint32_t> vehicles;  ///< the first is kept by a controller
  std::uint32_t front = nobody;         ///< an organisation
  PersonId nominee = nobody;            ///< of a controller's household, in whose name money goes
};

/// What is planted, and the innocent organisations beside it.
struct Plan {
  std::vector<Network> networks;
  std::vector<Organisation> organisations;
};

/// Chooses who is in which network, and when it starts, grows, is disrupted and what follows. Adds
/// work phones and vehicles to the population.
Plan plan_networks(const RegionSettings& settings, const Places& places, Population& population,
                   std::vector<Organisation> hubs);

/// All that a network does and that some force came to hold, by time.
std::vector<Event> events_of(const Network& network, const RegionSettings& settings,
                             const Places& places, const Population& population,
                             const std::vector<Organisation>& organisations);

}  // namespace simulate
