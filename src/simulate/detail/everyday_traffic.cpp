#include "simulate/detail/everyday.hpp"
#include "simulate/detail/hubs.hpp"

// Calls, payments, wages and plate reads that no network is behind.
namespace simulate {

void Everyday::calls(const Occasion& occasion, Random& random, std::vector<Event>& events) const {
  const std::uint32_t own = population_.phone(occasion.person, occasion.day);
  if (own == nobody) return;
  static constexpr HubKind firms[] = {HubKind::taxi,   HubKind::solicitor,     HubKind::phone_shop,
                                      HubKind::school, HubKind::letting_agent, HubKind::hostel};
  const std::uint32_t town = town_of(occasion);
  for (int i = random.between(4, 14); i > 0; --i) {
    Event event = event_of(occasion, random);
    Call call{own, nobody, occasion.person, nobody, 0, Home::of(town, random.below(3000))};
    if (random.chance(0.4)) {
      call.to = organisations_[hub_index(town, random.pick(firms))].phone;
    } else {
      const PersonId other = friend_of(occasion.person, random.below(5));
      if (other == nobody) continue;
      call.to = population_.phone(other, occasion.day);
      call.to_user = other;
    }
    if (call.to == nobody) continue;
    if (random.chance(0.65)) call.seconds = random.between(3, 600);
    event.what = call;
    events.push_back(std::move(event));
  }
}

void Everyday::payments(const Occasion& occasion, Random& random,
                        std::vector<Event>& events) const {
  static constexpr std::string_view references[] = {"RENT", "BILLS", "LUNCH", "THANKS", "DEPOSIT"};
  const std::uint32_t town = town_of(occasion);
  wages(occasion, random, events);
  for (int i = random.between(1, 7); i > 0; --i) {
    Event event = event_of(occasion, random);
    Payment payment{
        {.person = occasion.person}, {}, random.between(500, 90'000), random.pick(references)};
    if (random.chance(0.5)) {
      payment.to.organisation =
          hub_index(town, random.chance(0.7) ? HubKind::letting_agent : HubKind::solicitor);
    } else {
      payment.to.person = friend_of(occasion.person, random.below(5));
      if (payment.to.person == nobody) continue;
    }
    event.what = payment;
    events.push_back(std::move(event));
  }
}

void Everyday::reads(const Occasion& occasion, Random& random, std::vector<Event>& events) const {
  const std::uint32_t town = town_of(occasion);
  std::uint32_t vehicle = population_.people[occasion.person].vehicle;
  if (vehicle == nobody) {
    vehicle = random.pick(organisations_[hub_index(town, HubKind::taxi)].vehicles);
  }
  for (int i = random.between(3, 12); i > 0; --i) {
    Event event = event_of(occasion, random);
    event.what = PlateRead{vehicle, Home::of(town, random.below(6000))};
    events.push_back(std::move(event));
  }
}

/// Some months' wages from whoever employs them. Some hand nearly all of it to another of their
/// household, as couples with one purse do: it looks like wages that are taken, and is not.
void Everyday::wages(const Occasion& occasion, Random& random, std::vector<Event>& events) const {
  const Livelihood work = livelihoods_.of(occasion.person, occasion.day);
  if (work.employer == nobody || random.chance(0.4)) return;
  const PersonId partner = adult_at_home(occasion.person, occasion.day);
  const bool shares_purse = partner != nobody && random.chance(0.06);
  const std::uint32_t force = event_of(occasion, random).force;
  for (int month = random.between(1, 3); month > 0; --month) {
    const std::int32_t day = occasion.day - 30 * month;
    if (day < population_.first_day) continue;
    const base::Seconds time = day * base::Seconds{86'400} + random.between(0, 40'000);
    const std::int64_t pence = std::int64_t{100} * work.wage + random.between(-9000, 9000);
    const Holder worker{.person = occasion.person};
    events.push_back(
        {time, force, Payment{{.organisation = work.employer}, worker, pence, "WAGES"}});
    if (!shares_purse) continue;
    events.push_back({time + 86'400 * random.between(1, 3), force,
                      Payment{worker, {.person = partner}, pence * 8 / 10, "HOUSEHOLD"}});
  }
}

}  // namespace simulate
