#include <fstream>
#include <map>
#include <sstream>

#include <doctest/doctest.h>

#include "acquire/detail/import_fixture.hpp"
#include "layout/derive.hpp"
#include "layout/layout.hpp"
#include "store/sqlite_store.hpp"

using namespace acquire;

namespace {

const std::filesystem::path source = RAPTOR_SOURCE_DIR;

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// The block after ```kind in the page that teaches layouts.
std::string example(const std::string& kind) {
  const auto page = text_of(source / "docs/layouts.md");
  const auto begin = page.find("```" + kind + "\n") + kind.size() + 4;
  return page.substr(begin, page.find("```", begin) - begin);
}

// All that the viewer's records say, as the layouts in their batches read them.
model::Evidence evidence_of(store::Transaction& transaction, const access::Viewer& viewer) {
  model::Evidence evidence;
  std::map<std::int64_t, layout::Reading> readings;
  for (const auto& batch : transaction.batches(viewer)) {
    readings.emplace(batch.id.value,
                     layout::bind(layout::parse_layout(batch.layout_text), batch.header));
  }
  std::vector<std::string_view> cells;
  std::uint32_t count = 0;
  transaction.for_each_record(viewer, [&](const auto& record) {
    layout::split_cells(record.cells, cells);
    layout::derive(readings.at(record.batch.value), cells, count++, evidence);
  });
  return evidence;
}

}  // namespace

TEST_CASE("the example of docs/layouts.md does what the page says") {
  ImportFixture fixture;
  const auto layout_file = fixture.folder / "my-layout.json";
  std::ofstream(layout_file) << example("jsonc");
  fixture.request.layout = layout_file.string();
  CHECK(fixture.import(example("csv")).batch.records == 1);
  const auto evidence = evidence_of(*fixture.store.begin(store::Access::read_only), fixture.viewer);
  CHECK(evidence.mentions.size() == 5);
  CHECK(evidence.links.size() == 4);
  CHECK(evidence.first(evidence.mentions[0], model::Attribute::date_of_birth) == "2009-02-01");
}

TEST_CASE("Montagna's meetings and calls go into one SQLite store and come out as pairs") {
  const auto data = source / "../shared/data/networks/montagna";
  if (!std::filesystem::exists(data)) {
    MESSAGE("skipped: there is no " << data);
    return;
  }
  ImportFixture fixture;
  fixture.request.source = "montagna";
  const auto store = store::open_sqlite(fixture.folder / "store");
  const auto import = [&](const std::string& file, const std::string& layout) {
    fixture.request.file = data / file;
    fixture.request.layout = layout;
    return import_file(*store, fixture.viewer, fixture.request, {},
                       [] { return ImportFixture::now; });
  };
  const auto meetings = import("meetings.txt", "met-pairs").batch;
  const auto calls = import("phone_calls.txt", "call-pairs").batch;
  CHECK(meetings.rejected + calls.rejected == 0);
  CHECK(import("meetings.txt", "met-pairs").outcome == ImportOutcome::already_imported);
  const auto transaction = store->begin(store::Access::read_only);
  const auto evidence = evidence_of(*transaction, fixture.viewer);
  CHECK(static_cast<std::int64_t>(evidence.links.size()) == meetings.records + calls.records);
  CHECK(evidence.mentions.size() == 2 * evidence.links.size());
  CHECK(transaction->verify_audit().is_sound());
}

TEST_CASE("a refused file leaves an SQLite store as it was") {
  ImportFixture fixture;
  const auto store = store::open_sqlite(fixture.folder / "store");
  std::ofstream(fixture.request.file)
      << "Crime Ref,Offence,Role,Surname\nC1,Theft,Suspect,Lee\nC2,\"Theft,Sus";
  CHECK_THROWS_AS(import_file(*store, fixture.viewer, fixture.request, {}, [] { return 0; }),
                  base::Error);
  const auto transaction = store->begin(store::Access::read_only);
  CHECK(transaction->batches(fixture.viewer).empty());
  CHECK(transaction->audit_head().size == 0);
}
