#include "api/questions.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "http/problem.hpp"
#include "questions/identity.hpp"

namespace api {

using gallery::Exhibit;
using picture::Entity;

namespace {

Entity person_named(const Exhibit& exhibit, const std::string& name, const std::string& where) {
  const auto entity = entity_named(exhibit, name);
  if (!exhibit.index().is_person(entity))
    throw http::FieldError({where, "Only people are told apart; name a person."});
  return entity;
}

Shown shown(const Exhibit& exhibit, const questions::IdentityAnswer& answer,
            const std::string& subject) {
  return {questions::to_json(exhibit.index(), answer), subject, answer.label,
          answer.identity.rows.size()};
}

Shown identity(const Exhibit& exhibit, const http::Request& request) {
  const auto& name = request.parameters["entity"].get_ref<const std::string&>();
  const auto person = person_named(exhibit, name, "entity");
  return shown(exhibit, questions::identity(exhibit.index(), person, exhibit.model()),
               exhibit.index().name(person));
}

Shown compare(const Exhibit& exhibit, const http::Request& request) {
  const auto left = person_named(exhibit, request.body["left"], "/left"),
             right = person_named(exhibit, request.body["right"], "/right");
  if (left == right) throw http::FieldError({"/right", "The two are one person: name two."});
  return shown(exhibit, questions::compare(exhibit.index(), left, right, exhibit.model()),
               exhibit.index().name(left) + " and " + exhibit.index().name(right));
}

http::Schema reason_schema() {
  return http::object({{"compared", words("What was compared: a column, or two that depend.")},
                       {"finding", words()},
                       {"bits", http::number("For one person above 0, against below.")}});
}

http::Schema link_schema() {
  return http::object({{"left", how_many("Which of the rows.")},
                       {"right", how_many("Which of the rows.")},
                       {"prior", http::number("In bits, before anything was compared.")},
                       {"bits", http::number("The match weight: prior and reasons summed.")},
                       {"probability", http::number()},
                       {"reasons", many(reason_schema())}});
}

http::Schema row_schema() {
  return http::object(
      with_records({{"mention", words("Names the row where a decision is about it.")},
                    {"entity", entity_schema()},
                    {"source", words()},
                    {"force", words()},
                    {"names", many(words())},
                    {"births", many(words())}}));
}

http::Schema identity_schema() {
  return http::object({{"row_count", how_many("Of all; the first 60 are here.")},
                       {"rows", many(row_schema(), "As the sources tell people apart.")},
                       {"links", many(link_schema(),
                                      "What joins the rows, the weakest first; of "
                                      "two people the strongest between them.")},
                       marking_property()});
}

}  // namespace

void add_identity_routes(http::Router& router, const App& app) {
  router.add_component("Identity", identity_schema());
  add_question(router, app,
               {.method = http::Method::get,
                .pattern = "/api/entities/{entity}/identity",
                .operation = "show_identity",
                .summary = "Why the records of a person are taken for one person's.",
                .tags = {"entities"},
                .parameters = {name_parameter("entity")},
                .reply = http::refer_to("Identity")},
               identity);
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/compare",
                .operation = "compare",
                .summary = "What speaks for and against two people being one.",
                .tags = {"entities"},
                .body = http::object({{"left", entity_schema()}, {"right", entity_schema()}}),
                .reply = http::refer_to("Identity")},
               compare);
}

}  // namespace api
