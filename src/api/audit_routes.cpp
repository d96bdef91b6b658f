#include "api/routes.hpp"

namespace api {

namespace {

Json json_of(const store::NumberedEntry& numbered) {
  const auto& entry = numbered.entry;
  return {{"at", base::to_string_utc(entry.at)},
          {"actor", entry.actor},
          {"operation", base::name_of(entry.operation)},
          {"action", entry.action},
          {"subject", entry.subject},
          {"reason", entry.reason},
          {"details", entry.details},
          {"marking", model::marking(entry.label.tier)}};
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
              .reply = http::Schema::object(),
              .handler = [&app](const http::Request& request) {
                const auto page = page_of(request);
                const auto all = app.log.entries(viewer_of(request));
                Json entries = Json::array();
                for (std::size_t i = page.position; i < all.size() && entries.size() < page.limit;
                     ++i)
                  entries.push_back(json_of(all[all.size() - 1 - i]));
                const auto count = entries.size();
                return disclose(app, request, "audit",
                                {{{"entries", std::move(entries)},
                                  {"next_cursor", next_cursor(page, count, all.size())}},
                                 "audit log",
                                 {.tier = app.store.ceiling()},
                                 count});
              }});
}

}  // namespace api
