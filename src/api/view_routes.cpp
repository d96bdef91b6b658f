#include <algorithm>

#include "api/exhibits.hpp"
#include "api/jottings.hpp"
#include "api/questions.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "questions/links_among.hpp"
#include "questions/marking.hpp"
#include "questions/network_name.hpp"
#include "questions/timeline.hpp"

namespace api {

using gallery::Exhibit;
using picture::Entity;

namespace {

constexpr std::size_t nodes_max = 2000;

Json view_json(const Exhibit& exhibit, const model::Jotting& view, std::size_t network) {
  Json written;
  written["view"] = to_string(view.name);
  written["title"] = view.title;
  written["network"] = questions::network_name(exhibit.index(), network);
  written["sharing"] = base::name_of(view.sharing);
  written["author"] = view.author;
  written["written"] = base::to_string_utc(view.written);
  written["marking"] = questions::marking_json(view.label);
  return written;
}

std::vector<http::Property> view_properties() {
  return {{"view", http::reference()},
          {"title", words()},
          {"network", words("What the server names it now.")},
          {"sharing", any_of<model::Sharing>()},
          {"author", words()},
          {"written", http::date_time()},
          marking_property()};
}

http::Schema filters_schema() {
  const auto names = http::list_of(http::text({.min = 1, .max = 60}), {.min = 0, .max = 60});
  return http::object({{"kinds", names},
                       {"strengths", names},
                       {"sayings", names},
                       {"from", http::date(), optional},
                       {"until", http::date(), optional}},
                      "What of the chart is not shown, and of which time it is.");
}

http::Schema asked_view_schema() {
  const auto node =
      http::object({{"entity", entity_schema()}, {"x", http::number()}, {"y", http::number()}});
  return http::object(
      {{"title", http::text({.min = 1, .max = 120})},
       {"sharing", any_of<model::Sharing>("audience: whoever may see all that the caller sees.")},
       {"nodes", http::list_of(node, {.min = 0, .max = nodes_max})},
       {"filters", filters_schema()},
       {"chosen", entity_schema(), optional}});
}

http::Schema opened_schema() {
  const auto node = entity_with({{"x", http::number()}, {"y", http::number()}});
  return http::object(
      joined(view_properties(),
             {{"nodes", many(node, "Those that the caller may see.")},
              {"links", many(http::refer_to("Link"), "Those that the network's page has not.")},
              {"filters", filters_schema()},
              {"chosen", words("What the server names it."), optional}}));
}

// What the chart holds, by names that this picture knows.
void expect_to_be_there(const Exhibit& exhibit, const Json& body) {
  const auto& nodes = body["nodes"];
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (exhibit.index().find(nodes[i]["entity"].get<std::string>())) continue;
    throw http::FieldError({"/nodes/" + std::to_string(i) + "/entity",
                            "There is nothing of that name: take it off the chart."});
  }
}

http::Reply save_view(const App& app, const http::Request& request) {
  const auto& viewer = viewer_of(request);
  const auto& body = request.body;
  const auto exhibit = app.gallery.show(viewer);
  const auto network = network_named(*exhibit, request);
  expect_to_be_there(*exhibit, body);
  Json chart{{"nodes", body["nodes"]}, {"filters", body["filters"]}};
  if (body.contains("chosen")) chart["chosen"] = body["chosen"];
  const auto view =
      keep(app,
           {.kind = model::JottingKind::view,
            .subject = model::Subject::network,
            .about = questions::network_name(exhibit->index(), network),
            .sharing = *base::named<model::Sharing>(body["sharing"].get<std::string>()),
            .title = body["title"],
            .text = chart.dump(),
            .author = viewer.name,
            .label = exhibit->label()},
           "save view");
  return json_reply(view_json(*exhibit, view, network), 201);
}

Shown views(const App& app, const http::Request& request, const Exhibit& exhibit) {
  const auto network = network_named(exhibit, request);
  auto all = jottings_of(app, viewer_of(request), model::JottingKind::view);
  std::erase_if(all, [&](const auto& each) {
    return each.withdrawal ||
           questions::find_network(exhibit.index(), each.jotting.about) != network;
  });
  const auto page = page_of(request);
  Shown shown{.subject = "views of " + questions::network_name(exhibit.index(), network),
              .label = {.tier = model::Tier::official}};
  Json items = Json::array();
  for (std::size_t i = page.position; i < all.size() && items.size() < page.limit; ++i) {
    items.push_back(view_json(exhibit, all[i].jotting, network));
    shown.label = join(shown.label, all[i].jotting.label);
  }
  shown.records = items.size();
  shown.body = list_json("views", std::move(items), page, all.size(), shown.label);
  return shown;
}

// The nodes that this picture knows, where they stood; what it does not know is not there.
std::vector<Entity> add_nodes(const Exhibit& exhibit, const Json& chart, Json& written) {
  std::vector<Entity> entities;
  written = Json::array();
  for (const auto& node : chart["nodes"]) {
    const auto entity = exhibit.index().find(node["entity"].get<std::string>());
    // Two that were merged since are one.
    if (!entity || std::find(entities.begin(), entities.end(), *entity) != entities.end()) continue;
    entities.push_back(*entity);
    auto& each = written.emplace_back(who_json(exhibit, *entity));
    each["x"] = node["x"];
    each["y"] = node["y"];
  }
  return entities;
}

Shown open_view(const App& app, const http::Request& request, const Exhibit& exhibit) {
  const auto view = standing_jotting(app, viewer_of(request), model::JottingKind::view,
                                     request.parameters["view"]);
  const auto network = questions::find_network(exhibit.index(), view.about);
  if (!network) throw base::Error(base::Fault::missing, "its network is not in the picture");
  const auto chart = Json::parse(view.text);
  auto body = view_json(exhibit, view, *network);
  const auto entities = add_nodes(exhibit, chart, body["nodes"]);
  const auto found = questions::links_among(exhibit.index(), entities,
                                            questions::members_of(exhibit.index(), *network));
  body["links"] = Json::array();
  for (const auto& link : found.links)
    body["links"].push_back(questions::to_json(exhibit.index(), link));
  body["filters"] = chart["filters"];
  if (chart.contains("chosen")) {
    if (const auto chosen = exhibit.index().find(chart["chosen"].get<std::string>()))
      body["chosen"] = exhibit.index().name(*chosen);
  }
  const auto label = join(view.label, found.label);
  body["marking"] = questions::marking_json(label);
  return {std::move(body), "view " + to_string(view.name), label, entities.size()};
}

http::Reply withdraw_view(const App& app, const http::Request& request) {
  const auto& viewer = viewer_of(request);
  const auto exhibit = app.gallery.show(viewer);
  const auto view =
      standing_jotting(app, viewer, model::JottingKind::view, request.parameters["view"]);
  if (view.author != viewer.name)
    throw base::Error(base::Fault::forbidden, "only who saved a view can take it back");
  const auto network = questions::find_network(exhibit->index(), view.about);
  if (!network) throw base::Error(base::Fault::missing, "its network is not in the picture");
  withdraw(app, viewer, view, "", "withdraw view");
  return json_reply(view_json(*exhibit, view, *network));
}

http::Parameter view_parameter() { return {.name = "view", .schema = http::reference()}; }

}  // namespace

void add_view_routes(http::Router& router, const App& app) {
  router.add_component("View", http::object(view_properties()));
  router.add_component("OpenedView", opened_schema());
  router.add({.method = http::Method::get,
              .pattern = "/api/networks/{network}/views",
              .operation = "list_views",
              .summary = "The caller's views of its chart, and those shared with them.",
              .tags = {"views"},
              .callers = http::Callers::with("see_picture"),
              .parameters = with_pages({name_parameter("network")}),
              .reply = page_of("views", http::refer_to("View")),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "views", [&](const Exhibit& exhibit) {
                  return views(app, request, exhibit);
                });
              }});
  router.add({.method = http::Method::post,
              .pattern = "/api/networks/{network}/views",
              .operation = "save_view",
              .summary = "Saves what its chart shows, under a name.",
              .tags = {"views"},
              .callers = http::Callers::with("see_picture"),
              .parameters = {name_parameter("network")},
              .body = asked_view_schema(),
              .reply = http::refer_to("View"),
              .success = 201,
              .is_write = true,
              .handler = [&app](const http::Request& request) { return save_view(app, request); }});
  router.add({.method = http::Method::get,
              .pattern = "/api/views/{view}",
              .operation = "open_view",
              .summary = "What a view holds, as far as the caller may see it.",
              .tags = {"views"},
              .callers = http::Callers::with("see_picture"),
              .parameters = {view_parameter()},
              .reply = http::refer_to("OpenedView"),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "view", [&](const Exhibit& exhibit) {
                  return open_view(app, request, exhibit);
                });
              }});
  router.add(
      {.method = http::Method::post,
       .pattern = "/api/views/{view}/withdraw",
       .operation = "withdraw_view",
       .summary = "Takes back a view; only who saved it can.",
       .tags = {"views"},
       .callers = http::Callers::with("see_picture"),
       .parameters = {view_parameter()},
       .reply = http::refer_to("View"),
       .is_write = true,
       .handler = [&app](const http::Request& request) { return withdraw_view(app, request); }});
}

}  // namespace api
