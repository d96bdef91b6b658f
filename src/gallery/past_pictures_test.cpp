#include "gallery/past_pictures.hpp"

#include <filesystem>

#include <doctest/doctest.h>

#include "gallery/gallery.hpp"
#include "store/sqlite_store.hpp"

namespace {

const base::Seconds now = base::midnight({2026, 11, 22});

struct Report {
  base::Date day;
  std::string compartment;  ///< "" for none
};

/// A store of reports, each of a person of its own, and everything that shows its pictures.
class Region {
 public:
  explicit Region(const std::vector<Report>& reports)
      : folder_(std::filesystem::temp_directory_path() / "raptor_past_pictures"),
        store_((std::filesystem::remove_all(folder_), store::open_sqlite(folder_))),
        gallery_(*store_, {.threads = {1}, .clock = [] { return now; }, .in_step = true}),
        past_(*store_, {.threads = {1}, .clock = [] { return now; }}) {
    add("a", reports);
  }
  ~Region() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;

  void add(const std::string& file, const std::vector<Report>& reports) {
    const auto transaction = store_->begin(store::Access::read_write);
    const auto batch =
        transaction->save({.source = "reports",
                           .layout = "reports",
                           .layout_version = 1,
                           .layout_text = R"({"name": "reports", "version": 1, "title": "Reports",
                            "columns": {"ref": {"required": true}},
                            "mentions": {"person": {"noun": "person", "attributes": {"name": "ref"}}}})",
                           .file_name = file + ".csv",
                           .file_sha256 = std::string(63, '0') + file,
                           .header = {"ref"},
                           .legal_basis = {.basis = "test"},
                           .imported_by = "test"},
                          {.actor = "test", .operation = model::Operation::collection});
    std::vector<model::Record> records;
    for (const auto& report : reports) {
      model::Label label;
      if (!report.compartment.empty()) label.compartments = {report.compartment};
      records.push_back({.row = static_cast<std::int64_t>(records.size()) + 2,
                         .cells = "person " + file + std::to_string(records.size()),
                         .label = transaction->label_id(label),
                         .happened = base::midnight(report.day)});
    }
    transaction->append(batch, records);
    transaction->finish_batch(batch, static_cast<std::int64_t>(records.size()), 0);
    transaction->commit();
  }

  std::shared_ptr<const gallery::PastPicture> show(const access::Viewer& viewer, base::Date day) {
    return past_.show(viewer, gallery_.show(viewer), day);
  }
  std::size_t records(const access::Viewer& viewer, base::Date day) {
    return show(viewer, day)->index().picture().evidence.records.size();
  }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<store::Store> store_;
  gallery::Gallery gallery_;
  gallery::PastPictures past_;
};

const access::Viewer ann{.name = "ann"}, hal{.name = "hal", .compartments = {"HERON"}};
const std::vector<Report> spring = {
    {{2026, 3, 1}, ""}, {{2026, 4, 1}, "HERON"}, {{2026, 5, 1}, ""}};

}  // namespace

TEST_CASE("an earlier picture has what was recorded by the end of its day, and its day") {
  Region region(spring);
  CHECK(region.records(hal, {2026, 2, 28}) == 0);
  CHECK(region.records(hal, {2026, 3, 1}) == 1);
  CHECK(region.records(hal, {2026, 5, 1}) == 3);
  CHECK(region.show(hal, {2026, 4, 10})->index().picture().manifest.as_at ==
        base::Date{2026, 4, 10});
}

TEST_CASE("an earlier picture is of the same audience, whoever asked before") {
  Region region(spring);
  CHECK(region.records(hal, {2026, 5, 1}) == 3);
  CHECK(region.records(ann, {2026, 5, 1}) == 2);
  CHECK(region.records(ann, {2026, 4, 1}) == 1);
}

TEST_CASE("an earlier picture is made once, and again when its audience's evidence changed") {
  Region region(spring);
  const auto first = region.show(ann, {2026, 4, 1});
  CHECK(region.show(ann, {2026, 4, 1}) == first);
  region.add("b", {{{2026, 2, 1}, ""}});
  CHECK(region.records(ann, {2026, 4, 1}) == 2);
}

TEST_CASE("only the latest few earlier pictures are kept") {
  Region region(spring);
  const auto first = region.show(ann, {2026, 3, 1});
  for (std::int8_t day = 2; day <= 5; ++day) region.show(ann, {2026, 3, day});
  CHECK(region.show(ann, {2026, 3, 1}) != first);
  CHECK(region.show(ann, {2026, 3, 5}) == region.show(ann, {2026, 3, 5}));
}
