#include <algorithm>

#include "api/link_filter.hpp"
#include "api/routes.hpp"
#include "gallery/past_pictures.hpp"
#include "questions/changes.hpp"

namespace api {

namespace {

http::Reply show_changes(const App& app, const http::Request& request) {
  const auto& viewer = viewer_of(request);
  const auto now = app.gallery.show(viewer);
  const auto day = std::min(*day_of(request.parameters, "since"), now->picture().manifest.as_at);
  const auto then = app.past.show(viewer, now, day);
  const auto found = questions::changes(then->index(), now->index());
  return disclose(
      app, request, "changes",
      {questions::to_json(then->index(), now->index(), found), "changes since " + to_string(day),
       found.label, found.new_record_count + found.gone_record_count});
}

}  // namespace

void add_change_routes(http::Router& router, const App& app) {
  router.add(
      {.method = http::Method::get,
       .pattern = "/api/changes",
       .operation = "show_changes",
       .summary = "What of the caller's picture is not as it would have been at the end of that "
                  "day: by the days on which records say that they were recorded, whenever they "
                  "were imported, and the decisions taken by then. Imports undone since count as "
                  "never made. 503 while another such picture is being made: ask again.",
       .tags = {"picture"},
       .callers = http::Callers::with("see_picture"),
       .parameters = {{.name = "since",
                       .in = http::Parameter::In::query,
                       .schema = http::date("A later day than the picture's counts as its day.")}},
       .reply = http::refer_to("Changes"),
       .handler = [&app](const http::Request& request) { return show_changes(app, request); }});
}

}  // namespace api
