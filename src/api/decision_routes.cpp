#include <algorithm>

#include "access/viewer.hpp"
#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "questions/marking.hpp"

namespace api {

using gallery::Exhibit;

namespace {

Json json_of(const model::Decision& decision) {
  const auto mention = [](const model::MentionReference& reference) {
    return to_string(reference.record) + "-" + reference.slot;
  };
  Json json;
  json["left"] = mention(decision.left);
  json["right"] = mention(decision.right);
  json["verdict"] = base::name_of(decision.verdict);
  json["reason"] = decision.reason;
  json["decided_by"] = decision.decided_by;
  json["decided"] = base::to_string_utc(decision.decided);
  json["marking"] = questions::marking_json(decision.label);
  return json;
}

http::Schema decision_schema() {
  return http::object({{"left", words("What the server names it.")},
                       {"right", words("What the server names it.")},
                       {"verdict", any_of<model::Verdict>()},
                       {"reason", words()},
                       {"decided_by", words()},
                       {"decided", http::date_time()},
                       marking_property()});
}

// The mention that an entity is named by.
model::MentionReference mention_named(const Exhibit& exhibit, const std::string& name) {
  const auto entity = entity_named(exhibit, name);
  if (!exhibit.index().is_person(entity)) {
    throw base::Error(base::Fault::invalid,
                      "decisions are about people: what else is one is told by its number");
  }
  const auto full = exhibit.index().name(entity);
  const auto dash = full.find('-');
  return {*model::parse_reference(full.substr(0, dash)), full.substr(dash + 1)};
}

http::Reply decide(const App& app, const http::Request& request) {
  const auto& viewer = viewer_of(request);
  const auto exhibit = app.gallery.show(viewer);
  const auto left = request.body["left"].get<std::string>(),
             right = request.body["right"].get<std::string>();
  model::Decision decision{
      .left = mention_named(*exhibit, left),
      .right = mention_named(*exhibit, right),
      .verdict = *base::named<model::Verdict>(request.body["verdict"].get<std::string>()),
      .decided_by = viewer.name,
      .reason = request.body["reason"],
      .decided = app.clock(),
      .label = join(label_of(*exhibit, entity_named(*exhibit, left)),
                    label_of(*exhibit, entity_named(*exhibit, right)))};
  if (decision.left == decision.right)
    throw http::FieldError({"/right", "The two are one person already: name two."});
  const auto writing = app.store.begin(store::Access::read_write);
  writing->save(decision, {.at = decision.decided,
                           .actor = viewer.name,
                           .operation = model::Operation::combination,
                           .action = "decide",
                           .subject = left + " and " + right,
                           .reason = decision.reason,
                           .details = "{\"verdict\":\"" +
                                      std::string(base::name_of(decision.verdict)) + "\"}",
                           .label = decision.label});
  writing->commit();
  app.gallery.refresh();
  return json_reply(json_of(decision), 201);
}

http::Reply list(const App& app, const http::Request& request) {
  const auto page = page_of(request);
  const auto all = app.store.begin(store::Access::read_only)->decisions(viewer_of(request));
  Shown shown{.subject = "decisions", .label = {.tier = model::Tier::official}};
  Json decisions = Json::array();
  for (std::size_t i = page.position; i < all.size() && decisions.size() < page.limit; ++i) {
    const auto& decision = all[all.size() - 1 - i];  // the latest first
    decisions.push_back(json_of(decision));
    shown.label = join(shown.label, decision.label);
  }
  shown.records = decisions.size();
  shown.body = list_json("decisions", std::move(decisions), page, all.size(), shown.label);
  return disclose(app, request, "decisions", shown);
}

}  // namespace

void add_decision_routes(http::Router& router, const App& app) {
  router.add_component("Decision", decision_schema());
  router.add({.method = http::Method::post,
              .pattern = "/api/decisions",
              .operation = "decide",
              .summary = "Says of two entities whether they are the same person. Undone by another "
                         "decision on the same two: the latest counts.",
              .tags = {"decisions"},
              .callers = http::Callers::with("decide"),
              .body = http::object(
                  {{"left", entity_schema()},
                   {"right", entity_schema()},
                   {"verdict", any_of<model::Verdict>()},
                   {"reason", http::text({.min = 3, .max = 2000}, "For whoever reads it later.")}}),
              .reply = http::refer_to("Decision"),
              .success = 201,
              .is_write = true,
              .handler = [&app](const http::Request& request) { return decide(app, request); }});
  router.add({.method = http::Method::get,
              .pattern = "/api/decisions",
              .operation = "list_decisions",
              .summary = "The decisions that the caller may see, the latest first.",
              .tags = {"decisions"},
              .callers = http::Callers::with("see_picture"),
              .parameters = page_parameters(),
              .reply = page_of("decisions", http::refer_to("Decision")),
              .handler = [&app](const http::Request& request) { return list(app, request); }});
}

}  // namespace api
