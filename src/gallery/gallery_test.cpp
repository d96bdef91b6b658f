#include "gallery/gallery.hpp"

#include <filesystem>
#include <random>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "gallery/current_picture.hpp"
#include "gallery/frozen_model.hpp"
#include "picture/to_json.hpp"
#include "store/reference.hpp"
#include "store/sqlite_store.hpp"

namespace {

constexpr const char* layout_text = R"({
  "name": "reports", "version": 1, "title": "Reports about people",
  "columns": {"ref": {"required": true}, "name": {"required": true}, "phone": {}, "text": {}, "day": {}},
  "record": {"happened": "day"},
  "mentions": {
    "report": {"noun": "report", "attributes": {"reference": "ref", "text": "text"}},
    "person": {"noun": "person", "attributes": {"name": "name"}},
    "phone": {"noun": "phone", "attributes": {"number": "phone"}}
  },
  "links": [{"from": "person", "to": "report", "role": "mentioned_in"}, {"from": "person", "to": "phone", "role": "uses"}]
})";

const base::Seconds now = base::midnight({2026, 11, 22});

// A store of random reports, a third of them in compartments.
class RandomStore {
 public:
  explicit RandomStore(unsigned seed, std::uint8_t key = 7)
      : folder_(std::filesystem::temp_directory_path() /
                ("gallery_" + std::to_string(seed) + "_" + std::to_string(key))),
        random_(seed) {
    std::filesystem::remove_all(folder_);
    store_ = store::open_sqlite(folder_, {.random = [key](std::span<std::uint8_t> bytes) {
                                  std::fill(bytes.begin(), bytes.end(), key);
                                }});
    add_reports("a", 60);
    correct_some();
  }
  ~RandomStore() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  RandomStore(const RandomStore&) = delete;
  RandomStore& operator=(const RandomStore&) = delete;

  void add_reports(const std::string& batch_name, int count) {
    const auto transaction = store_->begin(store::Access::read_write);
    const auto batch =
        transaction->save({.source = "reports",
                           .force = "north",
                           .layout = "reports",
                           .layout_version = 1,
                           .layout_text = layout_text,
                           .file_name = batch_name + ".csv",
                           .file_sha256 = std::string(63, '0') + batch_name,
                           .header = {"ref", "name", "phone", "text", "day"},
                           .legal_basis = {.basis = "test"},
                           .imported_by = "test"},
                          {.actor = "test", .operation = model::Operation::collection});
    std::vector<model::Record> records;
    for (int i = 0; i < count; ++i) records.push_back(report(*transaction, i + 2));
    transaction->append(batch, records);
    transaction->finish_batch(batch, count, 0);
    transaction->commit();
  }

  // Each sixth report's name is another; half of that is for NIGHTJAR alone.
  void correct_some() {
    const auto transaction = store_->begin(store::Access::read_write);
    const access::Viewer all{.name = "all", .compartments = {"HERON", "NIGHTJAR"}};
    const auto batch = transaction->batches(all).front();
    std::vector<model::Correction> corrections;
    transaction->for_each_record(all, [&](const model::Record& record) {
      if (record.row % 6 != 0) return;
      const auto label = transaction->label(record.label);
      const auto was = base::split(record.cells, model::cell_separator)[1];
      corrections.push_back(
          {.value = {{store::reference_of(store_->installation_key(), batch, label, record.row),
                      "person"},
                     model::Attribute::name,
                     std::string(was)},
           .remedy = record.row % 4 == 0 ? model::Remedy::ignore : model::Remedy::replace,
           .becomes = "Emeka Obi",
           .decided_by = "ann",
           .reason = "misread",
           .decided = now,
           .label = record.row % 12 == 0 ? join(label, {.compartments = {"NIGHTJAR"}}) : label});
    });
    for (const auto& each : corrections) transaction->save(each, {.actor = "ann"});
    transaction->commit();
  }

  store::Store& operator*() { return *store_; }

 private:
  model::Record report(store::Transaction& transaction, int row) {
    static const std::vector<std::string> given = {"John", "Jon", "Ann", "Bill", "William"},
                                          family = {"Smith", "Smyth", "Jones", "Khan"},
                                          words = {"seen", "with", "cash", "driving", "taxi"},
                                          compartments = {"", "", "", "", "HERON", "NIGHTJAR"};
    const auto pick = [&](const auto& list) { return list[random_() % list.size()]; };
    model::Label label;
    if (const auto compartment = pick(compartments); !compartment.empty())
      label.compartments = {compartment};
    std::string cells = "R" + std::to_string(row);
    for (const auto& cell :
         {pick(given) + " " + pick(family), "0770090000" + std::to_string(random_() % 9),
          pick(words) + " " + pick(words),
          std::string("2026-01-0") + std::to_string(1 + random_() % 9)})
      cells += model::cell_separator + cell;
    return {.row = row,
            .cells = cells,
            .label = transaction.label_id(label),
            .happened = base::midnight({2026, 1, 5})};
  }

  std::filesystem::path folder_;
  std::mt19937 random_;
  std::unique_ptr<store::Store> store_;
};

std::vector<access::Viewer> audiences() {
  return {{.name = "ann"},
          {.name = "hal", .compartments = {"HERON"}},
          {.name = "nia", .compartments = {"NIGHTJAR"}},
          {.name = "bo", .compartments = {"HERON", "NIGHTJAR"}},
          {.name = "low", .clearance = model::Tier::official}};
}

gallery::Gallery::Settings in_step() {
  return {.threads = {1}, .clock = [] { return now; }, .in_step = true};
}

// Who is who, without the references that an installation gives.
std::string rows_with_entities(const picture::Picture& picture) {
  std::string all;
  const auto& mentions = picture.evidence.mentions;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    all += std::to_string(picture.evidence.records[mentions[i].record].row) + ":" +
           std::to_string(picture.entities.of_mention(i)) + " ";
  }
  return all;
}

// All that a search shows, but in which layer it was found.
std::string found(const gallery::Exhibit& exhibit, const std::string& text) {
  const auto result =
      search::find(exhibit.layers(), {.text = text, .as_at = {2026, 11, 22}, .limit = 50});
  std::string all = std::to_string(result.total) + "/" + std::to_string(result.passage_total);
  for (const auto& hit : result.hits)
    all += "\n" + hit.key + " " + std::to_string(hit.score) + " " + std::to_string(hit.records);
  for (const auto& hit : result.passages) all += "\n" + hit.key;
  return all;
}

}  // namespace

TEST_CASE("an overlay on everybody's picture equals a build from nothing") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    RandomStore store(seed);
    gallery::Gallery gallery(*store, in_step());
    for (const auto& viewer : audiences()) {
      CAPTURE(seed);
      CAPTURE(viewer.name);
      const auto shown = gallery.show(viewer);
      const auto model = gallery::frozen_or_learned(*store, "test", {.now = now}, {1});
      const auto alone = gallery::picture_as_at(*store, viewer, model, {.now = now}, {1});
      CHECK(picture::entities_csv(shown->picture()) == picture::entities_csv(alone));
      resolve::PhoneForms phones;
      const gallery::Exhibit from_nothing(
          gallery::picture_as_at(*store, viewer, model, {.now = now}, {1}),
          std::make_shared<const resolve::Model>(model), nullptr, phones, {1});
      for (const auto* text :
           {"john smith", "khan", "jo", "07700900003", "cash", "seen taxi", "emeka obi"})
        CHECK(found(*shown, text) == found(from_nothing, text));
    }
  }
}

TEST_CASE("an installation's key decides no picture") {
  RandomStore store(9, 7), of_another_key(9, 8);
  gallery::Gallery gallery(*store, in_step()), other(*of_another_key, in_step());
  for (const auto& viewer : audiences()) {
    CAPTURE(viewer.name);
    const auto shown = gallery.show(viewer), elsewhere = other.show(viewer);
    const auto &here = shown->picture().evidence.records,
               &there = elsewhere->picture().evidence.records;
    REQUIRE(here.size() == there.size());
    for (std::size_t i = 0; i < here.size(); ++i) CHECK(here[i].reference != there[i].reference);
    CHECK(rows_with_entities(shown->picture()) == rows_with_entities(elsewhere->picture()));
  }
}

TEST_CASE("who sees no more than everybody shares everybody's exhibit") {
  RandomStore store(3);
  gallery::Gallery gallery(*store, in_step());
  const auto ann = gallery.show({.name = "ann"});
  CHECK(gallery.show({.name = "abe", .compartments = {"OSPREY"}}) == ann);
  CHECK(gallery.show({.name = "hal", .compartments = {"HERON"}}) != ann);
  CHECK(gallery.held().exhibits == 2);
  CHECK(gallery.held().bytes > 0);
}

TEST_CASE("what was written is in the next exhibit, and readers keep theirs meanwhile") {
  RandomStore store(4);
  gallery::Gallery gallery(*store, {.threads = {1}, .clock = [] { return now; }});
  const access::Viewer ann{.name = "ann"};
  const auto before = gallery.show(ann);
  std::vector<std::string> changed;
  gallery.on_change([&](const std::string& audience) { changed.push_back(audience); });
  store.add_reports("b", 20);
  gallery.wait_until_fresh();
  const auto after = gallery.show(ann);
  CHECK(after != before);
  CHECK(after->picture().manifest.records > before->picture().manifest.records);
  CHECK_FALSE(changed.empty());
  gallery.wait_until_fresh();
  CHECK(gallery.show(ann) == after);
}

TEST_CASE("a model of an earlier release is learned anew") {
  RandomStore store(6);
  const auto writing = (*store).begin(store::Access::read_write);
  writing->save_frozen("resolve", "{\n \"format\": \"raptor resolve model 1\"\n}\n",
                       {.at = now, .actor = "test", .action = "train", .subject = "resolve"});
  writing->commit();
  CHECK_FALSE(gallery::frozen_or_learned(*store, "test", {.now = now}, {1}).fields.empty());
}

TEST_CASE("beyond the number of audiences the one asked for longest ago is let go") {
  RandomStore store(5);
  auto settings = in_step();
  settings.audiences_max = 3;
  gallery::Gallery gallery(*store, settings);
  for (const auto& viewer : audiences()) gallery.show(viewer);
  CHECK(gallery.held().audiences == 3);
}
