#include "simulate/detail/truth.hpp"

#include <algorithm>

namespace simulate {
namespace {

using Header = std::initializer_list<std::string_view>;

int open(Sink& sink, const std::string& path, Header header) {
  return sink.open(path, std::span(header.begin(), header.size()));
}

std::string day_text(std::int32_t day) { return base::to_string(base::date_of_day_number(day)); }

std::string number(std::uint64_t value) { return std::to_string(value); }

std::string person_or_none(PersonId person) { return person == nobody ? "" : number(person); }

void write_people(const Region& region, const std::vector<std::uint32_t>& mentions_of, Sink& sink) {
  const int file = open(sink, "truth/people.csv",
                        {"person", "given_name", "family_name", "maiden_name", "date_of_birth",
                         "sex", "name_origin", "mother", "father", "household", "kind", "mentions",
                         "occupation", "school", "employer", "online_platform", "online_handle"});
  const std::int32_t midway = region.population.first_day + days_covered / 2;
  const auto organisation = [&](std::uint32_t index) {
    return index == nobody ? "" : region.plan.organisations[index].name;
  };
  for (PersonId p = 0; p < region.population.people.size(); ++p) {
    if (mentions_of[p] == 0) continue;
    const Person& person = region.population.people[p];
    const Livelihood livelihood = region.livelihoods.of(p, midway);
    const Handle handle = region.handles.of(p);
    const std::string cells[] = {
        number(p),
        region.names.given(person.given, person.sex),
        region.names.family(person.family, person.sex),
        person.has_maiden ? region.names.family(person.maiden, person.sex) : "",
        day_text(person.born),
        person.sex == Sex::male ? "male" : "female",
        region.names.origin_name(person.given.origin()),
        person_or_none(person.mother),
        person_or_none(person.father),
        number(person.household),
        region.everyday.is_lone_offender(p) ? "lone serious offender" : "",
        number(mentions_of[p]),
        std::string(livelihood.occupation),
        organisation(livelihood.school),
        organisation(livelihood.employer),
        handle.platform,
        handle.name};
    sink.row(file, cells);
  }
}

void write_networks(const Region& region, Sink& sink) {
  const int networks = open(sink, "truth/networks.csv",
                            {"network", "name", "threat_type", "from", "to", "forces", "front",
                             "controllers_careless", "operation", "nominee"});
  const int members = open(sink, "truth/members.csv",
                           {"network", "person", "role", "from", "to", "work_phone",
                            "first_recorded_as_suspect", "kin_of"});
  const int phases = open(sink, "truth/phases.csv", {"network", "day", "what", "what_followed"});
  for (const Network& network : region.plan.networks) {
    std::string forces;
    for (std::size_t f = 0; f < region.places.forces().size(); ++f) {
      const bool is_there =
          std::any_of(network.towns.begin(), network.towns.end(),
                      [&](std::uint32_t town) { return region.places.towns()[town].force == f; });
      if (is_there) forces += (forces.empty() ? "" : ";") + region.places.forces()[f].name;
    }
    const std::string cells[] = {number(network.id),
                                 network.name,
                                 std::string(network.profile->threat),
                                 day_text(network.from),
                                 day_text(network.to),
                                 forces,
                                 region.plan.organisations[network.front].name,
                                 network.is_exposed ? "yes" : "no",
                                 std::string(network.operation),
                                 person_or_none(network.nominee)};
    sink.row(networks, cells);
    for (const Member& member : network.members) {
      const std::string row[] = {
          number(network.id),
          number(member.person),
          std::string(name_of(member.role)),
          day_text(member.from),
          day_text(member.to),
          member.work_phone == nobody ? "" : region.identifiers.phone(member.work_phone),
          member.is_suspected ? "yes" : "no",
          person_or_none(member.kin_of)};
      sink.row(members, row);
    }
    for (const Phase& phase : network.phases) {
      const std::string row[] = {number(network.id), day_text(phase.day), std::string(phase.what),
                                 std::string(phase.follow)};
      sink.row(phases, row);
    }
  }
}

void write_objects(const Region& region, Sink& sink) {
  const int phones = open(sink, "truth/phones.csv", {"number", "person", "from", "to"});
  for (const PhoneUse& use : region.population.phones) {
    const std::string cells[] = {region.identifiers.phone(use.number), number(use.user),
                                 day_text(use.from), day_text(use.to)};
    sink.row(phones, cells);
  }
  const int vehicles =
      open(sink, "truth/vehicles.csv", {"plate", "keeper", "from", "earlier_keeper"});
  for (std::uint32_t v = 0; v < region.population.vehicles.size(); ++v) {
    const Vehicle& vehicle = region.population.vehicles[v];
    const std::string cells[] = {region.identifiers.plate(v), number(vehicle.keeper),
                                 day_text(vehicle.from), person_or_none(vehicle.earlier_keeper)};
    sink.row(vehicles, cells);
  }
}

void write_hard_cases(const Region& region, Sink& sink) {
  const int organisations = open(sink, "truth/organisations.csv",
                                 {"name", "kind", "owner", "address", "phone", "network"});
  for (const Organisation& it : region.plan.organisations) {
    const Address address = region.places.address(it.home);
    const std::string cells[] = {it.name,
                                 it.kind,
                                 person_or_none(it.owner),
                                 address.line + ", " + address.town + " " + address.postcode,
                                 it.phone == nobody ? "" : region.identifiers.phone(it.phone),
                                 it.network == nobody ? "" : number(it.network)};
    sink.row(organisations, cells);
  }
  const int cases = open(sink, "truth/hard_cases.csv", {"kind", "person", "other"});
  for (const HardCase& hard : region.population.hard_cases) {
    const std::string cells[] = {std::string(hard.kind), number(hard.one), number(hard.other)};
    sink.row(cases, cells);
  }
}

std::string story_of(const Region& region, const Network& network) {
  std::string text = "### " + network.name + ": " + std::string(network.profile->threat) + "\n\n";
  text += "From " + day_text(network.from) + " to " + day_text(network.to) + ", in";
  for (const std::uint32_t town : network.towns) {
    const Town& place = region.places.towns()[town];
    text += " " + place.name + " (" + region.places.forces()[place.force].name + ")";
  }
  if (!network.operation.empty()) {
    text += ". Covert work against it is in the compartment " + std::string(network.operation);
  }
  text += ". Front: " + region.plan.organisations[network.front].name + ".\n\n";
  for (const Member& member : network.members) {
    if (member.role > NetworkRole::money) continue;
    const Person& person = region.population.people[member.person];
    text += "- " + std::string(name_of(member.role)) + ": " +
            region.names.given(person.given, person.sex) + " " +
            region.names.family(person.family, person.sex) + ", born " + day_text(person.born) +
            " (truth/people.csv " + number(member.person) + ")";
    if (member.work_phone != nobody) {
      text += ", works by phone " + region.identifiers.phone(member.work_phone);
    }
    text += "\n";
  }
  std::size_t victims = 0, suspected = 0, kin = 0;
  for (const Member& member : network.members) {
    kin += member.kin_of != nobody;
    victims += member.role == NetworkRole::victim;
    suspected += member.is_suspected;
  }
  text += "- " + number(network.members.size()) + " members in all; " + number(victims) +
          " of them are victims, " + number(suspected) + " first recorded as suspects; " +
          number(kin) + " were brought in by their own family (kin_of in truth/members.csv)\n";
  for (const Phase& phase : network.phases) {
    text += "- " + day_text(phase.day) + ": " + std::string(phase.what);
    if (!phase.follow.empty()) text += "; then it " + std::string(phase.follow);
    text += "\n";
  }
  return text + "\n";
}

}  // namespace

void write_truth(const Region& region, const std::vector<std::uint32_t>& mentions_of, Sink& sink) {
  write_people(region, mentions_of, sink);
  write_networks(region, sink);
  write_objects(region, sink);
  write_hard_cases(region, sink);
}

void write_story(const Region& region, const RegionFigures& figures, Sink& sink) {
  std::string text =
      "# What is hidden in this region\n\nEverybody and everything here is invented. Do not show "
      "this page to those who practise.\n\n";
  text += "- people: " + number(static_cast<std::uint64_t>(figures.people)) + ", of whom " +
          number(static_cast<std::uint64_t>(figures.known_people)) + " are recorded at all\n";
  text += "- rows: " + number(static_cast<std::uint64_t>(figures.rows)) +
          "; mentions of people: " + number(static_cast<std::uint64_t>(figures.person_mentions)) +
          "\n";
  text += "- twins, juniors, cousins of one name, shared and recycled numbers: " +
          number(region.population.hard_cases.size()) + " cases (truth/hard_cases.csv)\n";
  text +=
      "- innocent hubs (taxi offices, hostels, solicitors, phone shops, schools, letting "
      "agents, employers): truth/organisations.csv\n";
  text += "- lone serious offenders, in no network: kind in truth/people.csv\n\n";
  text += "## Networks\n\n";
  for (const Network& network : region.plan.networks) text += story_of(region, network);
  sink.text("STORY.md", text);
}

}  // namespace simulate
