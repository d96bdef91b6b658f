#include "api/link_filter.hpp"
#include "api/questions.hpp"
#include "api/schemas.hpp"
#include "questions/marking.hpp"
#include "questions/paths.hpp"

namespace api {

using gallery::Exhibit;
using picture::Entity;

namespace {

constexpr std::int64_t hub_max = 100'000;

questions::PathOptions options_of(const nlohmann::json& body) {
  questions::PathOptions options;
  if (body.contains("order"))
    options.order = *base::named<questions::PathOrder>(body["order"].get<std::string>());
  if (body.contains("through"))
    options.through = *base::named<questions::PathThrough>(body["through"].get<std::string>());
  if (body.contains("count")) options.count = body["count"];
  if (body.contains("steps_max")) options.steps_max = body["steps_max"];
  if (body.contains("hub_max")) options.hub_max = body["hub_max"];
  options.filter = filter_of(body);
  return options;
}

Shown paths(const Exhibit& exhibit, const http::Request& request) {
  const auto& index = exhibit.index();
  std::vector<Entity> ends;
  std::string subject;
  for (const auto& name : request.body["entities"]) {
    ends.push_back(entity_named(exhibit, name.get<std::string>()));
    subject += (subject.empty() ? "" : " to ") + index.name(ends.back());
  }
  const auto options = options_of(request.body);
  const auto found = ends.size() == 2
                         ? std::vector{questions::paths(index, ends[0], ends[1], options)}
                         : questions::paths_among(index, ends, options);
  Shown shown{.body = {}, .subject = subject, .label = {.tier = model::Tier::official}};
  shown.body["pairs"] = Json::array();
  for (const auto& pair : found) {
    shown.body["pairs"].push_back(questions::to_json(index, pair));
    shown.label = join(shown.label, pair.label);
    for (const auto& path : pair.paths) shown.records += path.links.size();
  }
  shown.body["marking"] = questions::marking_json(shown.label);
  return shown;
}

http::Schema path_body() {
  constexpr auto optional = http::Need::optional;
  return http::object(joined(
      {
          {"entities", http::list_of(entity_schema(), {.min = 2, .max = questions::paths_among_max},
                                     "Two, or several of which each two are joined.")},
          {"order", any_of<questions::PathOrder>("What makes a path short."), optional},
          {"through", any_of<questions::PathThrough>("What it may lead through."), optional},
          {"count",
           http::whole_number({.min = 1, .max = questions::paths_max},
                              "How many between two; of several each two get one."),
           optional},
          {"steps_max", http::whole_number({.min = 1, .max = questions::path_steps_max}), optional},
          {"hub_max",
           http::whole_number({.min = 0, .max = hub_max},
                              "Nothing leads through what has more links; 0: through anything."),
           optional},
      },
      link_properties()));
}

}  // namespace

void add_path_routes(http::Router& router, const App& app) {
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/paths",
                .operation = "find_paths",
                .summary = "How two or several are connected; each line with its records.",
                .tags = {"entities"},
                .body = path_body(),
                .reply = http::refer_to("Paths")},
               paths);
}

}  // namespace api
