#include "simulate/detail/livelihood.hpp"

#include <optional>

#include "simulate/detail/hubs.hpp"

namespace simulate {
namespace {

struct Job {
  std::string_view occupation;
  std::optional<HubKind> employer;
  int wage_min, wage_max;
};

// clang-format off
constexpr Job jobs[] = {
    {"Warehouse operative", HubKind::warehouse, 1300, 1900},
    {"Driver", HubKind::warehouse, 1500, 2300},
    {"Shop assistant", HubKind::supermarket, 700, 1500},
    {"Baker", HubKind::supermarket, 1200, 1700},
    {"Care assistant", HubKind::care_home, 900, 1700},
    {"Nurse", HubKind::care_home, 1800, 2600},
    {"Cleaner", HubKind::care_home, 500, 1300},
    {"Teacher", HubKind::school, 1900, 2900},
    {"Teaching assistant", HubKind::primary_school, 800, 1400},
    {"Office worker", HubKind::letting_agent, 1300, 2400},
    {"Taxi driver", {}, 0, 0}, {"Labourer", {}, 0, 0}, {"Chef", {}, 0, 0}, {"Mechanic", {}, 0, 0},
    {"Barber", {}, 0, 0}, {"Scaffolder", {}, 0, 0}, {"Electrician", {}, 0, 0},
    {"Self employed", {}, 0, 0}};
// clang-format on

constexpr int primary_from = 5, secondary_from = 11, grown_up = 18, retired_from = 67;

}  // namespace

Livelihood Livelihoods::of(PersonId person, std::int32_t day) const {
  const int age = population_.age(person, day);
  const Household& household = population_.households[population_.people[person].household];
  const std::uint32_t town = household.homes[0].town();
  if (age < primary_from) return {};
  if (age < grown_up) {
    const HubKind kind = age < secondary_from ? HubKind::primary_school : HubKind::school;
    return {.occupation = "School pupil", .school = hub_index(town, kind)};
  }
  return of_adult(person, age, town);
}

Livelihood Livelihoods::of_adult(PersonId person, int age, std::uint32_t town) const {
  if (age >= retired_from) return {.occupation = "Retired"};
  Random random(seed_, "job", {person});
  const double draw = random.unit();
  if (age < 22 && draw < 0.4) return {.occupation = "Student"};
  if (draw < 0.24) return {.occupation = "Unemployed"};
  const Job& job = random.pick(jobs);
  if (!job.employer) return {.occupation = job.occupation};
  return {.occupation = job.occupation,
          .employer = hub_index(town, *job.employer),
          .wage = random.between(job.wage_min, job.wage_max)};
}

std::string_view Livelihoods::occupation_as_stated(PersonId person, std::int32_t day,
                                                   Random& random) const {
  const Livelihood true_one = of(person, day);
  const double draw = random.unit();
  const bool is_pupil = true_one.school != nobody;
  if (draw < 0.15) return "";
  if (draw < 0.35 && !is_pupil) return "Unemployed";
  if (draw < 0.45 && !is_pupil) return random.pick(jobs).occupation;
  return true_one.occupation;
}

}  // namespace simulate
