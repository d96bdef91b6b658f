#include "gallery/frozen_model.hpp"

#include "gallery/read_evidence.hpp"
#include "picture/people.hpp"
#include "resolve/train.hpp"

namespace gallery {

namespace {

constexpr const char* frozen_model = "resolve";

resolve::Model learn(store::Store& store, const std::string& actor, const Learning& learning,
                     base::Threads threads) {
  const auto everyone = access::base_audience(store.ceiling());
  const auto reading = store.begin(store::Access::read_only);
  const auto people = picture::people_of(read_evidence(store, *reading, everyone, {}));
  auto model = resolve::train(people.table, {.is_cautious = true}, threads);
  const model::AuditEntry entry{
      .at = learning.now,
      .actor = actor,
      .operation = model::Operation::administration,
      .action = "train resolution model",
      .subject = frozen_model,
      .reason = learning.anew ? learning.reason : "there was none",
      .details = "{\"rows\":" + std::to_string(people.table.rows()) + "}"};
  if (model.from_reference) return model;  // too little to learn from yet: not to be kept
  const auto writing = store.begin(store::Access::read_write);
  writing->save_frozen(frozen_model, resolve::to_json(model), entry);
  writing->commit();
  return model;
}

}  // namespace

std::string frozen_text(store::Transaction& transaction) {
  return transaction.frozen(frozen_model).value_or("");
}

resolve::Model frozen_or_learned(store::Store& store, const std::string& actor,
                                 const Learning& learning, base::Threads threads) {
  const auto text = frozen_text(*store.begin(store::Access::read_only));
  if (text.empty() || learning.anew) return learn(store, actor, learning, threads);
  if (resolve::is_of_earlier_release(text)) {
    return learn(
        store, actor,
        {.anew = true, .now = learning.now, .reason = "the one there was is of an earlier release"},
        threads);
  }
  return resolve::model_from_json(text);
}

}  // namespace gallery
