#include <algorithm>

#include "access/viewer.hpp"
#include "api/exhibits.hpp"
#include "api/routes.hpp"
#include "api/schemas.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "gallery/read_evidence.hpp"
#include "http/problem.hpp"
#include "layout/amend.hpp"
#include "questions/corrections.hpp"

namespace api {

/// What a correction is known from, and so who may be shown it.
enum class RestsOn { record, entity };

}  // namespace api

template <>
struct base::EnumNames<api::RestsOn> {
  static constexpr std::array<std::string_view, 2> names = {"record", "entity"};
};

namespace api {

using gallery::Exhibit;
using gallery::RecordAsRead;

namespace {

std::string quoted_names(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + base::quoted(name);
  return text;
}

const model::Mention& mention_of(const RecordAsRead& read, const std::string& slot) {
  std::vector<std::string> slots;
  for (const auto& mention : read.evidence.mentions) {
    slots.emplace_back(read.evidence.texts[mention.slot]);
    if (slots.back() == slot) return mention;
  }
  throw http::FieldError(
      {"/slot", "The record has no such mention: it has " + quoted_names(slots) + "."});
}

void expect_to_be_read(const RecordAsRead& read, const model::ReadValue& value) {
  std::vector<std::string> texts;
  for (const auto& each : read.evidence.values_of(mention_of(read, value.mention.slot))) {
    if (each.attribute == value.attribute) texts.emplace_back(read.evidence.text(each));
  }
  const std::string attribute(base::name_of(value.attribute));
  if (texts.empty())
    throw http::FieldError({"/attribute", "The record gives no " + attribute + " there."});
  if (std::find(texts.begin(), texts.end(), value.was) == texts.end()) {
    throw http::FieldError(
        {"/was", "The record gives another " + attribute + " there: " + quoted_names(texts) + "."});
  }
}

// What counts in the value's place, as the record's layout reads such a value.
std::string becomes_of(const Json& body, const model::ReadValue& value, model::Remedy remedy,
                       base::DateOrder order) {
  const bool is_replaced = remedy == model::Remedy::replace;
  if (is_replaced != body.contains("becomes")) {
    throw http::FieldError({"/becomes", is_replaced ? "Say what counts in its place."
                                                    : "Only a replacement puts something in place: "
                                                      "leave it out."});
  }
  if (!is_replaced) return {};
  const auto text = body["becomes"].get<std::string>();
  const auto read = layout::canonical_value(value.attribute, text, order);
  if (!read) {
    const auto problem = layout::problem_of(value.attribute, order);
    throw http::FieldError({"/becomes", problem.empty()
                                            ? "Say what counts in its place."
                                            : base::quoted(text) + " " + problem + "."});
  }
  if (*read == value.was) {
    throw http::FieldError({"/becomes",
                            "That is what the record says: to undo a correction, "
                            "restore the value."});
  }
  return *read;
}

const model::Correction* find_standing(const std::vector<model::Correction>& standing,
                                       const model::ReadValue& value) {
  const auto found = std::find_if(standing.begin(), standing.end(),
                                  [&](const auto& each) { return each.value == value; });
  return found == standing.end() ? nullptr : &*found;
}

// Of a correction: the record's, and that of all that the caller sees of whom it is about, unless
// they know it from the record alone. Who was shown a correction is shown that it was undone.
model::Label label_for(const Exhibit& exhibit, store::Transaction& reading,
                       const RecordAsRead& read, const Json& body,
                       const model::Correction* undone) {
  if (undone != nullptr) return undone->label;
  const auto own = join(reading.label(read.record.label), read.batch.label);
  const auto rests_on =
      base::named<RestsOn>(body.value("rests_on", std::string(base::name_of(RestsOn::entity))));
  const auto entity = exhibit.index().find(body["record"].get<std::string>() + "-" +
                                           body["slot"].get<std::string>());
  if (rests_on == RestsOn::record || !entity) return own;
  return join(own, label_of(exhibit, *entity));
}

model::Correction correction_of(const App& app, const http::Request& request) {
  const auto& viewer = viewer_of(request);
  const auto& body = request.body;
  const auto exhibit = app.gallery.show(viewer);
  const auto name = body["record"].get<std::string>();
  const auto number = record_named(*exhibit, name);
  const auto& record = exhibit->picture().evidence.records[number];
  const auto reading = app.store.begin(store::Access::read_only);
  const auto read = gallery::read_record(*reading, viewer, record.id);
  if (!read) throw base::Error(base::Fault::missing, "there is no such record");
  model::Correction correction{
      .value = {.mention = {record.reference, body["slot"]},
                .attribute = *base::named<model::Attribute>(body["attribute"].get<std::string>()),
                .was = body["was"]},
      .remedy = *base::named<model::Remedy>(body["remedy"].get<std::string>()),
      .decided_by = viewer.name,
      .reason = body["reason"],
      .decided = app.clock()};
  expect_to_be_read(*read, correction.value);
  correction.becomes = becomes_of(body, correction.value, correction.remedy, read->date_order);
  const auto standing = model::standing(reading->corrections(viewer));
  const auto* undone = correction.remedy == model::Remedy::restore
                           ? find_standing(standing, correction.value)
                           : nullptr;
  if (correction.remedy == model::Remedy::restore && undone == nullptr)
    throw http::FieldError({"/remedy", "The value is as the record gives it: nothing to undo."});
  correction.label = label_for(*exhibit, *reading, *read, body, undone);
  return correction;
}

http::Reply correct(const App& app, const http::Request& request) {
  const auto correction = correction_of(app, request);
  const auto& [mention, attribute, was] = correction.value;
  const auto writing = app.store.begin(store::Access::read_write);
  writing->save(correction, {.at = correction.decided,
                             .actor = correction.decided_by,
                             .operation = model::Operation::alteration,
                             .action = "correct",
                             .subject = to_string(mention.record) + "-" + mention.slot,
                             .reason = correction.reason,
                             .details = Json{{"attribute", base::name_of(attribute)},
                                             {"remedy", base::name_of(correction.remedy)}}
                                            .dump(),
                             .label = correction.label});
  writing->commit();
  app.gallery.refresh();
  return json_reply(questions::correction_json(correction), 201);
}

Json listed(const Exhibit& exhibit, const model::Correction& correction, bool is_standing) {
  auto written = questions::correction_json(correction);
  written["counts"] = is_standing;
  const auto name =
      to_string(correction.value.mention.record) + "-" + correction.value.mention.slot;
  if (const auto entity = exhibit.index().find(name)) written["of"] = who_json(exhibit, *entity);
  return written;
}

Shown corrections(const App& app, const http::Request& request, const Exhibit& exhibit) {
  const auto page = page_of(request);
  auto all = app.store.begin(store::Access::read_only)->corrections(viewer_of(request));
  // Of an import undone since nothing is read any more.
  std::erase_if(all, [&](const auto& each) {
    return !find_record(exhibit, to_string(each.value.mention.record));
  });
  const auto standing = model::standing(all);
  Shown shown{.subject = "corrections", .label = {.tier = model::Tier::official}};
  Json items = Json::array();
  for (std::size_t i = page.position; i < all.size() && items.size() < page.limit; ++i) {
    const auto& each = all[all.size() - 1 - i];  // the latest first
    const auto* counting = find_standing(standing, each.value);
    items.push_back(listed(exhibit, each, counting != nullptr && counting->id == each.id));
    shown.label = join(shown.label, each.label);
    const auto name = to_string(each.value.mention.record) + "-" + each.value.mention.slot;
    if (const auto entity = exhibit.index().find(name))
      shown.label = join(shown.label, label_of(exhibit, *entity));
  }
  shown.records = items.size();
  shown.body = list_json("corrections", std::move(items), page, all.size(), shown.label);
  return shown;
}

http::Schema asked_schema() {
  return http::object(
      {{"record", http::reference()},
       {"slot", http::text({.min = 1, .max = 120}, "Which of the record's mentions.")},
       {"attribute", any_of<model::Attribute>()},
       {"was", http::text({.min = 1, .max = 20'000}, "As it was read from the record.")},
       {"remedy", any_of<model::Remedy>("restore undoes a correction.")},
       {"becomes", http::text({.min = 1, .max = 4'000}, "What counts in its place."), optional},
       {"rests_on",
        any_of<RestsOn>("What it is known from: this record alone, so that whoever may see the "
                        "record is shown the correction; or (if not said) all that the caller "
                        "sees of whom it is about, so that only those are who may see that too."),
        optional},
       {"reason", http::text({.min = 3, .max = 2000}, "For whoever reads it later.")}});
}

}  // namespace

void add_correction_routes(http::Router& router, const App& app) {
  router.add({.method = http::Method::post,
              .pattern = "/api/corrections",
              .operation = "correct",
              .summary = "Says that a value that was read from a record is wrong, and what counts "
                         "in its place: another, or none. The record stays as it is. Undone by "
                         "restoring the value: the latest counts.",
              .tags = {"decisions"},
              .callers = http::Callers::with("decide"),
              .body = asked_schema(),
              .reply = http::refer_to("Correction"),
              .success = 201,
              .is_write = true,
              .handler = [&app](const http::Request& request) { return correct(app, request); }});
  const auto item =
      http::object(joined(correction_properties(),
                          {{"counts", http::boolean("Whether it is the latest and no undoing.")},
                           {"of", http::refer_to("Entity"), optional}}));
  router.add({.method = http::Method::get,
              .pattern = "/api/corrections",
              .operation = "list_corrections",
              .summary = "The corrections that the caller may see, the latest first.",
              .tags = {"decisions"},
              .callers = http::Callers::with("see_picture"),
              .parameters = page_parameters(),
              .reply = page_of("corrections", item),
              .handler = [&app](const http::Request& request) {
                return consult(app, request, "corrections", [&](const Exhibit& exhibit) {
                  return corrections(app, request, exhibit);
                });
              }});
}

}  // namespace api
