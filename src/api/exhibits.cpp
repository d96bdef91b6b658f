#include "api/exhibits.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "questions/network_name.hpp"

namespace api {

using gallery::Exhibit;
using picture::Entity;

namespace {

[[noreturn]] void nothing_such() {
  throw base::Error(base::Fault::missing, "there is nothing of that name");
}

}  // namespace

std::optional<std::uint32_t> find_record(const Exhibit& exhibit, std::string_view name) {
  const auto reference = model::parse_reference(name);
  if (!reference) return {};
  const auto records = exhibit.picture().evidence.records_of(*reference);
  if (records.empty()) return {};
  return records.front();
}

std::uint32_t record_named(const Exhibit& exhibit, std::string_view name) {
  const auto record = find_record(exhibit, name);
  if (!record) nothing_such();
  return *record;
}

Entity entity_named(const Exhibit& exhibit, std::string_view name) {
  const auto entity = exhibit.index().find(name);
  if (!entity) nothing_such();
  return *entity;
}

Entity entity_named(const Exhibit& exhibit, const http::Request& request,
                    const std::string& parameter) {
  return entity_named(exhibit, request.parameters[parameter].get<std::string>());
}

std::size_t network_named(const Exhibit& exhibit, const http::Request& request) {
  const auto network =
      questions::find_network(exhibit.index(), request.parameters["network"].get<std::string>());
  if (!network) nothing_such();
  return *network;
}

const model::Label& label_of(const picture::Picture& picture, std::uint32_t record) {
  return picture.evidence.labels[picture.evidence.records[record].label];
}

model::Label label_of(const Exhibit& exhibit, Entity entity) {
  const auto& picture = exhibit.picture();
  model::Label label{.tier = model::Tier::official};
  for (auto mention : picture.entities.mentions(entity))
    label = join(label, label_of(picture, picture.evidence.mentions[mention].record));
  return label;
}

Json who_json(const Exhibit& exhibit, Entity entity) {
  const auto& index = exhibit.index();
  Json json = {{"entity", index.name(entity)},
               {"caption", index.caption(entity)},
               {"noun", base::name_of(index.noun(entity))}};
  if (index.is_person(entity)) json["is_protected"] = index.is_protected(entity);
  return json;
}

http::Schema entity_schema() {
  return http::text({.min = 3, .max = 120}, "What the server named it.");
}

}  // namespace api
