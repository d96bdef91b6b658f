#include <set>

#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "http/open_api.hpp"

namespace api {

using gallery::Exhibit;

namespace {

Shown summary(const Exhibit& exhibit) {
  const auto& picture = exhibit.picture();
  const auto& manifest = picture.manifest;
  std::size_t people = 0;
  for (picture::Entity entity = 0; entity < picture.entities.size(); ++entity)
    people += exhibit.index().is_person(entity);
  Json types = Json::array();
  for (const auto& type : picture.tables.threat_types)
    types.push_back({{"threat_type", type.key}, {"title", type.title}});
  std::set<std::string> forces;
  for (const auto& source : picture.evidence.sources) {
    if (!source.force.empty()) forces.insert(source.force);
  }
  Json body{{"release", manifest.release},
            {"as_at", to_string(manifest.as_at)},
            {"records", manifest.records},
            {"people", people},
            {"networks", picture.networks.size()},
            {"nominals", picture.nominals.size()},
            {"protected", picture.protection_list.size()},
            {"held_back", picture.held_back.size()},
            {"forces", forces},
            {"threat_types", std::move(types)},
            {"notes", picture.notes},
            {"caveats", {threat::prominence_caveat, threat::control_caveat}},
            {"model_sha256", manifest.model_sha256},
            {"tables_sha256", manifest.tables_sha256},
            {"marking", marking_of(exhibit.label())}};
  return {std::move(body), "the picture", exhibit.label(), manifest.records};
}

}  // namespace

void add_picture_routes(http::Router& router, const App& app) {
  router.add({.method = http::Method::get,
              .pattern = "/api/picture",
              .operation = "show_picture",
              .summary = "What the caller's picture is made of, and how much is in it.",
              .tags = {"picture"},
              .callers = http::Callers::with("see_picture"),
              .reply = http::Schema::object(),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "picture", summary);
              }});
  router.add({.method = http::Method::get,
              .pattern = "/api/events",
              .operation = "listen",
              .summary = "Server-sent events: `picture` when the caller's picture has changed.",
              .tags = {"picture"},
              .callers = http::Callers::with("see_picture"),
              .reply_type = "text/event-stream",
              .handler = [&app](const http::Request& request) {
                return app.events.subscribe(
                    {.session = request.principal->session,
                     .audiences = {access::audience_key(viewer_of(request))}});
              }});
}

void add_all_routes(http::Router& router, const App& app) {
  add_search_routes(router, app);
  add_entity_routes(router, app);
  add_network_routes(router, app);
  add_list_routes(router, app);
  add_record_routes(router, app);
  add_decision_routes(router, app);
  add_import_routes(router, app);
  add_audit_routes(router, app);
  add_picture_routes(router, app);
  router.add({.method = http::Method::get,
              .pattern = "/api/health",
              .operation = "health",
              .summary = "Whether the server answers.",
              .tags = {"server"},
              .callers = http::Callers::anyone(),
              .reply = http::object({{"is_well", http::boolean()}}),
              .handler = [](const http::Request&) {
                return json_reply({{"is_well", true}});
              }});
  router.add({.method = http::Method::get,
              .pattern = "/api/openapi.json",
              .operation = "describe",
              .summary = "This document.",
              .tags = {"server"},
              .callers = http::Callers::anyone(),
              .reply = http::Schema::object(),
              .handler = [&router](const http::Request&) {
                return http::json_reply(http::open_api_document(
                    router, {.title = "RAPTOR",
                             .version = RAPTOR_VERSION,
                             .description = "What may be asked of a picture. Every answer holds "
                                            "only what the caller may see."}));
              }});
}

}  // namespace api
