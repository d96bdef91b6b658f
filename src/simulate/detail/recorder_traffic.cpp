#include "simulate/detail/recorder.hpp"
#include "simulate/detail/spelling.hpp"
#include "simulate/detail/written.hpp"

// Calls, payments, plate reads, meetings and vehicle keepers.
namespace simulate {

void Recorder::write(const Event& event, const Call& call) {
  files_.begin_row(event.force, FileKind::call_data_records);
  files_.add(call.seconds == 0 ? "SMS MO" : "VOICE MO");
  files_.add(identifiers_.phone(call.from));
  files_.add(identifiers_.phone(call.to));
  files_.add(clerks_.date(day_of(event), event.force));
  files_.add(clock_of(event));
  files_.add(std::to_string(call.seconds));
  const std::uint32_t mast = call.cell.is_given() ? call.cell.house() / 400 : 0;
  files_.add(call.cell.is_given()
                 ? "999-01-" + std::to_string(call.cell.town() + 1) + "-" + std::to_string(mast + 1)
                 : "");
  const Home at = Home::of(call.cell.town(), mast * 400);
  files_.add(call.cell.is_given() ? places_.address(at).postcode : "");
  files_.add(call.cell.is_given() ? degrees(places_.latitude(at)) : "");
  files_.add(call.cell.is_given() ? degrees(places_.longitude(at)) : "");
  if (call.from_user != nobody) files_.is_used_by("a", call.from_user);
  if (call.to_user != nobody) files_.is_used_by("b", call.to_user);
  files_.end_row(3 + call.cell.is_given());
}

std::uint32_t Recorder::account_of(const Holder& holder) const {
  return holder.person != nobody
             ? holder.person
             : static_cast<std::uint32_t>(population_.people.size()) + holder.organisation;
}

void Recorder::add_holder(const Holder& holder, const Event& event, bool with_birth) {
  files_.add(identifiers_.sort_code(account_of(holder)));
  files_.add(identifiers_.account_number(account_of(holder)));
  if (holder.person == nobody) {
    files_.add(organisations_[holder.organisation].name);
    files_.add("Business");
    if (with_birth) files_.add("");
    return;
  }
  const Rendition person = seen(holder.person, event, System::bank);
  files_.add(person.full_name());
  files_.add("Personal");
  if (with_birth) files_.add(person.date_of_birth);
}

void Recorder::write(const Event& event, const Payment& payment) {
  files_.begin_row(event.force, FileKind::bank_transactions);
  files_.add(clerks_.date(day_of(event), event.force));
  add_holder(payment.from, event, true);
  add_holder(payment.to, event, false);
  files_.add(pounds(payment.pence));
  files_.add("FPO");
  files_.add(payment.reference);
  if (payment.from.person != nobody) files_.is("debit_holder", payment.from.person);
  if (payment.to.person != nobody) files_.is("credit_holder", payment.to.person);
  files_.end_row(5);
}

void Recorder::write(const Event& event, const PlateRead& read) {
  std::string shown = identifiers_.plate(read.vehicle);
  shown.erase(4, 1);
  if (slips_.chance(0.02)) shown = mistype_digit(shown, 2, slips_);
  files_.begin_row(event.force, FileKind::anpr);
  files_.add(shown);
  files_.add(clerks_.date(day_of(event), event.force));
  files_.add(clock_of(event));
  const std::uint32_t camera = read.camera.house() / 800;
  const Home at = Home::of(read.camera.town(), camera * 800);
  files_.add(places_.towns()[at.town()].name + " " + std::to_string(camera + 1));
  files_.add(degrees(places_.latitude(at)));
  files_.add(degrees(places_.longitude(at)));
  files_.add(slips_.chance(0.5) ? "N" : "S");
  files_.add(std::to_string(slips_.between(78, 99)));
  files_.end_row(2);
}

void Recorder::write(const Event& event, const Meeting& meeting) {
  for (std::size_t a = 0; a < meeting.people.size(); ++a) {
    for (std::size_t b = a + 1; b < meeting.people.size(); ++b) write_pair(event, meeting, a, b);
  }
  ++references_[event.force * file_kinds + static_cast<std::size_t>(FileKind::co_presence)];
}

void Recorder::write_pair(const Event& event, const Meeting& meeting, std::size_t a,
                          std::size_t b) {
  const auto k = static_cast<std::size_t>(FileKind::co_presence);
  const std::uint32_t number = references_[event.force * file_kinds + k] + 1;
  const Rendition one = seen(meeting.people[a], event, System::intelligence);
  const Rendition other = seen(meeting.people[b], event, System::intelligence);
  files_.begin_row(event.force, FileKind::co_presence);
  files_.add(std::to_string(places_.forces()[event.force].code) + "S/" + std::to_string(number));
  files_.add(clerks_.date(day_of(event), event.force));
  files_.add(clock_of(event).substr(0, 5));
  const Address place = places_.address(meeting.place);
  files_.add(place.line + ", " + place.town);
  files_.add(place.postcode);
  files_.add(degrees(places_.latitude(meeting.place)));
  files_.add(degrees(places_.longitude(meeting.place)));
  files_.add(one.full_name());
  files_.add(one.date_of_birth);
  files_.add(other.full_name());
  files_.add(other.date_of_birth);
  files_.add(meeting.operation);
  files_.is("a", meeting.people[a]);
  files_.is("b", meeting.people[b]);
  files_.end_row(4);
}

void Recorder::record_keeper(std::uint32_t force, std::uint32_t vehicle) {
  static constexpr std::string_view makes[] = {"Ford Focus",   "VW Golf", "Vauxhall Corsa",
                                               "BMW 3",        "Audi A3", "Toyota Prius",
                                               "Ford Transit", "Kia Rio"};
  static constexpr std::string_view colours[] = {"Black", "White", "Silver", "Blue", "Red", "Grey"};
  const Vehicle& car = population_.vehicles[vehicle];
  Random look(seed_, "look", {vehicle});
  const std::string_view make = look.pick(makes), colour = look.pick(colours);
  for (const bool earlier : {true, false}) {
    const PersonId keeper = earlier ? car.earlier_keeper : car.keeper;
    if (keeper == nobody) continue;
    const Event event{.time = (car.from + (earlier ? -30 : 30)) * a_day, .force = force};
    const Rendition person = seen(keeper, event, System::vehicles);
    files_.begin_row(force, FileKind::vehicle_keepers);
    files_.add(identifiers_.plate(vehicle));
    files_.add(make);
    files_.add(colour);
    files_.add(person.surname);
    files_.add(person.forenames);
    files_.add(person.date_of_birth);
    files_.add("");
    add_address(person.address);
    files_.add(earlier ? "" : clerks_.date(car.from, force));
    files_.add(earlier ? clerks_.date(car.from, force) : "");
    files_.is("keeper", keeper);
    files_.end_row(2 + !person.address.line.empty());
  }
}

}  // namespace simulate
