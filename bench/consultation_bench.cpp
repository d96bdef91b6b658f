// How long it takes to log a consultation, alone and while an import holds the store's write lock.
//   consultation_bench FOLDER [ENTRIES]   FOLDER: on the disk that is to be measured
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

#include "store/sqlite_store.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

model::AuditEntry entry_of(int thread) {
  return {.at = 1772000000,
          .actor = "analyst " + std::to_string(thread),
          .operation = model::Operation::consultation,
          .action = "search",
          .details = "{\"records\":[" + std::string(300, '7') + "]}",
          .label = {.tier = model::Tier::official}};
}

struct Measured {
  std::size_t entries = 0;
  double seconds = 0;
  std::vector<double> milliseconds;  // sorted
  double percentile(double share) const {
    if (milliseconds.empty()) return 0;
    return milliseconds[static_cast<std::size_t>(share *
                                                 static_cast<double>(milliseconds.size() - 1))];
  }
};

// Each thread logs, rests that long, and logs again, until `enough` says so.
template <class Enough>
Measured log_with(store::Store& store, int threads, std::chrono::microseconds rest,
                  const Enough& enough) {
  std::vector<std::vector<double>> times(static_cast<std::size_t>(threads));
  std::vector<std::thread> running;
  const auto start = Clock::now();
  for (int i = 0; i < threads; ++i) {
    running.emplace_back([&, i] {
      const auto entry = entry_of(i);
      auto& mine = times[static_cast<std::size_t>(i)];
      while (!enough(mine.size())) {
        const auto before = Clock::now();
        store.consultations().log(entry);
        mine.push_back(1000 * seconds_since(before));
        std::this_thread::sleep_for(rest);
      }
    });
  }
  for (auto& thread : running) thread.join();
  Measured measured{.seconds = seconds_since(start)};
  for (const auto& each : times) {
    measured.milliseconds.insert(measured.milliseconds.end(), each.begin(), each.end());
  }
  std::sort(measured.milliseconds.begin(), measured.milliseconds.end());
  measured.entries = measured.milliseconds.size();
  return measured;
}

void print(const char* what, const Measured& measured) {
  std::printf("%-34s %7zu entries in %6.2f s: %7.0f/s   p50 %.2f p95 %.2f p99 %.2f max %.2f ms\n",
              what, measured.entries, measured.seconds,
              static_cast<double>(measured.entries) / measured.seconds, measured.percentile(.5),
              measured.percentile(.95), measured.percentile(.99), measured.percentile(1));
}

void import_rows(store::Store& store, int rows, const char* sha256) {
  const auto transaction = store.begin(store::Access::read_write);
  const auto batch = transaction->save({.source = "bench", .file_sha256 = sha256},
                                       {.actor = "ann", .action = "import"});
  std::vector<model::Record> records(1000);
  for (int done = 0; done < rows; done += 1000) {
    for (int i = 0; i < 1000; ++i) {
      auto& record = records[static_cast<std::size_t>(i)];
      record.row = done + i + 2;
      record.cells.assign(300, static_cast<char>('a' + i % 26));
      record.label = transaction->label_id({});
    }
    transaction->append(batch, records);
  }
  transaction->finish_batch(batch, rows, 0);
  transaction->commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::filesystem::path folder = argv[1];
  const auto per_thread = static_cast<std::size_t>(argc > 2 ? std::atoi(argv[2]) : 5000);
  const auto store = store::open_sqlite(folder);
  const auto as_many = [&](std::size_t count) { return count >= per_thread; };
  for (const int threads : {1, 8}) {
    print(threads == 1 ? "one thread, no rest" : "eight threads, no rest",
          log_with(*store, threads, {}, as_many));
  }
  print("eight threads, one each 50 ms", log_with(*store, 8, std::chrono::milliseconds(50),
                                                  [](std::size_t count) { return count >= 60; }));
  std::atomic<bool> is_over = false;
  double import_seconds = 0;
  std::thread importing([&] {
    const auto start = Clock::now();
    import_rows(*store, 500'000, "01");
    import_rows(*store, 500'000, "02");
    import_seconds = seconds_since(start);
    is_over = true;
  });
  const auto during = log_with(*store, 8, std::chrono::milliseconds(50),
                               [&](std::size_t) { return is_over.load(); });
  importing.join();
  print("the same during two imports", during);
  std::printf("the imports (500,000 rows each) took %.2f s\n", import_seconds);
  return store->begin(store::Access::read_only)->verify_audit().is_sound() ? 0 : 1;
}
