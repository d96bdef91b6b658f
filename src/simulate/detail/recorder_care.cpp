#include "simulate/detail/recorder.hpp"
#include "simulate/detail/spelling.hpp"
#include "simulate/detail/written.hpp"

// Missing episodes, referrals, and incidents that are no crime.
namespace simulate {

std::string Recorder::school(PersonId person, const Event& event) {
  const Livelihood livelihood = livelihoods_.of(person, day_of(event));
  if (livelihood.school == nobody || slips_.chance(0.25)) return "";
  std::string name = organisations_[livelihood.school].name;
  if (slips_.chance(0.15)) name.erase(name.rfind(' '));  // Kestmarsh High
  if (slips_.chance(0.04)) name = mistype(name, slips_);
  return name;
}

void Recorder::write(const Event& event, const Incident& incident) {
  static constexpr std::string_view results[] = {"Advice given", "No trace", "Words of advice",
                                                 "Referred to partner", "No further action"};
  const std::int32_t day = day_of(event);
  const std::string reference = next_reference(event.force, FileKind::incidents, day);
  const std::string_view result = slips_.pick(results);
  const Address scene = places_.address(incident.place);
  for (const Party& party : incident.parties) {
    const Rendition person = seen(party.person, event, System::incidents);
    const bool reports = party.role == model::LinkRole::witness_of;
    files_.begin_row(event.force, FileKind::incidents);
    files_.add(reference);
    files_.add(incident.kind);
    files_.add(clerks_.date(day, event.force));
    files_.add(clock_of(event).substr(0, 5));
    add_address(scene);
    files_.add(reports ? "Reporting person" : "Involved");
    files_.add(person.surname);
    files_.add(person.forenames);
    files_.add(person.date_of_birth);
    files_.add(person.sex);
    add_address(person.address);
    files_.add(person.phone);
    files_.add(result);
    files_.is("person", party.person);
    files_.end_row(3 + !person.address.line.empty() + !person.phone.empty());
  }
}

void Recorder::write(const Event& event, const MissingEpisode& episode) {
  const std::int32_t day = day_of(event);
  const Rendition child = seen(episode.child, event, System::missing);
  files_.begin_row(event.force, FileKind::missing_episodes);
  files_.add(next_reference(event.force, FileKind::missing_episodes, day));
  files_.add(clerks_.date(day, event.force));
  files_.add(child.surname);
  files_.add(child.forenames);
  files_.add(child.date_of_birth);
  files_.add(child.sex);
  add_address(child.address);
  files_.add(child.phone);
  const std::string attended = school(episode.child, event);
  files_.add(attended);
  files_.add(episode.risk);
  files_.add(clerks_.date(day + episode.hours / 24, event.force));
  add_address(episode.found.is_given() ? places_.address(episode.found) : Address{});
  const bool has_companion = episode.companion != nobody;
  const Rendition companion =
      has_companion ? seen(episode.companion, event, System::missing) : Rendition{};
  files_.add(companion.surname);
  files_.add(companion.forenames);
  files_.add(companion.phone);
  files_.add("Found");
  files_.is("person", episode.child);
  if (has_companion) files_.is("companion", episode.companion);
  files_.end_row(3 + 2 * has_companion + episode.found.is_given() + !attended.empty());
}

void Recorder::write(const Event& event, const Referral& referral) {
  static constexpr std::string_view responders[] = {
      "Police", "Local authority", "Salvation Army", "Home Office", "NSPCC", "Migrant Help"};
  const std::int32_t day = day_of(event);
  const Rendition subject = seen(referral.subject, event, System::referral);
  const bool is_known = referral.exploiter != nobody;
  const bool by_account = is_known && referral.is_online;
  const bool named = is_known && (!by_account || slips_.chance(0.4));
  const Rendition exploiter =
      named ? seen(referral.exploiter, event, System::referral) : Rendition{};
  files_.begin_row(event.force, FileKind::referrals);
  files_.add(next_reference(event.force, FileKind::referrals, day));
  files_.add(clerks_.date(day, event.force));
  files_.add(referral.kind);
  files_.add(slips_.pick(responders));
  files_.add(referral.threat);
  add_name_and_birth(subject);
  files_.add("");
  add_address(subject.address);
  files_.add(subject.phone);
  const std::string attended = school(referral.subject, event);
  const std::string account = by_account || slips_.chance(0.1)
                                  ? handles_.as_written(referral.subject, slips_).in_words()
                                  : "";
  const std::string their_account =
      by_account ? handles_.as_written(referral.exploiter, slips_).in_words() : "";
  files_.add(attended);
  files_.add(account);
  files_.add(exploiter.full_name());
  files_.add(exploiter.phone);
  files_.add(their_account);
  const Address place = referral.place.is_given() ? places_.address(referral.place) : Address{};
  files_.add(place.line.empty() ? "" : place.line + ", " + place.town);
  files_.add(place.postcode);
  files_.add(slips_.chance(0.62) ? "Positive reasonable grounds" : "Pending");
  files_.is("person", referral.subject);
  if (named) files_.is("exploiter", referral.exploiter);
  if (!account.empty()) files_.is_account_of("handle", referral.subject);
  if (!their_account.empty()) files_.is_account_of("exploiter_handle", referral.exploiter);
  files_.end_row(3 + named + !subject.address.line.empty() + !subject.phone.empty() +
                 !attended.empty() + !account.empty() + !their_account.empty());
}

}  // namespace simulate
