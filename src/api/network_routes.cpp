#include "api/link_filter.hpp"
#include "api/questions.hpp"
#include "questions/network_name.hpp"
#include "questions/network_page.hpp"
#include "questions/timeline.hpp"

namespace api {

using gallery::Exhibit;

namespace {

Shown page(const Exhibit& exhibit, const http::Request& request) {
  const auto& index = exhibit.index();
  const auto found = questions::network_page(index, network_named(exhibit, request));
  return {questions::to_json(index, found), questions::network_name(index, found.network),
          found.label, exhibit.picture().networks[found.network].ties.size()};
}

Shown timeline(const Exhibit& exhibit, const http::Request& request) {
  const auto network = network_named(exhibit, request);
  return timeline_of(exhibit, request, questions::members_of(exhibit.index(), network),
                     questions::network_name(exhibit.index(), network));
}

Shown places(const Exhibit& exhibit, const http::Request& request) {
  const auto network = network_named(exhibit, request);
  return places_of(exhibit, request, questions::members_of(exhibit.index(), network),
                   questions::network_name(exhibit.index(), network));
}

}  // namespace

void add_network_routes(http::Router& router, const App& app) {
  add_question(
      router, app,
      {.method = http::Method::get,
       .pattern = "/api/networks/{network}",
       .operation = "show_network",
       .summary = "One network: its members with why each stands where, its lines, its harm.",
       .tags = {"networks"},
       .parameters = {name_parameter("network")},
       .reply = http::refer_to("NetworkPage")},
      page);
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/networks/{network}/timeline",
                .operation = "show_network_timeline",
                .summary = "What its members had a part in and what they used, in order of time.",
                .tags = {"networks"},
                .parameters = with_pages({name_parameter("network")}),
                .body = http::object(filter_properties()),
                .reply = http::refer_to("Timeline")},
               timeline);
  add_question(router, app,
               {.method = http::Method::post,
                .pattern = "/api/networks/{network}/places",
                .operation = "show_network_places",
                .summary = "Where its members are recorded, and where their events were.",
                .tags = {"networks"},
                .parameters = {name_parameter("network")},
                .body = http::object(window_properties()),
                .reply = http::refer_to("Places")},
               places);
}

}  // namespace api
