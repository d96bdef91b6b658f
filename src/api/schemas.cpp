#include "api/schemas.hpp"

#include <limits>

#include "questions/chart.hpp"
#include "questions/citations.hpp"

namespace api {

using http::refer_to;
using Properties = std::vector<http::Property>;

namespace {

constexpr std::size_t any_length = std::numeric_limits<std::int32_t>::max();

// What a line of a chart may say: a role that records state, or a kind of tie.
http::Schema sayings() {
  const auto& roles = base::EnumNames<model::LinkRole>::names;
  const auto& kinds = base::EnumNames<model::TieKind>::names;
  std::vector<std::string> names(roles.begin(), roles.end());
  names.insert(names.end(), kinds.begin(), kinds.end());
  return http::one_of(names, "A role that records state, or a kind of tie.");
}

Properties entity_properties() {
  return {{"entity", words("What the server names it.")},
          {"caption", words()},
          {"noun", refer_to("Noun")},
          {"is_protected", http::boolean("Of people: stands in the protection list."), optional}};
}

http::Schema marking() {
  return http::object({{"marking", words("As it is printed: OFFICIAL-SENSITIVE.")},
                       {"compartments", many(words())},
                       {"handling", any_of<model::Handling>()},
                       {"conditions", many(words())}},
                      "To be shown at the top and the bottom.");
}

http::Schema cited_record() {
  return http::object({{"record", http::reference()},
                       {"source", words()},
                       {"force", words()},
                       {"file", words()},
                       {"row", http::whole_number()},
                       {"when", http::date_time(), optional},
                       {"grade", words("3x5x2, if it is graded."), optional},
                       {"is_corrected", http::boolean("Left out if it is not."), optional}});
}

http::Schema link() {
  const auto saying =
      http::object({{"says", sayings()},
                    {"is_tie", http::boolean("Concluded of two people, not stated by a record.")},
                    {"is_reversed", http::boolean("Said of `to` towards `from`.")},
                    {"count", how_many()}});
  return http::object(with_records(with_times({{"from", words()},
                                               {"to", words()},
                                               {"sayings", many(saying)},
                                               {"strength", refer_to("LinkStrength")},
                                               {"weight", http::number("Of ties."), optional}})));
}

http::Schema harm_reason() {
  return http::object(with_records({{"event", words("The entity of the event.")},
                                    {"offence", words()},
                                    {"offence_title", words()},
                                    {"role", refer_to("LinkRole")},
                                    {"weight_days", http::number()},
                                    {"responsibility", http::number()},
                                    {"recency", http::number()},
                                    {"harm_days", http::number("The product of the three.")}}));
}

http::Schema control_saying() {
  return http::object(with_records(
      {{"evidence", any_of<threat::ControlEvidence>()}, {"says", words()}, {"count", how_many()}}));
}

}  // namespace

http::Schema words(std::string_view description) {
  return http::text({.min = 0, .max = any_length}, description);
}

http::Schema many(http::Schema items, std::string_view description) {
  return http::list_of(std::move(items), {.min = 0, .max = any_length}, description);
}

http::Schema how_many(std::string_view description) {
  return http::whole_number({.min = 0}, description);
}

Properties joined(Properties first, const Properties& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

http::Schema entity_with(const Properties& more, std::string_view description) {
  return http::object(joined(entity_properties(), more), description);
}

http::Schema first_of(http::Schema items, std::string_view description) {
  return http::object({{"count", how_many("Of all.")}, {"shown", many(std::move(items))}},
                      description);
}

http::Schema page_of(const std::string& name, http::Schema items, const Properties& more) {
  return http::object(joined({{"count", how_many("Of all.")},
                              {"position", how_many("Of the first here.")},
                              {name, many(std::move(items))},
                              next_cursor_property(),
                              marking_property()},
                             more));
}

Properties with_records(const Properties& properties) {
  return joined(properties, {{"records", many(refer_to("CitedRecord"), "The latest of them.")},
                             {"record_count", how_many("Of all.")}});
}

Properties with_times(const Properties& properties) {
  return joined(properties,
                {{"first", http::date_time(), optional}, {"last", http::date_time(), optional}});
}

http::Property marking_property() { return {"marking", refer_to("Marking")}; }

http::Property next_cursor_property() {
  return {"next_cursor",
          http::or_null(words("Asks for the page that follows; null when there is none."))};
}

Properties correction_properties() {
  return {{"record", http::reference()},
          {"slot", words("Which of the record's mentions.")},
          {"attribute", any_of<model::Attribute>()},
          {"was", words("As it was read from the record, which stays as it is.")},
          {"remedy", any_of<model::Remedy>()},
          {"becomes", words("What counts in its place, of a replacement."), optional},
          {"decided_by", words()},
          {"decided", http::date_time()},
          {"reason", words()},
          marking_property()};
}

void add_shared_components(http::Router& router) {
  router.add_component("Noun", any_of<model::Noun>());
  router.add_component("LinkRole", any_of<model::LinkRole>());
  router.add_component("LinkStrength",
                       any_of<questions::LinkStrength>("Drawn solid, dashed, dotted."));
  router.add_component("Standing", any_of<picture::Standing>("In a network."));
  router.add_component("ProtectionReason", any_of<threat::ProtectionReason>());
  router.add_component("Marking", marking());
  router.add_component("Correction", http::object(correction_properties()));
  router.add_component("Entity", entity_with({}));
  router.add_component("CitedRecord", cited_record());
  router.add_component("Link", link());
  router.add_component("LinkedEntity", entity_with({{"link", refer_to("Link")}}));
  router.add_component("HarmReason", harm_reason());
  router.add_component("ControlSaying", control_saying());
}

}  // namespace api
