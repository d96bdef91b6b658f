#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

#include "gallery/current_picture.hpp"
#include "picture/to_json.hpp"
#include "store/sqlite_store.hpp"

namespace {

// One row: what it says, and the compartment it belongs to ("" for none).
struct Row {
  std::string cells, compartment;
};

constexpr const char* layout_text = R"({
  "name": "calls", "version": 1, "title": "Who called whom",
  "columns": {"a": {"required": true}, "b": {"required": true}, "day": {}},
  "record": {"happened": "day"},
  "mentions": {"left": {"noun": "person", "attributes": {"reference": "a"}}, "right": {"noun": "person", "attributes": {"reference": "b"}}},
  "links": [{"from": "left", "to": "right", "role": "called"}]
})";

const base::Seconds now = base::midnight({2026, 11, 21});

const access::Viewer insider{.name = "ines", .compartments = {"NIGHTJAR"}};
const access::Viewer analyst{.name = "ann"};

model::Batch batch() {
  return {.source = "calls",
          .force = "north",
          .layout = "calls",
          .layout_version = 1,
          .layout_text = layout_text,
          .file_name = "calls.csv",
          .file_sha256 = std::string(64, 'a'),
          .header = {"a", "b", "day"},
          .legal_basis = {.basis = "test"},
          .imported_by = "test"};
}

model::Record record_of(store::Transaction& transaction, const Row& row, std::int64_t number) {
  model::Label label;
  if (!row.compartment.empty()) label.compartments = {row.compartment};
  const auto day = base::parse_date(row.cells.substr(8), base::DateOrder::year_month_day);
  model::Record record{.row = number,
                       .cells = row.cells,
                       .label = transaction.label_id(label),
                       .happened = base::midnight(*day)};
  std::replace(record.cells.begin(), record.cells.end(), ',', model::cell_separator);
  return record;
}

class World {
 public:
  // Rows whose compartment is `deleted` were never there; the others keep their row numbers.
  World(const std::vector<Row>& rows, const std::string& deleted)
      : folder_(std::filesystem::temp_directory_path() /
                ("two_worlds_" + std::to_string(++made_))) {
    std::filesystem::remove_all(folder_);
    store_ = store::open_sqlite(folder_, {.random = [](std::span<std::uint8_t> bytes) {
                                  std::fill(bytes.begin(), bytes.end(), std::uint8_t{7});
                                }});
    const auto transaction = store_->begin(store::Access::read_write);
    const auto id =
        transaction->save(batch(), {.actor = "test", .operation = model::Operation::collection});
    std::vector<model::Record> records;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].compartment.empty() || rows[i].compartment != deleted) {
        records.push_back(record_of(*transaction, rows[i], static_cast<std::int64_t>(i) + 2));
      }
    }
    transaction->append(id, records);
    transaction->finish_batch(id, static_cast<std::int64_t>(records.size()), 0);
    transaction->commit();
  }
  ~World() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  std::string picture(const access::Viewer& viewer) {
    const auto made =
        gallery::current_picture(*store_, viewer, {.now = now, .reason = "test"}, {1});
    return picture::to_json(made) + picture::entities_csv(made);
  }
  store::Store& store() { return *store_; }

 private:
  static inline int made_ = 0;
  std::filesystem::path folder_;
  std::unique_ptr<store::Store> store_;
};

const std::vector<Row> rows = {
    {"ann,bob,2026-01-01", ""},         {"bob,cat,2026-01-02", ""},
    {"cat,dan,2026-01-03", "NIGHTJAR"}, {"dan,eve,2026-03-04", "NIGHTJAR"},
    {"eve,fay,2026-01-05", ""},         {"fay,gus,2026-01-06", ""},
};

}  // namespace

TEST_CASE("a picture is the same as if what its reader may not see had never been") {
  World full(rows, ""), without(rows, "NIGHTJAR");
  const auto seen = full.picture(analyst);
  CHECK(seen == without.picture(analyst));
  // Not by emptiness: there is something to see, and who holds the compartment sees more of it.
  CHECK(seen.find("\"records\": 4") != std::string::npos);
  CHECK(full.picture(insider) != seen);
  CHECK(full.picture(insider).find("\"records\": 6") != std::string::npos);
}

TEST_CASE(
    "looking is logged, and who may not see the records may not see that they were looked at") {
  World world(rows, "");
  world.picture(insider);
  const auto reading = world.store().begin(store::Access::read_only);
  const auto looked = [&](const access::Viewer& viewer) {
    int count = 0;
    for (const auto& each : reading->audit_entries(viewer)) count += each.entry.action == "picture";
    return count;
  };
  CHECK(looked(insider) == 1);
  CHECK(looked(analyst) == 0);
  CHECK(reading->verify_audit().is_sound());
}

TEST_CASE("a picture as at a day leaves out what was not known then") {
  World world(rows, "");
  const auto records_at = [&](base::Date day) {
    const gallery::PictureRequest request{.as_at = day, .now = now};
    return gallery::current_picture(world.store(), insider, request, {1}).manifest.records;
  };
  CHECK(records_at({2026, 1, 2}) == 2);
  CHECK(records_at({2026, 12, 31}) == 6);
  CHECK(records_at({2025, 1, 1}) == 0);
  const gallery::PictureRequest later{.as_at = base::Date{2045, 1, 1}, .now = now};
  CHECK(gallery::current_picture(world.store(), insider, later, {1}).manifest.as_at ==
        base::Date{2026, 11, 21});
}
