#include <algorithm>

#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "questions/neighbours.hpp"
#include "questions/profile.hpp"

namespace api {

using gallery::Exhibit;
using picture::Entity;

namespace {

constexpr std::size_t chart_max = 2000;

std::optional<base::Date> day_of(const nlohmann::json& values, const char* name) {
  if (!values.contains(name)) return {};
  return base::parse_date(values[name].get<std::string>(), base::DateOrder::year_month_day);
}

template <class Enum>
std::vector<Enum> named_in(const nlohmann::json& body, const char* name) {
  std::vector<Enum> values;
  if (!body.contains(name)) return values;
  for (const auto& each : body[name]) values.push_back(*base::named<Enum>(each.get<std::string>()));
  return values;
}

template <class Enum>
http::Schema names_of(std::string_view description) {
  const auto& names = base::EnumNames<Enum>::names;
  return http::list_of(http::one_of({names.begin(), names.end()}), {.min = 0, .max = names.size()},
                       description);
}

std::vector<http::Property> filter_properties() {
  return {{"nouns", names_of<model::Noun>("Only these kinds of neighbour."), http::Need::optional},
          {"roles", names_of<model::LinkRole>("Only what records state so."), http::Need::optional},
          {"ties", names_of<model::TieKind>("Only ties of these kinds."), http::Need::optional},
          {"from", http::date(), http::Need::optional},
          {"until", http::date(), http::Need::optional}};
}

questions::LinkFilter filter_of(const nlohmann::json& body) {
  questions::LinkFilter filter;
  filter.roles = named_in<model::LinkRole>(body, "roles");
  filter.kinds = named_in<model::TieKind>(body, "ties");
  if (const auto from = day_of(body, "from")) filter.window.from = base::midnight(*from);
  if (const auto until = day_of(body, "until"))
    filter.window.until = base::midnight(*until) + 86399;
  return filter;
}

Shown shown(Json body, const std::string& subject, const model::Label& label, std::size_t records) {
  for (const auto* part : {"compartments", "handling", "conditions"}) body.erase(part);
  body["marking"] = marking_of(label);
  return {std::move(body), subject, label, records};
}

Shown neighbours(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  const auto page = page_of(request);
  const auto found = questions::neighbours(exhibit.index(), entity,
                                           {.nouns = named_in<model::Noun>(request.body, "nouns"),
                                            .filter = filter_of(request.body),
                                            .position = page.position,
                                            .limit = page.limit});
  auto body = questions::to_json(exhibit.index(), found);
  body["next_cursor"] = next_cursor(page, found.links.size(), found.count);
  return shown(std::move(body), exhibit.index().name(entity), found.label, found.links.size());
}

Shown expand(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  std::vector<Entity> on_chart;
  // What is on the chart may have gone since: it is then left out.
  for (const auto& name : request.body["shown"]) {
    if (const auto known = exhibit.index().find(name.get<std::string>()))
      on_chart.push_back(*known);
  }
  const auto found = questions::expand(
      exhibit.index(), on_chart, entity,
      {.nouns = named_in<model::Noun>(request.body, "nouns"), .filter = filter_of(request.body)});
  return shown(questions::to_json(exhibit.index(), found), exhibit.index().name(entity),
               found.label, found.nodes.size());
}

Shown shown(questions::Answer answer, const std::string& subject) {
  return shown(std::move(answer.body), subject, answer.label, answer.records);
}

Shown profile(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  return shown(questions::profile(exhibit.index(), entity, day_of(request.parameters, "as_at")),
               exhibit.index().name(entity));
}

Shown timeline(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  const auto page = page_of(request);
  auto answer = questions::timeline(exhibit.index(), entity, page.position, page.limit);
  answer.body["next_cursor"] =
      next_cursor(page, answer.body["events"].size(), answer.body["total"].get<std::size_t>());
  return shown(std::move(answer), exhibit.index().name(entity));
}

Shown places(const Exhibit& exhibit, const http::Request& request) {
  const auto entity = entity_named(exhibit, request, "entity");
  return shown(questions::places(exhibit.index(), entity), exhibit.index().name(entity));
}

Shown paths(const Exhibit& exhibit, const http::Request& request) {
  const auto& body = request.body;
  const auto from = entity_named(exhibit, body["from"].get<std::string>()),
             to = entity_named(exhibit, body["to"].get<std::string>());
  questions::PathOptions options;
  if (body.contains("count")) options.count = body["count"];
  if (body.contains("by_strength")) options.by_strength = body["by_strength"];
  return shown(exhibit.path_finder().paths(from, to, options),
               exhibit.index().name(from) + " to " + exhibit.index().name(to));
}

http::Parameter entity_parameter() { return {.name = "entity", .schema = entity_schema()}; }

using Question = Shown (*)(const Exhibit&, const http::Request&);

// A question about one entity, of those who may see pictures.
void add_question(http::Router& router, const App& app, http::Route route, Question question) {
  route.tags = {"entities"};
  route.callers = http::Callers::with("see_picture");
  route.reply = http::Schema::object();
  route.handler = [&app, question, action = route.operation](const http::Request& request) {
    return consult(app, request, action,
                   [&](const Exhibit& exhibit) { return question(exhibit, request); });
  };
  router.add(std::move(route));
}

std::vector<http::Parameter> with_pages(std::vector<http::Parameter> parameters) {
  for (auto& each : page_parameters()) parameters.push_back(std::move(each));
  return parameters;
}

}  // namespace

void add_entity_routes(http::Router& router, const App& app) {
  auto expansion = filter_properties();
  expansion.push_back({"shown", http::list_of(entity_schema(), {.min = 0, .max = chart_max},
                                              "What the chart shows already.")});
  add_question(router, app,
               {.method = http::Method::get,
                .pattern = "/api/entities/{entity}",
                .operation = "show_profile",
                .summary = "One page on one entity, every line with its records and their grades.",
                .parameters = {entity_parameter(),
                               {.name = "as_at",
                                .in = http::Parameter::In::query,
                                .schema = http::date("Only what was known by the end of that day."),
                                .need = http::Need::optional}}},
               profile);
  add_question(router, app,
               {.method = http::Method::get,
                .pattern = "/api/entities/{entity}/timeline",
                .operation = "show_timeline",
                .summary = "Its dated events, the latest first.",
                .parameters = with_pages({entity_parameter()})},
               timeline);
  add_question(router, app,
               {.method = http::Method::get,
                .pattern = "/api/entities/{entity}/places",
                .operation = "show_places",
                .summary = "Where it is recorded.",
                .parameters = {entity_parameter()}},
               places);
  add_question(
      router, app,
      {.method = http::Method::post,
       .pattern = "/api/paths",
       .operation = "find_paths",
       .summary = "How two people are connected, through people; each line with its records.",
       .body =
           http::object({{"from", entity_schema()},
                         {"to", entity_schema()},
                         {"count", http::whole_number({.min = 1, .max = 5}), http::Need::optional},
                         {"by_strength", http::boolean(), http::Need::optional}})},
      paths);
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/entities/{entity}/neighbours",
                .operation = "list_neighbours",
                .summary = "What is one link away, the most recorded first.",
                .parameters = with_pages({entity_parameter()}),
                .body = http::object(filter_properties())},
               neighbours);
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/entities/{entity}/expand",
                .operation = "expand",
                .summary = "What a chart gains when an entity on it is expanded.",
                .parameters = {entity_parameter()},
                .body = http::object(expansion)},
               expand);
}

}  // namespace api
