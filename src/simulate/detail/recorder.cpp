#include "simulate/detail/recorder.hpp"

#include "simulate/detail/written.hpp"

namespace simulate {
namespace {

std::string_view role_word(const Party& party) {
  switch (party.role) {
    case model::LinkRole::victim_of:
      return "Victim";
    case model::LinkRole::witness_of:
      return "Witness";
    case model::LinkRole::charged_with:
      return "Charged";
    case model::LinkRole::convicted_of:
      return "Convicted";
    case model::LinkRole::arrested_for:
      return "Arrested";
    case model::LinkRole::suspect_in:
      return "Suspect";
    default:
      return "Involved";
  }
}

}  // namespace

Recorder::Recorder(std::uint64_t seed, Files& files, const Clerks& clerks, const Ground& ground)
    : seed_(seed),
      files_(files),
      clerks_(clerks),
      places_(ground.places),
      population_(ground.population),
      identifiers_(ground.identifiers),
      livelihoods_(ground.livelihoods),
      handles_(ground.handles),
      organisations_(ground.organisations),
      references_(ground.places.forces().size() * file_kinds),
      slips_(seed, "slips") {}

void Recorder::record(const Event& event) {
  std::visit([&](const auto& what) { write(event, what); }, event.what);
}

std::string Recorder::next_reference(std::uint32_t force, FileKind kind, std::int32_t day) {
  static constexpr std::string_view letters[] = {"", "C", "", "", "", "", "M", "I", "S", "R", "L"};
  const auto k = static_cast<std::size_t>(kind);
  const std::uint32_t number = ++references_[force * file_kinds + k];
  const int year = base::date_of_day_number(day).year % 100;
  return std::to_string(places_.forces()[force].code) + std::string(letters[k]) + "/" +
         std::to_string(100'000 + number) + "/" + std::to_string(year);
}

Rendition Recorder::seen(PersonId person, const Event& event, System system) {
  return clerks_.write({person, event.force, system, day_of(event), ++row_});
}

void Recorder::add_name_and_birth(const Rendition& person) {
  files_.add(person.surname);
  files_.add(person.forenames);
  files_.add(person.alias);
  files_.add(person.date_of_birth);
  files_.add(person.sex);
}

void Recorder::add_address(const Address& address) {
  files_.add(address.line);
  files_.add(address.town);
  files_.add(address.postcode);
}

std::string Recorder::plate(std::uint32_t vehicle) const {
  return vehicle == nobody ? "" : identifiers_.plate(vehicle);
}

void Recorder::write(const Event& event, const Crime& crime) {
  const std::int32_t day = day_of(event);
  const std::string reference = next_reference(event.force, FileKind::nominal_and_crime, day);
  const Address scene = crime.place.is_given() ? places_.address(crime.place) : Address{};
  Rendition before;
  for (const Party& party : crime.parties) {
    Rendition person = seen(party.person, event, System::crime);
    if (slips_.chance(0.015)) {  // pasted from the person entered before
      person.address = before.address;
      person.phone = before.phone;
    }
    before = person;
    files_.begin_row(event.force, FileKind::nominal_and_crime);
    files_.add(reference);
    files_.add(crime.offence);
    files_.add(crime.threat);
    files_.add(clerks_.date(day, event.force));
    files_.add(clerks_.date(day + slips_.between(0, 3), event.force));
    files_.add(party.status);
    add_address(scene);
    files_.add(role_word(party));
    files_.add(person.reference);
    add_name_and_birth(person);
    add_address(person.address);
    files_.add(person.phone);
    const bool drives = party.role != model::LinkRole::victim_of && crime.vehicle != nobody;
    files_.add(drives ? plate(crime.vehicle) : "");
    files_.is("person", party.person);
    files_.end_row(3 + !person.address.line.empty() + !person.phone.empty() + drives);
  }
  for (const Party& party : crime.parties) {
    if (party.arrested) write_custody(event, crime, party, reference);
  }
}

void Recorder::write_custody(const Event& event, const Crime& crime, const Party& party,
                             const std::string& crime_reference) {
  const std::int32_t day = day_of(event) + slips_.between(0, 9);
  const Rendition person = seen(party.person, event, System::custody);
  files_.begin_row(event.force, FileKind::custody);
  files_.add(next_reference(event.force, FileKind::custody, day));
  files_.add(clerks_.date(day, event.force));
  files_.add(slips_.chance(0.85) ? crime_reference : "");
  files_.add(crime.offence);
  files_.add(party.status);
  files_.add(person.reference);
  add_name_and_birth(person);
  files_.add(livelihoods_.occupation_as_stated(party.person, day, slips_));
  add_address(person.address);
  files_.add(person.phone);
  const std::uint32_t held = population_.phone(party.person, day);
  const bool is_seized = held != nobody && slips_.chance(0.35);
  files_.add(is_seized ? identifiers_.phone(held) : "");
  const Handle handle =
      is_seized && slips_.chance(0.4) ? handles_.as_written(party.person, slips_) : Handle{};
  files_.add(handle.platform);
  files_.add(handle.name);
  files_.is("person", party.person);
  if (handle.is_given()) files_.is_account_of("handle", party.person);
  files_.end_row(2 + !person.address.line.empty() + !person.phone.empty() + is_seized +
                 handle.is_given());
}

std::string Recorder::said(const Report& report, const std::vector<Rendition>& people,
                           const std::string& account) {
  std::string text;
  for (std::size_t i = 0; i < report.said.size(); ++i) {
    if (report.said[i] != '{' || i + 2 >= report.said.size()) {
      text += report.said[i];
      continue;
    }
    const char what = report.said[i + 1];
    i += 2;
    if (what == 'v') text += report.vehicle == nobody ? "a car" : plate(report.vehicle);
    if (what == 'p') {
      text += report.phone == nobody ? "not known" : identifiers_.phone(report.phone);
    }
    if (what == 'h') {
      text += report.place.is_given()
                  ? places_.address(report.place).line + ", " + places_.address(report.place).town
                  : "an address in the town";
    }
    if (what == 'o') text += account.empty() ? "that is not known" : account;
    const auto index = static_cast<std::size_t>(what - '0');
    if (index < people.size()) {
      text += people[index].full_name();
      if (!people[index].alias.empty()) text += " (known as " + people[index].alias + ")";
    }
  }
  return text;
}

void Recorder::write(const Event& event, const Report& report) {
  constexpr std::size_t people_columns = 4;
  const std::int32_t day = day_of(event);
  std::vector<Rendition> people;
  for (const PersonId person : report.people) {
    people.push_back(seen(person, event, System::intelligence));
  }
  const std::string account = report.account_of == nobody
                                  ? std::string()
                                  : handles_.as_written(report.account_of, slips_).in_words();
  files_.begin_row(event.force, FileKind::intelligence_reports);
  files_.add(next_reference(event.force, FileKind::intelligence_reports, day));
  files_.add(clerks_.date(day + slips_.between(0, 6), event.force));
  files_.add(clerks_.date(day, event.force));
  files_.add(std::to_string(report.source));
  files_.add(std::string(1, report.assessment));
  files_.add(report.is_restricted ? "C" : "P");
  files_.add(report.is_restricted ? "Not to be shared outside the region without the originator"
                                  : "");
  files_.add(report.threat);
  files_.add("");
  files_.add(said(report, people, account));
  for (std::size_t i = 0; i < people_columns; ++i) {
    const bool is_there = i < people.size();
    files_.add(is_there ? people[i].full_name() : "");
    files_.add(is_there ? people[i].date_of_birth : "");
    files_.add(is_there ? "Mentioned" : "");
    if (is_there) files_.is("person_" + std::to_string(i + 1), report.people[i]);
  }
  files_.add(report.phone == nobody ? "" : identifiers_.phone_as_written(report.phone, slips_));
  files_.add(plate(report.vehicle));
  files_.add(account);
  if (!account.empty()) files_.is_account_of("handle.1", report.account_of);
  const Address place = report.place.is_given() ? places_.address(report.place) : Address{};
  files_.add(place.line.empty() ? "" : place.line + ", " + place.town + " " + place.postcode);
  files_.add(place.town);
  files_.add(report.operation);
  files_.end_row(1 + static_cast<int>(people.size()) + (report.phone != nobody) +
                 (report.vehicle != nobody) + !account.empty() + 2 * report.place.is_given());
}

}  // namespace simulate
