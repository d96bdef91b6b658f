#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "questions/network_page.hpp"

namespace api {

using gallery::Exhibit;

void add_network_routes(http::Router& router, const App& app) {
  router.add(
      {.method = http::Method::get,
       .pattern = "/api/networks/{network}",
       .operation = "show_network",
       .summary = "One network: its members with why each stands where, its lines, its harm.",
       .tags = {"networks"},
       .callers = http::Callers::with("see_picture"),
       .parameters = {{.name = "network", .schema = entity_schema()}},
       .reply = http::Schema::object(),
       .handler = [&app](const http::Request& request) {
         return consult(app, request, "network", [&](const Exhibit& exhibit) -> Shown {
           const auto number =
               network_named(exhibit, request.parameters["network"].get<std::string>());
           auto page = questions::network_page(exhibit.index(), number);
           const auto name = network_name(exhibit, number);
           Json body{{"network", name}};
           body.update(page.body);
           body["marking"] = marking_of(page.label);
           return {std::move(body), name, page.label, page.records};
         });
       }});
}

}  // namespace api
