#include "gallery/current_picture.hpp"

#include <algorithm>

#include "gallery/read_evidence.hpp"
#include "picture/people.hpp"
#include "resolve/train.hpp"

namespace gallery {

namespace {

constexpr const char* frozen_model = "resolve";

resolve::Model learn(store::Store& store, const access::Viewer& viewer,
                     const PictureRequest& request, base::Threads threads) {
  const auto everyone = access::base_audience(store.ceiling());
  const auto reading = store.begin(store::Access::read_only);
  const auto people = picture::people_of(read_evidence(store, *reading, everyone, {}));
  auto model = resolve::train(people.table, {.is_cautious = true}, threads);
  const model::AuditEntry entry{
      .at = request.now,
      .actor = viewer.name,
      .operation = model::Operation::administration,
      .action = "train resolution model",
      .subject = frozen_model,
      .reason = request.retrain ? request.reason : "there was none",
      .details = "{\"rows\":" + std::to_string(people.table.rows()) + "}"};
  if (model.from_reference) return model;  // too little to learn from yet: not to be kept
  const auto writing = store.begin(store::Access::read_write);
  writing->save_frozen(frozen_model, resolve::to_json(model), entry);
  writing->commit();
  return model;
}

resolve::Model frozen_or_learned(store::Store& store, const access::Viewer& viewer,
                                 const PictureRequest& request, base::Threads threads) {
  const auto reading = store.begin(store::Access::read_only);
  const auto text = reading->frozen(frozen_model);
  if (!text || request.retrain) return learn(store, viewer, request, threads);
  return resolve::model_from_json(*text);
}

void log_consultation(store::Store& store, const access::Viewer& viewer,
                      const PictureRequest& request, const picture::Picture& picture) {
  model::Label label{.tier = model::Tier::official};
  for (const auto& each : picture.evidence.labels) label = join(label, each);
  const auto writing = store.begin(store::Access::read_write);
  writing->log({.at = request.now,
                .actor = viewer.name,
                .operation = model::Operation::consultation,
                .action = "picture",
                .subject = "all records visible to " + viewer.name,
                .reason = request.reason,
                .details = "{\"records\":" + std::to_string(picture.manifest.records) +
                           ",\"as_at\":\"" + to_string(picture.manifest.as_at) + "\"}",
                .label = label});
  writing->commit();
}

}  // namespace

picture::Picture current_picture(store::Store& store, const access::Viewer& viewer,
                                 const PictureRequest& request, base::Threads threads) {
  const auto model = frozen_or_learned(store, viewer, request, threads);
  const auto reading = store.begin(store::Access::read_only);
  const auto decisions = reading->decisions(viewer);
  const auto today = base::date_of_day_number(static_cast<std::int32_t>(request.now / 86400));
  const auto until = std::min(request.as_at.value_or(today), today);
  auto evidence = read_evidence(store, *reading, viewer, until);
  const auto as_at = request.as_at ? until : std::min(picture::latest_day(evidence), today);
  auto picture = picture::build(std::move(evidence),
                                {.decisions = decisions,
                                 .model = model,
                                 .tables = request.tables,
                                 .as_at = as_at,
                                 .audience = access::audience_key(viewer)},
                                threads);
  log_consultation(store, viewer, request, picture);
  return picture;
}

}  // namespace gallery
