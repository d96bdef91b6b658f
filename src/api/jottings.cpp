#include "api/jottings.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "store/reference.hpp"

namespace api {

namespace {

void save(const App& app, const model::Jotting& jotting, const std::string& action) {
  const bool is_note = jotting.kind == model::JottingKind::note;
  const auto writing = app.store.begin(store::Access::read_write);
  writing->save(
      jotting,
      {.at = jotting.written,
       .actor = jotting.author,
       .operation = is_note ? model::Operation::collection : model::Operation::administration,
       .action = action,
       .subject = jotting.about,
       .reason = jotting.is_withdrawal ? jotting.text : std::string(),
       .details = Json{{std::string(base::name_of(jotting.kind)), to_string(jotting.name)}}.dump(),
       .label = jotting.label});
  writing->commit();
}

}  // namespace

std::vector<Kept> jottings_of(const App& app, const access::Viewer& viewer,
                              model::JottingKind kind) {
  auto all = app.store.begin(store::Access::read_only)->jottings(viewer);
  std::map<model::Reference, model::Jotting> withdrawals;
  for (const auto& each : all) {
    if (each.is_withdrawal) withdrawals.emplace(each.name, each);
  }
  std::vector<Kept> kept;
  for (auto each = all.rbegin(); each != all.rend(); ++each) {
    if (each->is_withdrawal || each->kind != kind) continue;
    const auto taken = withdrawals.find(each->name);
    kept.push_back({std::move(*each),
                    taken == withdrawals.end() ? std::nullopt : std::optional(taken->second)});
  }
  return kept;
}

model::Jotting standing_jotting(const App& app, const access::Viewer& viewer,
                                model::JottingKind kind, const std::string& name) {
  const auto kept = jottings_of(app, viewer, kind);
  const auto found = std::find_if(kept.begin(), kept.end(), [&](const auto& each) {
    return !each.withdrawal && to_string(each.jotting.name) == name;
  });
  if (found == kept.end()) throw base::Error(base::Fault::missing, "there is nothing of that name");
  return found->jotting;
}

model::Jotting keep(const App& app, model::Jotting jotting, const std::string& action) {
  jotting.written = app.clock();
  jotting.name = store::reference_of(app.store.installation_key(), jotting);
  save(app, jotting, action);
  return jotting;
}

model::Jotting withdraw(const App& app, const access::Viewer& viewer, model::Jotting jotting,
                        const std::string& reason, const std::string& action) {
  jotting.is_withdrawal = true;
  jotting.text = reason;
  jotting.author = viewer.name;
  jotting.written = app.clock();
  save(app, jotting, action);
  return jotting;
}

}  // namespace api
