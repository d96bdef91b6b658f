#include "api/schemas.hpp"
#include "questions/profile.hpp"

namespace api {

using http::refer_to;

namespace {

http::Schema stated_value() {
  return http::object(with_records(with_times(
      {{"value", words()},
       {"count", how_many()},
       {"corrections", many(refer_to("Correction"), "Because of them a record gives it."),
        optional}})));
}

http::Schema event_line() {
  return entity_with({{"offence", words(), optional},
                      {"offence_title", words(), optional},
                      {"statuses", many(words())},
                      {"place", refer_to("Entity"), optional},
                      {"link", refer_to("Link")}});
}

http::Schema membership() {
  return http::object(
      {{"network", words("What the server names it.")},
       {"rank", how_many()},
       {"standing", refer_to("Standing")},
       {"place", how_many("Among its members, from 1; only of the ranked, as what follows."),
        optional},
       {"prominence", words("A sentence."), optional},
       {"prominence_caveat", words("To be shown with it."), optional},
       {"control", many(refer_to("ControlSaying")), optional}});
}

http::Schema protection_line() {
  return http::object(with_records({{"reason", refer_to("ProtectionReason")}}));
}

// What is said of people only.
std::vector<http::Property> standing() {
  return {{"harm_days", http::number(), optional},
          {"harm_reasons", many(refer_to("HarmReason"), "They sum to harm_days."), optional},
          {"is_also_suspect", http::boolean(), optional},
          {"protection", many(protection_line()), optional},
          {"nominal_rank", how_many("In the list of nominals, if they stand there."), optional},
          {"perhaps_protected", many(refer_to("Entity"), "Why they are held back."), optional},
          {"networks", many(membership()), optional},
          {"perhaps_same_as", many(refer_to("Entity")), optional}};
}

}  // namespace

void add_profile_components(http::Router& router) {
  const auto linked = first_of(refer_to("LinkedEntity"));
  router.add_component(
      "Profile",
      entity_with(
          joined({marking_property(),
                  {"as_at", http::date("Only what was known by then."), optional},
                  {"attributes", http::map_of(many(stated_value()), "By attribute: given_name …")},
                  {"set_aside", many(refer_to("Correction"), "Values that count no longer.")},
                  {"linked", http::map_of(linked, "Things and places, by noun.")},
                  {"associates", linked},
                  {"roles", http::map_of(how_many(), "In how many events, by role.")},
                  {"events", first_of(event_line())},
                  {"gaps", many(words(), "What is not known.")},
                  {"notes", many(words(), "How to read this.")}},
                 standing())));
}

}  // namespace api
