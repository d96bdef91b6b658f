#include <fstream>

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/detail/migrations.hpp"
#include "store/detail/test_batch.hpp"
#include "store/detail/test_folder.hpp"
#include "store/sqlite_store.hpp"

namespace {

namespace fs = std::filesystem;
using store::open_sqlite;

void execute(const fs::path& folder, const std::string& sql) {
  SQLite::Database(folder / "raptor.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

/// Why the store in that folder cannot be opened; "" if it can.
std::string refusal(const fs::path& folder) {
  try {
    open_sqlite(folder);
  } catch (const base::Error& error) {
    return error.what();
  }
  return {};
}

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

store::Random counting() {
  return [next = std::uint8_t{0}](std::span<std::uint8_t> bytes) mutable {
    for (auto& byte : bytes) byte = next++;
  };
}

}  // namespace

TEST_CASE("first use makes a folder that only its owner can read") {
  const store::TestFolder folder;
  const auto home = folder.path / "deep" / "data";
  CHECK(refusal(home) == "");
  const auto others = fs::perms::group_all | fs::perms::others_all;
  for (const auto& path :
       {home, home / "raptor.db", home / "consultations.db", home / "installation.key"}) {
    CHECK((fs::status(path).permissions() & others) == fs::perms::none);
  }
  CHECK(fs::file_size(home / "installation.key") == 32);
}

TEST_CASE("a new database is brought to the newest schema, and is marked as ours") {
  const store::TestFolder folder;
  open_sqlite(folder.path);
  SQLite::Database database(folder.path / "raptor.db");
  CHECK(database.execAndGet("PRAGMA user_version").getInt() == store::newest_schema());
  CHECK(database.execAndGet("PRAGMA application_id").getInt() == 0x52505452);
  CHECK(database.execAndGet("PRAGMA journal_mode").getString() == "wal");
  CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("what cannot be opened says why") {
  const store::TestFolder folder;
  SUBCASE("a newer schema") {
    open_sqlite(folder.path);
    execute(folder.path, "PRAGMA user_version = 999");
    CHECK(contains(refusal(folder.path), "written by a newer release (schema 999"));
  }
  SUBCASE("another program's database") {
    execute(folder.path, "CREATE TABLE t (a)");
    CHECK(contains(refusal(folder.path), "the database of another program"));
    CHECK_FALSE(fs::exists(folder.path / "installation.key"));
  }
  SUBCASE("not a database") {
    write(folder.path / "raptor.db", std::string(5000, 'x'));
    CHECK(contains(refusal(folder.path), "not a RAPTOR store"));
  }
  SUBCASE("a damaged database") {
    import(*open_sqlite(folder.path), {.rows = { { {}, "a" } }});
    fs::resize_file(folder.path / "raptor.db", 8192);
    CHECK(contains(refusal(folder.path), "the store is damaged"));
  }
  SUBCASE("no key") {
    open_sqlite(folder.path);
    fs::remove(folder.path / "installation.key");
    CHECK(contains(refusal(folder.path), "installation.key is missing or damaged"));
  }
  SUBCASE("half a key") {
    open_sqlite(folder.path);
    fs::resize_file(folder.path / "installation.key", 16);
    CHECK(contains(refusal(folder.path), "installation.key is missing or damaged"));
  }
  SUBCASE("another installation's key") {
    open_sqlite(folder.path);
    write(folder.path / "installation.key", std::string(32, 'x'));
    CHECK(contains(refusal(folder.path), "does not belong to raptor.db"));
  }
  SUBCASE("a file where the folder should be") {
    write(folder.path / "data", "x");
    CHECK(contains(refusal(folder.path / "data"), "cannot make the folder"));
  }
}

TEST_CASE("an opening that was cut short is taken up again") {
  const store::TestFolder folder;
  SUBCASE("before the schema") { write(folder.path / "raptor.db", ""); }
  SUBCASE("before the key was known") {
    open_sqlite(folder.path);
    execute(folder.path, "DELETE FROM meta");
    fs::remove(folder.path / "installation.key");
    fs::remove(folder.path / "consultations.db");
  }
  SUBCASE("after the key was made") {
    open_sqlite(folder.path);
    execute(folder.path, "DELETE FROM meta");
  }
  SUBCASE("before the log of consultations") {
    open_sqlite(folder.path);
    fs::remove(folder.path / "consultations.db");
  }
  CHECK(refusal(folder.path) == "");
}

TEST_CASE("the ceiling is set once") {
  const store::TestFolder folder;
  open_sqlite(folder.path, {.ceiling = model::Tier::official});
  CHECK(open_sqlite(folder.path, {.ceiling = model::Tier::top_secret})->ceiling() ==
        model::Tier::official);
}

TEST_CASE("the same random bytes make the same store") {
  const store::TestFolder left, right;
  std::vector<audit::TreeHead> heads;
  for (const auto* folder : {&left, &right}) {
    const auto opened = open_sqlite(folder->path, {.random = counting()});
    import(*opened, {.rows = { { {}, "a" } }});
    heads.push_back(opened->begin(store::Access::read_only)->audit_head());
  }
  CHECK(heads[0] == heads[1]);
}

TEST_CASE("another process that writes is waited for, and then named") {
  const store::TestFolder folder;
  const auto opened = open_sqlite(folder.path, {.wait_for_writer_ms = 10});
  SQLite::Database other(folder.path / "raptor.db", SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  CHECK_THROWS_WITH_AS(opened->begin(store::Access::read_write),
                       doctest::Contains("another program is writing"), base::Error);
  CHECK_NOTHROW(opened->begin(store::Access::read_only));
  CHECK(refusal(folder.path) == "");
  other.exec("COMMIT");
  CHECK_NOTHROW(opened->begin(store::Access::read_write));
}
