#include "api/questions.hpp"

#include "api/link_filter.hpp"
#include "questions/places.hpp"
#include "questions/timeline.hpp"

namespace api {

using gallery::Exhibit;

void add_question(http::Router& router, const App& app, http::Route route, Question question) {
  route.callers = http::Callers::with("see_picture");
  route.handler = [&app, question, action = route.operation](const http::Request& request) {
    return consult(app, request, action,
                   [&](const Exhibit& exhibit) { return question(exhibit, request); });
  };
  router.add(std::move(route));
}

http::Parameter name_parameter(const std::string& name) {
  return {.name = name, .schema = entity_schema()};
}

std::vector<http::Parameter> with_pages(std::vector<http::Parameter> parameters) {
  for (auto& each : page_parameters()) parameters.push_back(std::move(each));
  return parameters;
}

Shown timeline_of(const Exhibit& exhibit, const http::Request& request,
                  const std::vector<picture::Entity>& of, const std::string& subject) {
  const auto page = page_of(request);
  const auto found = questions::timeline(exhibit.index(), of,
                                         {.filter = filter_of(request.body),
                                          .nouns = nouns_of(request.body),
                                          .position = page.position,
                                          .limit = page.limit});
  auto body = questions::to_json(exhibit.index(), found);
  body["next_cursor"] = next_cursor(page, found.items.size(), found.count);
  return {std::move(body), subject, found.label, found.items.size()};
}

Shown places_of(const Exhibit& exhibit, const http::Request& request,
                const std::vector<picture::Entity>& of, const std::string& subject) {
  const auto found = questions::places(exhibit.index(), of, window_of(request.body));
  return {questions::to_json(exhibit.index(), found), subject, found.label, found.places.size()};
}

}  // namespace api
