#include "http/open_api.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "http/detail/example_site.hpp"

using nlohmann::json;

namespace {

json document() {
  return open_api_document(http::example_router(), {.title = "Notes", .version = "1"});
}

// Every $ref below value, each of which must lead somewhere.
void require_references(const json& value, const json& whole) {
  if (value.is_object() && value.contains("$ref")) {
    CHECK(whole.contains(json::json_pointer(std::string(value["$ref"]).substr(1))));
  }
  if (!value.is_structured()) return;
  for (const auto& each : value) require_references(each, whole);
}

}  // namespace

TEST_CASE("every route is in the document as it is declared") {
  const auto router = http::example_router();
  const auto made = document();
  CHECK(made["openapi"] == "3.1.0");
  std::size_t operations = 0;
  for (const auto& path : made["paths"]) operations += path.size();
  CHECK(operations == router.routes().size());
  for (const auto& route : router.routes()) {
    const auto method = base::to_lower_ascii(base::name_of(route.method));
    const auto& operation = made["paths"][route.pattern][method];
    CHECK(operation["operationId"] == route.operation);
    CHECK(operation["responses"].contains(std::to_string(route.success)));
    CHECK(operation["responses"]["default"]["content"].contains("application/problem+json"));
    CHECK(operation.contains("requestBody") == route.takes_body());
    CHECK(operation["security"].empty() == (route.callers.who == http::Callers::Who::anyone));
  }
}

TEST_CASE("the document is whole, and the same each time") {
  const auto made = document();
  require_references(made, made);
  CHECK(made.dump() == document().dump());
  CHECK(made["components"]["securitySchemes"]["session"]["in"] == "cookie");
}
