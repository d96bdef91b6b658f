#include "simulate/region.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "simulate/detail/everyday.hpp"
#include "simulate/detail/hubs.hpp"
#include "simulate/detail/networks.hpp"
#include "simulate/detail/recorder.hpp"
#include "simulate/detail/truth.hpp"

namespace simulate {
namespace {

void require_sane(const RegionSettings& settings) {
  const auto refuse = [](const char* sentence) {
    throw base::Error(base::Fault::invalid, sentence);
  };
  if (settings.people < 500 || settings.people > 5'000'000) {
    refuse("a region has from 500 to 5,000,000 people");
  }
  if (settings.forces < 1 || settings.forces > 16) refuse("a region has from 1 to 16 forces");
  if (settings.people < 400 * settings.forces) refuse("a force needs at least 400 people");
  if (!settings.first_day.is_whole()) refuse("the first day must be a whole date");
}

std::vector<Event> network_events(const RegionSettings& settings, const Places& places,
                                  const Population& population, const Plan& plan) {
  std::vector<Event> all;
  for (const Network& network : plan.networks) {
    std::vector<Event> events =
        events_of(network, settings, places, population, plan.organisations);
    all.insert(all.end(), std::make_move_iterator(events.begin()),
               std::make_move_iterator(events.end()));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Event& a, const Event& b) { return a.time < b.time; });
  return all;
}

/// The keepers of a share of all vehicles, and of all that networks and hubs use.
void record_keepers(const RegionSettings& settings, const Places& places,
                    const Population& population, const Plan& plan, Recorder& recorder) {
  std::vector<bool> is_wanted(population.vehicles.size());
  for (const Network& network : plan.networks) {
    for (const std::uint32_t vehicle : network.vehicles) is_wanted[vehicle] = true;
  }
  for (const Organisation& hub : plan.organisations) {
    for (const std::uint32_t vehicle : hub.vehicles) is_wanted[vehicle] = true;
  }
  for (std::uint32_t v = 0; v < is_wanted.size(); ++v) {
    Random random(settings.seed, "keeper", {v});
    const bool is_drawn = random.chance(0.12);
    if (!is_drawn && !is_wanted[v]) continue;
    const std::int32_t day = population.first_day + days_covered / 2;
    const Home home = population.home(population.vehicles[v].keeper, day);
    recorder.record_keeper(places.towns()[home.town()].force, v);
  }
}

void record_all(const Everyday& everyday, const std::vector<Event>& planted, Recorder& recorder) {
  const std::vector<Occasion> agenda = everyday.agenda();
  std::vector<Event> burst;
  auto next = planted.begin();
  for (std::size_t i = 0; i < agenda.size(); ++i) {
    const base::Seconds evening = (agenda[i].day + base::Seconds{1}) * 86'400;
    for (; next != planted.end() && next->time < evening; ++next) recorder.record(*next);
    burst.clear();
    everyday.happen(agenda[i], i, burst);
    for (const Event& event : burst) recorder.record(event);
  }
  for (; next != planted.end(); ++next) recorder.record(*next);
}

RegionFigures figures_of(const Population& population, const Plan& plan, const Files& files) {
  RegionFigures figures;
  figures.people = static_cast<std::int64_t>(population.people.size());
  figures.networks = static_cast<std::int64_t>(plan.networks.size());
  for (const Network& network : plan.networks) {
    for (const Member& member : network.members) {
      figures.controllers += member.role == NetworkRole::controller;
      figures.victims += member.role == NetworkRole::victim;
    }
  }
  figures.rows = files.rows();
  figures.mentions = files.mentions();
  figures.person_mentions = files.person_mentions();
  std::vector<std::uint32_t> counts;
  for (const std::uint32_t count : files.mentions_of()) {
    if (count > 0) counts.push_back(count);
    figures.people_over_100 += count > 100;
  }
  figures.known_people = static_cast<std::int64_t>(counts.size());
  if (!counts.empty()) {
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    figures.median_mentions = *middle;
  }
  return figures;
}

}  // namespace

RegionFigures make_region(const RegionSettings& settings, Sink& sink) {
  require_sane(settings);
  const Names names;
  Places places(settings);
  Population population = make_population(settings, names, places);
  const Plan plan =
      plan_networks(settings, places, population, plan_hubs(settings, places, population));
  const Identifiers identifiers(settings.seed, population.phone_numbers);
  const Clerks clerks(settings.seed, names, places, population, identifiers);
  Files files(sink, places);
  files.expect_people(population.people.size());
  const Livelihoods livelihoods(settings.seed, population);
  const Handles handles(settings.seed, names, population);
  Recorder recorder(settings.seed, files, clerks,
                    {places, population, identifiers, livelihoods, handles, plan.organisations});
  const Everyday everyday(settings, places, population, livelihoods, plan.organisations);
  record_keepers(settings, places, population, plan, recorder);
  record_all(everyday, network_events(settings, places, population, plan), recorder);
  files.write_manifest();
  const Region region{settings, names,       places,      population, plan,
                      everyday, identifiers, livelihoods, handles};
  write_truth(region, files.mentions_of(), sink);
  const RegionFigures figures = figures_of(population, plan, files);
  write_story(region, figures, sink);
  return figures;
}

}  // namespace simulate
