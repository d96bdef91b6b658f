#include <algorithm>

#include "api/link_filter.hpp"
#include "api/questions.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "questions/neighbours.hpp"
#include "questions/profile.hpp"

namespace api {

using gallery::Exhibit;
using picture::Entity;

namespace {

constexpr std::size_t chart_max = 2000, per_noun_max = 200;

Shown profile(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  const auto found =
      questions::profile(exhibit.index(), entity, day_of(request.parameters, "as_at"));
  if (!found) throw base::Error(base::Fault::missing, "it was not known by then");
  return {questions::to_json(exhibit.index(), *found), exhibit.index().name(entity), found->label,
          exhibit.picture().entities.mentions(entity).size()};
}

Shown neighbours(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  const auto page = page_of(request);
  const auto found = questions::neighbours(exhibit.index(), entity,
                                           {.nouns = nouns_of(request.body),
                                            .filter = filter_of(request.body),
                                            .position = page.position,
                                            .limit = page.limit});
  auto body = questions::to_json(exhibit.index(), found);
  body["next_cursor"] = next_cursor(page, found.links.size(), found.count);
  return {std::move(body), exhibit.index().name(entity), found.label, found.links.size()};
}

Shown expand(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  std::vector<Entity> on_chart;
  // What is on the chart may have gone since: it is then left out.
  for (const auto& name : request.body["shown"]) {
    if (const auto known = exhibit.index().find(name.get<std::string>()))
      on_chart.push_back(*known);
  }
  questions::ExpandLimits limits{.nouns = nouns_of(request.body),
                                 .filter = filter_of(request.body)};
  if (request.body.contains("per_noun")) limits.per_noun_max = request.body["per_noun"];
  const auto found = questions::expand(exhibit.index(), on_chart, entity, limits);
  return {questions::to_json(exhibit.index(), found), exhibit.index().name(entity), found.label,
          found.nodes.size()};
}

Shown timeline(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  return timeline_of(exhibit, request, {entity}, exhibit.index().name(entity));
}

Shown places(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  return places_of(exhibit, request, {entity}, exhibit.index().name(entity));
}

http::Parameter as_at_parameter() {
  return {.name = "as_at",
          .in = http::Parameter::In::query,
          .schema = http::date("Only what happened and was recorded by the end of that day."),
          .need = http::Need::optional};
}

http::Schema expansion_body() {
  return http::object(joined(
      filter_properties(),
      {{"shown", http::list_of(entity_schema(), {.min = 0, .max = chart_max},
                               "What the chart shows already.")},
       {"per_noun", http::whole_number({.min = 1, .max = per_noun_max}, "How many of one kind."),
        http::Need::optional}}));
}

void add_links(http::Router& router, const App& app) {
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/entities/{entity}/neighbours",
                .operation = "list_neighbours",
                .summary = "What is one link away, the most recorded first.",
                .tags = {"entities"},
                .parameters = with_pages({name_parameter("entity")}),
                .body = http::object(filter_properties()),
                .reply = http::refer_to("Neighbours")},
               neighbours);
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/entities/{entity}/expand",
                .operation = "expand",
                .summary = "What a chart gains when an entity on it is expanded.",
                .tags = {"entities"},
                .parameters = {name_parameter("entity")},
                .body = expansion_body(),
                .reply = http::refer_to("Expansion")},
               expand);
}

}  // namespace

void add_entity_routes(http::Router& router, const App& app) {
  add_question(router, app,
               {.method = http::Method::get,
                .pattern = "/api/entities/{entity}",
                .operation = "show_profile",
                .summary = "One page on one entity, every line with its records and their grades.",
                .tags = {"entities"},
                .parameters = {name_parameter("entity"), as_at_parameter()},
                .reply = http::refer_to("Profile")},
               profile);
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/entities/{entity}/timeline",
                .operation = "show_timeline",
                .summary = "What it had a part in and what it used, in order of time.",
                .tags = {"entities"},
                .parameters = with_pages({name_parameter("entity")}),
                .body = http::object(filter_properties()),
                .reply = http::refer_to("Timeline")},
               timeline);
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/entities/{entity}/places",
                .operation = "show_places",
                .summary = "Where it is recorded, and where its events were.",
                .tags = {"entities"},
                .parameters = {name_parameter("entity")},
                .body = http::object(window_properties()),
                .reply = http::refer_to("Places")},
               places);
  add_links(router, app);
}

}  // namespace api
