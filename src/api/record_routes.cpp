#include <algorithm>
#include <span>

#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "gallery/read_evidence.hpp"
#include "questions/corrections.hpp"
#include "questions/marking.hpp"

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

std::uint32_t first_mention(const model::Evidence& evidence, std::uint32_t record) {
  const auto begin = std::lower_bound(evidence.mentions.begin(), evidence.mentions.end(), record,
                                      [](const auto& a, auto b) { return a.record < b; });
  return static_cast<std::uint32_t>(begin - evidence.mentions.begin());
}

const model::Correction* find_correction(std::span<const model::AppliedCorrection> corrections,
                                         std::string_view slot, model::Attribute attribute,
                                         std::string_view was) {
  for (const auto& [record, correction] : corrections) {
    const auto& value = correction.value;
    if (value.mention.slot == slot && value.attribute == attribute && value.was == was)
      return &correction;
  }
  return nullptr;
}

// What was read from them: the mentions with their attributes, each beside what counts in its
// place.
Json mentions_of(const Exhibit& exhibit, std::uint32_t number, const model::Evidence& as_read) {
  const auto& evidence = exhibit.picture().evidence;
  const auto corrections = evidence.corrections_of(number);
  const auto record = to_string(evidence.records[number].reference);
  Json mentions = Json::array();
  for (const auto& mention : as_read.mentions) {
    const auto slot = as_read.texts[mention.slot];
    auto& each = mentions.emplace_back();
    each["slot"] = slot;
    each["noun"] = base::name_of(mention.noun);
    if (const auto entity = exhibit.index().find(record + "-" + std::string(slot))) {
      each["entity"] = exhibit.index().name(*entity);
      each["caption"] = exhibit.index().caption(*entity);
    }
    each["values"] = Json::array();
    for (const auto& value : as_read.values_of(mention)) {
      auto& one = each["values"].emplace_back();
      one["attribute"] = base::name_of(value.attribute);
      one["text"] = as_read.text(value);
      if (const auto* found =
              find_correction(corrections, slot, value.attribute, as_read.text(value)))
        one["correction"] = questions::correction_json(*found);
    }
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
    auto& each = links.emplace_back();
    each["from"] = evidence.texts[evidence.mentions[link->from].slot];
    each["role"] = base::name_of(link->role);
    each["to"] = evidence.texts[evidence.mentions[link->to].slot];
  }
  return links;
}

Json time_or_null(std::optional<base::Seconds> time) {
  return time ? Json(base::to_string_utc(*time)) : Json();
}

// Of the record and of whatever it speaks of: captions rest on all records of an entity.
model::Label label_of_reading(const Exhibit& exhibit, std::uint32_t number) {
  const auto& picture = exhibit.picture();
  auto label = label_of(picture, number);
  for (auto mention = first_mention(picture.evidence, number);
       mention < picture.evidence.mentions.size() &&
       picture.evidence.mentions[mention].record == number;
       ++mention)
    label = join(label, label_of(exhibit, picture.entities.of_mention(mention)));
  return label;
}

Shown show_record(const App& app, const access::Viewer& viewer, const Exhibit& exhibit,
                  const std::string& name) {
  const auto number = record_named(exhibit, name);
  const auto& evidence = exhibit.picture().evidence;
  const auto& read = evidence.records[number];
  const auto reading = app.store.begin(store::Access::read_only);
  const auto stored = gallery::read_record(*reading, viewer, read.id);
  if (!stored) throw base::Error(base::Fault::missing, "there is no such record");
  const auto& record = stored->record;
  const auto& batch = stored->batch;
  const auto label = label_of_reading(exhibit, number);
  Json body;
  body["record"] = name;
  body["source"] = batch.source;
  body["force"] = batch.force;
  body["file"] = batch.file_name;
  body["row"] = record.row;
  body["grade"] = record.grading ? Json(to_string(*record.grading)) : Json();
  body["happened"] = time_or_null(read.happened);
  body["recorded"] = time_or_null(read.recorded);
  body["legal_basis"] = batch.legal_basis.basis;
  body["layout"] = batch.layout;
  body["as_received"] = cells_of(record, batch);
  body["read"]["mentions"] = mentions_of(exhibit, number, stored->evidence);
  body["read"]["links"] = links_of(exhibit, number);
  body["marking"] = questions::marking_json(label);
  return {std::move(body), name, label, 1};
}

http::Schema record_schema() {
  const auto cell = http::object({{"header", words()}, {"value", words()}});
  const auto value = http::object({{"attribute", any_of<model::Attribute>()},
                                   {"text", words("As it was read.")},
                                   {"correction", http::refer_to("Correction"), optional}});
  const auto mention =
      http::object({{"slot", words("Its name within the record.")},
                    {"noun", http::refer_to("Noun")},
                    {"entity", words("None if all it is known by was set aside."), optional},
                    {"caption", words("Of the entity, by all its records."), optional},
                    {"values", many(value)}});
  const auto link = http::object(
      {{"from", words("A slot.")}, {"role", http::refer_to("LinkRole")}, {"to", words("A slot.")}});
  return http::object({{"record", http::reference()},
                       {"source", words()},
                       {"force", words()},
                       {"file", words()},
                       {"row", http::whole_number()},
                       {"grade", http::or_null(words("3x5x2."))},
                       {"happened", http::or_null(http::date_time())},
                       {"recorded", http::or_null(http::date_time())},
                       {"legal_basis", words()},
                       {"layout", words()},
                       {"as_received", many(cell)},
                       {"read", http::object({{"mentions", many(mention)}, {"links", many(link)}})},
                       marking_property()});
}

}  // namespace

void add_record_routes(http::Router& router, const App& app) {
  router.add_component("Record", record_schema());
  router.add({.method = http::Method::get,
              .pattern = "/api/records/{record}",
              .operation = "show_record",
              .summary = "One record as it was received, beside what was read from it.",
              .tags = {"records"},
              .callers = http::Callers::with("see_picture"),
              .parameters = {{.name = "record", .schema = http::reference()}},
              .reply = http::refer_to("Record"),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "record", [&](const Exhibit& exhibit) {
                  return show_record(app, viewer_of(request), exhibit,
                                     request.parameters["record"].get<std::string>());
                });
              }});
}

}  // namespace api
