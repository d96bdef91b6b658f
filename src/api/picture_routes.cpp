#include <set>

#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "http/open_api.hpp"
#include "questions/marking.hpp"

namespace api {

using gallery::Exhibit;

namespace {

Shown summary(const Exhibit& exhibit) {
  const auto& picture = exhibit.picture();
  const auto& manifest = picture.manifest;
  std::size_t people = 0;
  for (picture::Entity entity = 0; entity < picture.entities.size(); ++entity)
    people += exhibit.index().is_person(entity);
  std::set<std::string> forces;
  for (const auto& source : picture.evidence.sources) {
    if (!source.force.empty()) forces.insert(source.force);
  }
  Json body;
  body["release"] = manifest.release;
  body["as_at"] = to_string(manifest.as_at);
  body["records"] = manifest.records;
  body["people"] = people;
  body["networks"] = picture.networks.size();
  body["nominals"] = picture.nominals.size();
  body["protected"] = picture.protection_list.size();
  body["held_back"] = picture.held_back.size();
  body["forces"] = forces;
  body["threat_types"] = Json::array();
  for (const auto& type : picture.tables.threat_types) {
    auto& each = body["threat_types"].emplace_back();
    each["threat_type"] = type.key;
    each["title"] = type.title;
  }
  body["notes"] = picture.notes;
  body["caveats"] = {threat::prominence_caveat, threat::control_caveat};
  body["model_sha256"] = manifest.model_sha256;
  body["tables_sha256"] = manifest.tables_sha256;
  body["marking"] = questions::marking_json(exhibit.label());
  return {std::move(body), "the picture", exhibit.label(), manifest.records};
}

http::Schema document_schema() {
  return http::object({{"openapi", words("3.1.0")},
                       {"info", http::map_of(words())},
                       {"paths", http::map_of(http::Schema::object())},
                       {"components", http::map_of(http::Schema::object())}});
}

http::Schema summary_schema() {
  const auto type = http::object({{"threat_type", words()}, {"title", words()}});
  return http::object({{"release", words()},
                       {"as_at", http::date("The day of the picture.")},
                       {"records", how_many()},
                       {"people", how_many()},
                       {"networks", how_many()},
                       {"nominals", how_many()},
                       {"protected", how_many()},
                       {"held_back", how_many()},
                       {"forces", many(words())},
                       {"threat_types", many(type)},
                       {"notes", many(words())},
                       {"caveats", many(words())},
                       {"model_sha256", words()},
                       {"tables_sha256", words()},
                       marking_property()});
}

}  // namespace

void add_picture_routes(http::Router& router, const App& app) {
  router.add_component("Picture", summary_schema());
  router.add({.method = http::Method::get,
              .pattern = "/api/picture",
              .operation = "show_picture",
              .summary = "What the caller's picture is made of, and how much is in it.",
              .tags = {"picture"},
              .callers = http::Callers::with("see_picture"),
              .reply = http::refer_to("Picture"),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "picture", summary);
              }});
  router.add(
      {.method = http::Method::get,
       .pattern = "/api/events",
       .operation = "listen",
       .summary =
           "Server-sent events: `picture` when the caller's picture has changed; `import` while "
           "this session's file is taken in: its name, rows read, share of it.",
       .tags = {"picture"},
       .callers = http::Callers::with("see_picture"),
       .reply_type = "text/event-stream",
       .handler = [&app](const http::Request& request) {
         return app.events.subscribe(
             {.session = request.principal->session,
              .audiences = {access::audience_key(viewer_of(request)), session_key(request)}});
       }});
}

nlohmann::json describe(const http::Router& router) {
  return http::open_api_document(
      router, {.title = "RAPTOR",
               .version = RAPTOR_VERSION,
               .description = "What may be asked of a picture. Every answer holds only what the "
                              "caller may see."});
}

void add_all_routes(http::Router& router, const App& app) {
  add_shared_components(router);
  add_profile_components(router);
  add_chart_components(router);
  add_list_components(router);
  add_search_routes(router, app);
  add_entity_routes(router, app);
  add_identity_routes(router, app);
  add_path_routes(router, app);
  add_network_routes(router, app);
  add_list_routes(router, app);
  add_record_routes(router, app);
  add_decision_routes(router, app);
  add_correction_routes(router, app);
  add_note_routes(router, app);
  add_view_routes(router, app);
  add_import_routes(router, app);
  add_audit_routes(router, app);
  add_picture_routes(router, app);
  add_change_routes(router, app);
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
  router.add(
      {.method = http::Method::get,
       .pattern = "/api/openapi.json",
       .operation = "describe",
       .summary = "This document.",
       .tags = {"server"},
       .callers = http::Callers::anyone(),
       .reply = document_schema(),
       .handler = [&router](const http::Request&) { return http::json_reply(describe(router)); }});
}

}  // namespace api
