#include "api/schemas.hpp"
#include "questions/lists.hpp"

namespace api {

using http::refer_to;
using Properties = std::vector<http::Property>;

namespace {

Properties network_properties() {
  return with_times({{"network", words("What the server names it.")},
                     {"rank", how_many("From 1.")},
                     {"harm_days", http::number()},
                     {"forces", many(words())},
                     {"is_new", http::boolean()}});
}

http::Schema network_row() {
  return http::object(
      joined(network_properties(),
             {{"people", how_many()},
              {"ranked", how_many()},
              {"kept_apart", how_many("Members in the protection list.")},
              {"threat_types", many(words(), "Keys; the one of most harm first.")},
              {"leading", many(refer_to("Entity"), "The first of the ranked members.")}}));
}

http::Schema nominal_row() {
  return entity_with({{"rank", how_many("From 1.")},
                      {"harm_days", http::number()},
                      {"offences", how_many()},
                      {"gravest", words("The title of an offence."), optional},
                      {"forces", many(words())},
                      {"networks", many(words(), "What the server names them.")},
                      {"is_new", http::boolean()}});
}

http::Schema protected_row() {
  return entity_with({{"reasons", many(refer_to("ProtectionReason"))},
                      {"lines", how_many("Records that say so.")},
                      {"forces", many(words())},
                      {"is_also_suspect", http::boolean()}});
}

http::Schema held_back_row() {
  return entity_with({{"perhaps", many(refer_to("Entity"), "In the protection list.")}});
}

http::Schema member() {
  const auto measure =
      http::object({{"value", http::or_null(http::number())}, {"percentile", http::number()}});
  return entity_with(
      {{"harm_days", http::number()},
       {"standing", refer_to("Standing")},
       {"x", http::number("On the chart, within a circle of 1000.")},
       {"y", http::number()},
       {"protection", many(refer_to("ProtectionReason"), "Why they stand in the protection list."),
        optional},
       {"place", how_many("From 1; only of the ranked, as all that follows."), optional},
       {"place_score", http::number(), optional},
       {"prominence", words("A sentence."), optional},
       {"agreement", how_many("Of four measures: how many have it in their top tenth."), optional},
       {"measures", http::map_of(measure), optional},
       {"rank_interval", many(how_many(), "From the best to the worst."), optional},
       {"control", many(refer_to("ControlSaying")), optional}});
}

http::Schema network_page() {
  const auto type =
      http::object({{"threat_type", words()}, {"title", words()}, {"harm_days", http::number()}});
  return http::object(joined(network_properties(),
                             {marking_property(),
                              {"threat_types", many(type, "Most harm first.")},
                              {"prominence_caveat", words("To be shown with prominence.")},
                              {"control_caveat", words("To be shown with evidence of control.")},
                              {"members", many(member())},
                              {"ties", many(refer_to("Link"), "Of each two who have any.")},
                              {"harm_reason_count", how_many("Of all.")},
                              {"harm_reasons", many(refer_to("HarmReason"), "The gravest.")}}));
}

http::Schema network_change() {
  return http::object({{"change", http::one_of({"new", "changed", "gone"})},
                       {"network", words("What the server names it, unless it is gone."), optional},
                       {"leading", many(refer_to("Entity"), "The first of the ranked."), optional},
                       {"rank_before", how_many(), optional},
                       {"rank", how_many(), optional},
                       {"joined", how_many("Members.")},
                       {"left", how_many("Members.")}});
}

http::Schema changes() {
  const auto people = many(refer_to("Entity"));
  const auto risen = entity_with({{"rank_before", how_many(), optional},
                                  {"rank", how_many()},
                                  {"harm_days_before", http::number()},
                                  {"harm_days", http::number()}});
  return http::object(
      {marking_property(),
       {"as_at_before", http::date()},
       {"as_at", http::date()},
       {"new_records", how_many()},
       {"gone_records", how_many()},
       {"new_people", first_of(refer_to("Entity"))},
       {"merged", first_of(entity_with({{"before", people}}), "Were told apart, are one now.")},
       {"split", first_of(entity_with({{"now", people}}), "Were thought one, are several now.")},
       {"networks", first_of(network_change())},
       {"risen",
        first_of(risen, "Whose recorded harm rose, or who are ranked for the first time.")}});
}

}  // namespace

void add_list_components(http::Router& router) {
  router.add_component("NetworkRow", network_row());
  router.add_component("NominalRow", nominal_row());
  router.add_component("ProtectedRow", protected_row());
  router.add_component("HeldBackRow", held_back_row());
  router.add_component("NetworkPage", network_page());
  router.add_component("Changes", changes());
}

}  // namespace api
