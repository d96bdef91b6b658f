#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "questions/marking.hpp"

namespace api {

namespace {

Json json_of(const store::NumberedEntry& numbered) {
  const auto& entry = numbered.entry;
  Json json;
  json["at"] = base::to_string_utc(entry.at);
  json["actor"] = entry.actor;
  json["operation"] = base::name_of(entry.operation);
  json["action"] = entry.action;
  json["subject"] = entry.subject;
  json["reason"] = entry.reason;
  json["details"] = entry.details;
  json["marking"] = questions::marking_json(entry.label);
  return json;
}

http::Schema entry_schema() {
  return http::object({{"at", http::date_time()},
                       {"actor", words()},
                       {"operation", any_of<model::Operation>()},
                       {"action", words()},
                       {"subject", words("By outside name.")},
                       {"reason", words()},
                       {"details", words("JSON.")},
                       marking_property()});
}

http::Reply list(const App& app, const http::Request& request) {
  const auto page = page_of(request);
  const auto all = app.log.entries(viewer_of(request));
  Shown shown{.body = {}, .subject = "audit log", .label = {.tier = app.store.ceiling()}};
  Json entries = Json::array();
  for (std::size_t i = page.position; i < all.size() && entries.size() < page.limit; ++i)
    entries.push_back(json_of(all[all.size() - 1 - i]));  // the latest first
  shown.records = entries.size();
  shown.body = list_json("entries", std::move(entries), page, all.size(), shown.label);
  return disclose(app, request, "audit", shown);
}

}  // namespace

void add_audit_routes(http::Router& router, const App& app) {
  router.add({.method = http::Method::get,
              .pattern = "/api/audit",
              .operation = "list_consultations",
              .summary = "Who looked at what, and why: the latest first.",
              .tags = {"audit"},
              .callers = http::Callers::with("see_audit"),
              .parameters = page_parameters(),
              .reply = page_of("entries", entry_schema()),
              .handler = [&app](const http::Request& request) { return list(app, request); }});
}

}  // namespace api
