#include "audit/payload.hpp"

#include <nlohmann/json.hpp>

namespace audit {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Fact& fact) {
  return {{"kept", base::name_of(fact.kept)},
          {"name", fact.name},
          {"digest", fact.digest},
          {"records", fact.records},
          {"rejected", fact.rejected}};
}

Fact fact_of(const Json& json) {
  return {.kept = base::named<Kept>(json.at("kept").get<std::string>()).value(),
          .name = json.at("name"),
          .digest = json.at("digest"),
          .records = json.at("records"),
          .rejected = json.at("rejected")};
}

model::AuditEntry entry_of(const Json& json) {
  const auto operation = json.at("operation").get<std::string>();
  return {.at = json.at("at"),
          .actor = json.at("actor"),
          .operation = base::named<model::Operation>(operation).value(),
          .action = json.at("action"),
          .subject = json.at("subject"),
          .reason = json.at("reason"),
          .details = json.at("details"),
          .label = model::label_of_key(json.at("label").get<std::string>())};
}

}  // namespace

std::string to_text(const Payload& payload) {
  const auto& entry = payload.entry;
  Json json = {{"at", entry.at},
               {"actor", entry.actor},
               {"operation", base::name_of(entry.operation)},
               {"action", entry.action},
               {"subject", entry.subject},
               {"reason", entry.reason},
               {"details", entry.details},
               {"label", model::to_key(entry.label)}};
  if (payload.fact) json["fact"] = to_json(*payload.fact);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Payload> payload_of_text(std::string_view text) {
  try {
    const auto json = Json::parse(text);
    Payload payload{.entry = entry_of(json)};
    if (json.contains("fact")) payload.fact = fact_of(json["fact"]);
    return payload;
  } catch (const Json::exception&) {
    return {};
  } catch (const std::bad_optional_access&) {
    return {};
  }
}

}  // namespace audit
