// What it costs to know who calls, and to sign in with hashes of full cost, one at a time and four
// at once.
//   sign_in_bench FOLDER
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>
#include <vector>

#include "accounts/accounts.hpp"
#include "accounts/change_accounts.hpp"
#include "store/sqlite_store.hpp"

namespace {

constexpr const char* password = "otter-slate-violet-drum";

template <class Work>
double milliseconds_each(int times, const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) work();
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  return spent.count() / times;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto store = store::open_sqlite(argv[1]);
  accounts::Accounts accounts(*store, {}, store::fill_from_system);
  for (int i = 0; i < 4; ++i) {
    add_account(*store, accounts.hasher(),
                {"user" + std::to_string(i), "Someone", {.roles = {"analyst"}}}, password,
                accounts::Next::keep, {.actor = "bench", .by = accounts::Act::By::machine});
  }
  const auto sign_in = [&](const std::string& user) {
    return accounts.sign_in({user, password, user}, 1);
  };
  std::printf("sign in, one at a time: %.0f ms\n", milliseconds_each(8, [&] { sign_in("user0"); }));
  std::printf("refused, unknown user:  %.0f ms\n",
              milliseconds_each(8, [&] { sign_in("nobody"); }));
  std::printf("four at the same time:  %.0f ms for all\n", milliseconds_each(4, [&] {
                std::vector<std::thread> threads;
                for (int i = 0; i < 4; ++i) {
                  threads.emplace_back([&, i] { sign_in("user" + std::to_string(i)); });
                }
                for (auto& thread : threads) thread.join();
              }));
  const auto begun = std::get<accounts::SessionBegun>(sign_in("user0"));
  std::printf("who calls:              %.4f ms\n",
              milliseconds_each(20'000, [&] { accounts.identify(begun.token, 2); }));
}
