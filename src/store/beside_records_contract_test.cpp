#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/detail/store_contract.hpp"

namespace store {

namespace {

using NewPlace = std::function<Place()>;

const access::Viewer ann{.name = "ann"};
const access::Viewer nina{.name = "nina", .compartments = {"NIGHTJAR"}};
const model::Label nightjar{.compartments = {"NIGHTJAR"}};
const model::AuditEntry entry{.at = 1772000000, .actor = "ann", .action = "test"};

std::unique_ptr<Transaction> reading(Store& store) { return store.begin(Access::read_only); }
std::unique_ptr<Transaction> writing(Store& store) { return store.begin(Access::read_write); }
bool is_sound(Store& store) { return reading(store)->verify_audit().is_sound(); }

bool is_conflict(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    return error.fault() == base::Fault::conflict;
  }
  return false;
}

void corrections_are_seen_by_label_oldest_first(const NewPlace& new_place) {
  const auto store = new_place()();
  model::Correction correction{
      .value = {{{{1, 2, 3}}, "suspect"}, model::Attribute::date_of_birth, "1990-02-01"},
      .remedy = model::Remedy::replace,
      .becomes = "1990-01-02",
      .decided_by = "ann",
      .reason = "day and month were swapped",
      .decided = 5};
  {
    const auto transaction = writing(*store);
    transaction->save(correction, entry);
    correction.remedy = model::Remedy::restore;
    correction.label = nightjar;
    transaction->save(correction, entry);
    transaction->commit();
  }
  const auto seen = reading(*store)->corrections(ann);
  REQUIRE(seen.size() == 1);
  CHECK(seen[0].value == correction.value);
  CHECK(seen[0].remedy == model::Remedy::replace);
  CHECK(seen[0].becomes == "1990-01-02");
  CHECK(seen[0].decided_by == "ann");
  CHECK(seen[0].reason == "day and month were swapped");
  CHECK(seen[0].decided == 5);
  const auto all = reading(*store)->corrections(nina);
  REQUIRE(all.size() == 2);
  CHECK(all[1].remedy == model::Remedy::restore);
  CHECK(all[1].label == nightjar);
  CHECK(is_sound(*store));
}

void notes_and_views_are_seen_by_label_and_ones_own_by_nobody_else(const NewPlace& new_place) {
  const auto store = new_place()();
  const model::Jotting note{.name = {{1}},
                            .kind = model::JottingKind::note,
                            .subject = model::Subject::network,
                            .about = "0123-person",
                            .text = "meets on Tuesdays",
                            .author = "ann",
                            .written = 5};
  model::Jotting hidden = note, own = note, taken = note;
  hidden.name = {{2}};
  hidden.label = nightjar;
  own.name = {{3}};
  own.kind = model::JottingKind::view;
  own.sharing = model::Sharing::own;
  own.title = "mine";
  taken.is_withdrawal = true;
  {
    const auto transaction = writing(*store);
    for (const auto& each : {note, hidden, own, taken}) transaction->save(each, entry);
    transaction->commit();
  }
  CHECK(is_conflict([&] { writing(*store)->save(note, entry); }));
  CHECK(is_conflict([&] { writing(*store)->save(taken, entry); }));
  const auto titles = [&](const access::Viewer& viewer) {
    std::string text;
    for (const auto& each : reading(*store)->jottings(viewer))
      text += std::to_string(each.name.bytes[0]) + (each.is_withdrawal ? "- " : " ");
    return text;
  };
  CHECK(titles(ann) == "1 3 1- ");
  CHECK(titles(nina) == "1 2 1- ");
  CHECK(titles({.name = "", .compartments = {"NIGHTJAR"}}) == "1 2 1- ");
  const auto seen = reading(*store)->jottings(ann);
  CHECK(seen[0].subject == model::Subject::network);
  CHECK(seen[0].about == "0123-person");
  CHECK(seen[0].text == "meets on Tuesdays");
  CHECK(seen[0].written == 5);
  CHECK(seen[1].kind == model::JottingKind::view);
  CHECK(seen[1].title == "mine");
  CHECK(is_sound(*store));
}

constexpr ContractCase cases[] = {
    {"corrections are seen by label, oldest first", corrections_are_seen_by_label_oldest_first},
    {"notes and views are seen by label, and one's own by nobody else",
     notes_and_views_are_seen_by_label_and_ones_own_by_nobody_else},
};

}  // namespace

std::span<const ContractCase> beside_records_contract() { return cases; }

}  // namespace store
