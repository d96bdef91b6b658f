#include "api/schemas.hpp"
#include "questions/chart.hpp"

namespace api {

using http::refer_to;

namespace {

constexpr auto optional = http::Need::optional;

std::vector<http::Property> noun_count() {
  return {{"noun", refer_to("Noun")}, {"count", how_many()}, {"shown", how_many()}};
}

http::Schema expansion() {
  return http::object(
      {marking_property(),
       {"of", refer_to("Entity")},
       {"nodes", many(entity_with({{"neighbour_count", how_many()}}), "New on the chart.")},
       {"links", many(refer_to("Link"), "Between what is on it.")},
       {"hubs", many(http::object(joined(noun_count(), {{"says", words()}})),
                     "The nouns of which not all are shown.")}});
}

http::Schema paths() {
  const auto path = http::object(
      {{"length", http::number("As the order counts it; by strength, less is stronger.")},
       {"weakest", refer_to("LinkStrength")},
       {"entities", many(refer_to("Entity"), "From one end to the other.")},
       {"links", many(refer_to("Link"), "links[i] joins entities i and i + 1.")}});
  const auto pair =
      http::object({marking_property(),
                    {"from", refer_to("Entity")},
                    {"to", refer_to("Entity")},
                    {"paths", many(path, "The shortest first.")},
                    {"says", words("That there is none, in what the caller may see."), optional},
                    {"was_cut", http::boolean("The search was too wide: there may be others.")},
                    {"hubs_left_out", how_many("Entities with too many links to lead through.")}});
  return http::object(
      {{"pairs", many(pair, "Of each two that were asked about.")}, marking_property()});
}

http::Schema timeline_item() {
  return entity_with(
      with_times({{"offence", words(), optional},
                  {"parts", many(refer_to("LinkedEntity"), "Of each of those asked about.")}}));
}

http::Schema place() {
  return entity_with(
      with_records(with_times({{"latitude", http::number(), optional},
                               {"longitude", http::number(), optional},
                               {"postcode", words()},
                               {"roles", many(refer_to("LinkRole"))},
                               {"events", many(refer_to("Entity"), "Theirs, that were there.")},
                               {"count", how_many("How often records say so.")}})));
}

}  // namespace

void add_chart_components(http::Router& router) {
  router.add_component("Neighbours",
                       page_of("neighbours", refer_to("LinkedEntity"),
                               {{"of", refer_to("Entity")},
                                {"by_noun", many(http::object(noun_count()), "Of all.")}}));
  router.add_component("Expansion", expansion());
  router.add_component("Paths", paths());
  router.add_component("Timeline",
                       page_of("items", timeline_item(),
                               {{"undated", how_many("That no record dates: not among these.")}}));
  router.add_component("Places", http::object({{"count", how_many("Of all.")},
                                               {"places", many(place(), "The most recorded.")},
                                               marking_property()}));
}

}  // namespace api
