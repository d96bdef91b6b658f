#include <algorithm>

#include "access/viewer.hpp"
#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "picture/identity.hpp"
#include "questions/marking.hpp"

namespace api {

using gallery::Exhibit;

namespace {

std::string mention_name(const model::MentionReference& mention) {
  return to_string(mention.record) + "-" + mention.slot;
}

Json json_of(const model::Decision& decision) {
  Json written;
  written["left"] = mention_name(decision.left);
  written["right"] = mention_name(decision.right);
  written["verdict"] = base::name_of(decision.verdict);
  written["reason"] = decision.reason;
  written["decided_by"] = decision.decided_by;
  written["decided"] = base::to_string_utc(decision.decided);
  written["marking"] = questions::marking_json(decision.label);
  return written;
}

std::vector<http::Property> decision_properties() {
  return {{"left", words("What the server names it.")},
          {"right", words("What the server names it.")},
          {"verdict", any_of<model::Verdict>()},
          {"reason", words()},
          {"decided_by", words()},
          {"decided", http::date_time()},
          marking_property()};
}

model::MentionReference mention_named(const Exhibit& exhibit, const std::string& name) {
  const auto entity = entity_named(exhibit, name);
  if (!exhibit.index().is_person(entity)) {
    throw base::Error(base::Fault::invalid,
                      "decisions are about people: what else is one is told by its number");
  }
  const auto dash = name.find('-');
  return {*model::parse_reference(name.substr(0, dash)), name.substr(dash + 1)};
}

// What is one person by its source's own reference cannot be parted, nor can one be joined to
// itself.
void expect_to_be_of_use(const Exhibit& exhibit, const std::string& left, const std::string& right,
                         model::Verdict verdict) {
  const auto person = entity_named(exhibit, left);
  if (person != entity_named(exhibit, right)) return;
  const auto rows = picture::rows_of(exhibit.picture(), person);
  const auto row_of = [&](const std::string& name) {
    const auto mention = *exhibit.index().find_mention(name);
    return std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
      return std::binary_search(row.mentions.begin(), row.mentions.end(), mention);
    });
  };
  if (row_of(left) == row_of(right)) {
    throw http::FieldError(
        {"/right", "The two are one person by the reference of their own source: name two."});
  }
  if (verdict == model::Verdict::same)
    throw http::FieldError({"/right", "The two are one person already: name two."});
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
  expect_to_be_of_use(*exhibit, left, right, decision.verdict);
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

// Who a decision is about now, as far as the caller is shown them.
void add_who(const Exhibit& exhibit, const model::Decision& decision, Json& written,
             model::Label& label) {
  const std::pair<const char*, const model::MentionReference*> ends[] = {
      {"left_is", &decision.left}, {"right_is", &decision.right}};
  for (const auto& [name, mention] : ends) {
    const auto entity = exhibit.index().find(mention_name(*mention));
    if (!entity) continue;
    written[name] = who_json(exhibit, *entity);
    label = join(label, label_of(exhibit, *entity));
  }
}

Shown decisions(const App& app, const http::Request& request, const Exhibit& exhibit) {
  const auto page = page_of(request);
  const auto all = app.store.begin(store::Access::read_only)->decisions(viewer_of(request));
  Shown shown{.subject = "decisions", .label = {.tier = model::Tier::official}};
  Json items = Json::array();
  for (std::size_t i = page.position; i < all.size() && items.size() < page.limit; ++i) {
    const auto& decision = all[all.size() - 1 - i];  // the latest first
    auto& item = items.emplace_back(json_of(decision));
    shown.label = join(shown.label, decision.label);
    add_who(exhibit, decision, item, shown.label);
  }
  shown.records = items.size();
  shown.body = list_json("decisions", std::move(items), page, all.size(), shown.label);
  return shown;
}

}  // namespace

void add_decision_routes(http::Router& router, const App& app) {
  router.add_component("Decision", http::object(decision_properties()));
  const auto item = http::object(
      joined(decision_properties(), {{"left_is", http::refer_to("Entity"), optional},
                                     {"right_is", http::refer_to("Entity"), optional}}));
  router.add({.method = http::Method::post,
              .pattern = "/api/decisions",
              .operation = "decide",
              .summary =
                  "Says of two people, or of two mentions that make up one, whether they are the "
                  "same person. Undone by another decision on the same two: the latest "
                  "counts.",
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
              .reply = page_of("decisions", item),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "decisions", [&](const Exhibit& exhibit) {
                  return decisions(app, request, exhibit);
                });
              }});
}

}  // namespace api
