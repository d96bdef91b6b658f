#include <csignal>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "base/error.hpp"
#include "store/detail/test_batch.hpp"
#include "store/detail/test_folder.hpp"
#include "store/sqlite_store.hpp"

namespace {

using store::Access;

const access::Viewer ann{.name = "ann"};

/// While it lives, no file of this process can grow beyond that size: every write beyond fails.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes_max) {
    previous_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &previous_);
    auto limited = previous_;
    limited.rlim_cur = bytes_max;
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &previous_);
    std::signal(SIGXFSZ, previous_handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit previous_{};
  void (*previous_handler_)(int) = nullptr;
};

store::TestBatch large_batch() {
  store::TestBatch batch{.sha256 = "01"};
  for (int i = 0; i < 1000; ++i) batch.rows.push_back({{}, std::string(300, 'x')});
  return batch;
}

/// Whether the import was said to be done with that much room; it throws nothing but sentences.
bool imports_within(const std::filesystem::path& folder, rlim_t bytes_max) {
  const FileSizeLimit limit(bytes_max);
  try {
    import(*store::open_sqlite(folder), large_batch());
  } catch (const base::Error& error) {
    CHECK(error.fault() == base::Fault::unavailable);
    return false;
  }
  return true;
}

}  // namespace

TEST_CASE("wherever the disk fills up an import is there whole or not at all") {
  bool was_refused = false, was_done = false;
  for (rlim_t kilobytes = 0; !was_done; kilobytes += 24) {
    REQUIRE(kilobytes < 4096);
    const store::TestFolder folder;
    import(*store::open_sqlite(folder.path), {.rows = { { {}, "before" } }});
    was_done = imports_within(folder.path, kilobytes * 1024);
    was_refused = was_refused || !was_done;
    const auto again = store::open_sqlite(folder.path);
    const auto transaction = again->begin(Access::read_only);
    CHECK(transaction->count_records(ann) == (was_done ? 1001 : 1));
    CHECK(transaction->audit_head().size == (was_done ? 2 : 1));
    CHECK(transaction->verify_audit().is_sound());
    // Room is back: the same import goes in.
    if (!was_done) CHECK_NOTHROW(import(*again, large_batch()));
  }
  CHECK(was_refused);
}

TEST_CASE("after the disk failed nothing more is written until the store is opened again") {
  const store::TestFolder folder;
  const auto opened = store::open_sqlite(folder.path);
  {
    const FileSizeLimit limit(64 * 1024);
    CHECK_THROWS_AS(import(*opened, large_batch()), base::Error);
  }
  CHECK(opened->begin(Access::read_only)->count_records(ann) == 0);
  CHECK_THROWS_WITH_AS(opened->begin(Access::read_write), doctest::Contains("the disk failed"),
                       base::Error);
  CHECK_NOTHROW(import(*store::open_sqlite(folder.path), large_batch()));
}

TEST_CASE("what cannot be logged is said to whoever would show it") {
  const store::TestFolder folder;
  const auto opened = store::open_sqlite(folder.path);
  const model::AuditEntry entry{.action = "search", .details = std::string(20'000, 'x')};
  std::uint64_t logged = 0;
  {
    const FileSizeLimit limit(256 * 1024);
    CHECK_THROWS_AS(
        [&] {
          for (int i = 0; i < 50; ++i, ++logged) opened->consultations().log(entry);
        }(),
        base::Error);
  }
  CHECK(logged > 0);
  const auto again = store::open_sqlite(folder.path);
  CHECK(again->consultations().head().size == logged);
  CHECK_NOTHROW(again->consultations().log(entry));
  CHECK(again->begin(Access::read_only)->verify_audit().is_sound());
}
