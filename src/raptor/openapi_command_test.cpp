#include "raptor/openapi_command.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

// What the schema says of the value at all: an empty one allows anything.
bool says_something(const nlohmann::json& schema) {
  return schema.contains("$ref") || schema.contains("properties") ||
         schema.contains("additionalProperties") ||
         (schema.contains("type") && schema["type"] != "object");
}

}  // namespace

TEST_CASE("the document describes all routes, and each JSON reply by its properties") {
  const auto document = nlohmann::json::parse(raptor::openapi_text());
  for (const auto* path : {"/api/networks", "/api/session", "/api/accounts", "/api/changes"})
    CHECK(document["paths"].contains(path));
  for (const auto& [path, methods] : document["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      for (const auto& [status, reply] : operation["responses"].items()) {
        if (!reply.contains("content")) continue;
        for (const auto& [type, content] : reply["content"].items()) {
          if (type != "application/json") continue;
          CAPTURE(path);
          CAPTURE(status);
          CHECK(says_something(content["schema"]));
        }
      }
    }
  }
}
