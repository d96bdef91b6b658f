#include "http/open_api.hpp"

#include "base/text.hpp"

namespace http {

namespace {

using nlohmann::json;

json problem_reply(const std::string& description) {
  return {
      {"description", description},
      {"content",
       {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
}

json parameters_of(const Route& route) {
  auto parameters = json::array();
  for (const auto& parameter : route.parameters) {
    const bool in_path = parameter.in == Parameter::In::path;
    json described = {{"name", parameter.name},
                      {"in", in_path ? "path" : "query"},
                      {"required", in_path || parameter.need == Need::required},
                      {"schema", parameter.schema}};
    if (parameter.schema.contains("description")) {
      described["description"] = parameter.schema["description"];
    }
    parameters.push_back(std::move(described));
  }
  return parameters;
}

json success_of(const Route& route) {
  json success = {{"description", route.summary}};
  if (route.success == 204) return success;
  success["content"][route.reply_type] = json::object();
  if (!route.reply.is_null()) success["content"][route.reply_type]["schema"] = route.reply;
  return success;
}

json replies_of(const Route& route) {
  json replies = {{std::to_string(route.success), success_of(route)}};
  replies["400"] = problem_reply("The request is wrong; field names the part to blame.");
  replies["404"] = problem_reply("There is nothing, or nothing that the caller may see.");
  replies["default"] = problem_reply("Anything else that went wrong.");
  if (route.callers.who != Callers::Who::anyone) {
    replies["401"] = problem_reply("Nobody is signed in.");
  }
  if (route.is_write || route.callers.refusal == Callers::Refusal::open) {
    replies["403"] = problem_reply("The caller may not do this.");
  }
  if (route.is_write) replies["409"] = problem_reply("It is not in a state in which this can be.");
  return replies;
}

json operation_of(const Route& route) {
  json operation = {
      {"operationId", route.operation}, {"summary", route.summary},  {"tags", route.tags},
      {"responses", replies_of(route)}, {"security", json::array()}, {"x-write", route.is_write}};
  if (route.callers.who != Callers::Who::anyone) {
    operation["security"].push_back({{"session", json::array()}});
  }
  if (!route.callers.permission.empty()) operation["x-permission"] = route.callers.permission;
  if (!route.parameters.empty()) operation["parameters"] = parameters_of(route);
  if (route.takes_body()) {
    auto content = json::object();
    if (route.takes_json()) content["schema"] = route.body;
    operation["requestBody"] = {{"required", true}, {"content", {{route.body_type, content}}}};
  }
  return operation;
}

}  // namespace

json open_api_document(const Router& router, const ApiInfo& info) {
  json document = {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", info.title}, {"version", info.version}, {"description", info.description}}},
      {"paths", json::object()},
      {"components",
       {{"schemas", router.components()},
        {"securitySchemes",
         {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", info.session_cookie}}}}}}}};
  document["components"]["schemas"]["Problem"] = problem_schema();
  for (const auto& route : router.routes()) {
    const auto method = base::to_lower_ascii(base::name_of(route.method));
    document["paths"][route.pattern][method] = operation_of(route);
  }
  return document;
}

}  // namespace http
