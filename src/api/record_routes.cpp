#include <algorithm>

#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace api {

using gallery::Exhibit;

namespace {

// The cells as they came, each with its header.
Json cells_of(const model::Record& record, const model::Batch& batch) {
  Json cells = Json::array();
  const auto values = base::split(record.cells, model::cell_separator);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto header = i < batch.header.size() ? batch.header[i] : std::string();
    cells.push_back({{"header", header}, {"value", values[i]}});
  }
  return cells;
}

// What was read from them: the mentions with their attributes, and what they have to do with each
// other.
Json mentions_of(const Exhibit& exhibit, std::uint32_t number) {
  const auto& picture = exhibit.picture();
  const auto& evidence = picture.evidence;
  Json mentions = Json::array();
  const auto begin = std::lower_bound(evidence.mentions.begin(), evidence.mentions.end(), number,
                                      [](const auto& a, auto b) { return a.record < b; });
  for (auto mention = begin; mention != evidence.mentions.end() && mention->record == number;
       ++mention) {
    const auto at = static_cast<std::uint32_t>(mention - evidence.mentions.begin());
    const auto entity = picture.entities.of_mention(at);
    Json values = Json::array();
    for (const auto& value : evidence.values_of(*mention)) {
      values.push_back(
          {{"attribute", base::name_of(value.attribute)}, {"text", evidence.text(value)}});
    }
    mentions.push_back({{"slot", evidence.texts[mention->slot]},
                        {"noun", base::name_of(mention->noun)},
                        {"entity", exhibit.index().name(entity)},
                        {"caption", exhibit.index().caption(entity)},
                        {"values", std::move(values)}});
  }
  return mentions;
}

Json links_of(const Exhibit& exhibit, std::uint32_t number) {
  const auto& evidence = exhibit.picture().evidence;
  Json links = Json::array();
  auto link =
      std::lower_bound(evidence.links.begin(), evidence.links.end(), number,
                       [&](const auto& a, auto b) { return evidence.mentions[a.from].record < b; });
  for (; link != evidence.links.end() && evidence.mentions[link->from].record == number; ++link) {
    links.push_back({{"from", evidence.texts[evidence.mentions[link->from].slot]},
                     {"role", base::name_of(link->role)},
                     {"to", evidence.texts[evidence.mentions[link->to].slot]}});
  }
  return links;
}

Shown show_record(const App& app, const access::Viewer& viewer, const Exhibit& exhibit,
                  const std::string& name) {
  const auto number = record_named(exhibit, name);
  const auto& evidence = exhibit.picture().evidence;
  const auto& read = evidence.records[number];
  const auto reading = app.store.begin(store::Access::read_only);
  const auto record = reading->record(viewer, read.id);
  const auto batch = record ? reading->batch(viewer, record->batch) : std::nullopt;
  if (!batch) throw base::Error(base::Fault::missing, "there is no such record");
  const auto& label = label_of(exhibit.picture(), number);
  Json body{
      {"record", name},
      {"source", batch->source},
      {"force", batch->force},
      {"file", batch->file_name},
      {"row", record->row},
      {"grade", record->grading ? Json(to_string(*record->grading)) : Json()},
      {"happened", read.happened ? Json(base::to_string_utc(*read.happened)) : Json()},
      {"recorded", read.recorded ? Json(base::to_string_utc(*read.recorded)) : Json()},
      {"legal_basis", batch->legal_basis.basis},
      {"layout", batch->layout},
      {"as_received", cells_of(*record, *batch)},
      {"read", {{"mentions", mentions_of(exhibit, number)}, {"links", links_of(exhibit, number)}}},
      {"marking", marking_of(label)}};
  return {std::move(body), name, label, 1};
}

}  // namespace

void add_record_routes(http::Router& router, const App& app) {
  router.add({.method = http::Method::get,
              .pattern = "/api/records/{record}",
              .operation = "show_record",
              .summary = "One record as it was received, beside what was read from it.",
              .tags = {"records"},
              .callers = http::Callers::with("see_picture"),
              .parameters = {{.name = "record", .schema = http::reference()}},
              .reply = http::Schema::object(),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "record", [&](const Exhibit& exhibit) {
                  return show_record(app, viewer_of(request), exhibit,
                                     request.parameters["record"].get<std::string>());
                });
              }});
}

}  // namespace api
