#include "gallery/current_picture.hpp"

#include <algorithm>

#include "gallery/frozen_model.hpp"
#include "gallery/read_evidence.hpp"

namespace gallery {

namespace {

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

picture::Picture picture_as_at(store::Store& store, const access::Viewer& viewer,
                               const resolve::Model& model, const PictureRequest& request,
                               base::Threads threads) {
  const auto reading = store.begin(store::Access::read_only);
  const auto today = base::date_of_day_number(static_cast<std::int32_t>(request.now / 86400));
  const auto until = std::min(request.as_at.value_or(today), today);
  auto decisions = reading->decisions(viewer);
  std::erase_if(decisions,
                [&](const auto& each) { return each.decided >= base::midnight(until) + 86400; });
  auto evidence = read_evidence(store, *reading, viewer, until);
  const auto as_at = request.as_at ? until : std::min(picture::latest_day(evidence), today);
  return picture::build(std::move(evidence),
                        {.decisions = decisions,
                         .model = model,
                         .tables = request.tables,
                         .as_at = as_at,
                         .audience = access::audience_key(viewer),
                         .memory = request.memory,
                         .intervals = request.intervals},
                        threads);
}

picture::Picture current_picture(store::Store& store, const access::Viewer& viewer,
                                 const PictureRequest& request, base::Threads threads) {
  const auto model = frozen_or_learned(
      store, viewer.name, {.anew = request.retrain, .now = request.now, .reason = request.reason},
      threads);
  auto picture = picture_as_at(store, viewer, model, request, threads);
  log_consultation(store, viewer, request, picture);
  return picture;
}

}  // namespace gallery
